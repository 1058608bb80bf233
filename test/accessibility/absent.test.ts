import { describe, expect, it } from "vitest";
import { readModules, withoutComments } from "../support/modules.ts";

/** What the criteria of media, gestures, keys and time speak of, and what is not there: found by searching the sources. */
const sources = readModules(["widgets", "site"])
  .filter(({ file }) => !/^site\/(build|serve|documents)\//.test(file))
  // It takes note of where a reader is, and does nothing when a key or pointer is pressed.
  .filter(({ file }) => file !== "widgets/form/use-steady-place.ts")
  .map(({ file, text }) => ({ file, text: withoutComments(text) }));

function holding(pattern: RegExp): readonly string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}

describe("widgets and pages", () => {
  it("are searched where they draw", () => {
    expect(holding(/<button/).length).toBeGreaterThan(5);
  });

  it("hold no sound, film or moving picture", () => {
    expect(holding(/<(audio|video|object|embed|marquee|track)\b|new Audio\b|autoplay/i)).toEqual(
      [],
    );
    expect(holding(/<img\b/)).toEqual([]);
  });

  it("act on no single key", () => {
    expect(holding(/onKey(Down|Up|Press)|["']key(down|up|press)["']|accessKey/i)).toEqual([]);
  });

  it("ask for no dragging, gesture or motion, and act on release", () => {
    // A file can be dropped where it can also be picked.
    const pickers = holding(/type="file"/);
    const dropped = holding(/onDrop|onDrag/);
    expect(dropped.filter((file) => !pickers.includes(file))).toEqual([]);
    expect(
      holding(
        /draggable|onDrag(?!Over|Leave)|on(Mouse|Pointer|Touch)(Down|Move|Start)|device(motion|orientation)/i,
      ),
    ).toEqual([]);
    expect(holding(/["'](mouse|pointer|touch)(down|move|start)["']/)).toEqual([]);
  });

  it("set no time limit and change no page by themselves", () => {
    expect(
      holding(
        /http-equiv=["']?refresh|location\.(assign|replace|reload)\s*\(|location\.href\s*=[^=]/i,
      ),
    ).toEqual([]);
    expect(holding(/setInterval\s*\(/)).toEqual([]);
  });

  it("ask nobody to sign in", () => {
    expect(holding(/type=["']password["']|autocomplete=["'](current|new)-password/)).toEqual([]);
  });
});
