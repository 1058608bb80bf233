import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ensureChromium, findChromium } from "./chromium.ts";

const folders: string[] = [];

/** A folder with files of these names, taken away after the test. */
function folderOf(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "santei-path-"));
  folders.push(folder);
  for (const name of names) writeFileSync(join(folder, name), "");
  return folder;
}

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("the Chromium of the tests", () => {
  it("is the one without windows, wherever on the path it lies", () => {
    const [first, second] = [folderOf("chromium"), folderOf("chromium-headless-shell")];
    vi.stubEnv("CHROMIUM", undefined);
    vi.stubEnv("PATH", [first, second].join(delimiter));
    expect(findChromium()).toBe(join(second, "chromium-headless-shell"));
  });

  it("is any other where that is missing", () => {
    const folder = folderOf("google-chrome");
    vi.stubEnv("CHROMIUM", undefined);
    vi.stubEnv("PATH", folder);
    expect(findChromium()).toBe(join(folder, "google-chrome"));
  });

  it("is the one that CHROMIUM names", () => {
    vi.stubEnv("CHROMIUM", "/opt/one");
    vi.stubEnv("PATH", folderOf("chromium-headless-shell"));
    expect(findChromium()).toBe("/opt/one");
  });

  it("is asked for of apt-get, and missed aloud where it cannot be had", () => {
    vi.stubEnv("CHROMIUM", undefined);
    vi.stubEnv("PATH", folderOf());
    const said: string[] = [];
    expect(() => ensureChromium((line) => said.push(line))).toThrow(
      "Chromium could not be installed (apt-get needs root and a network). Install it by hand, or set CHROMIUM to its path.",
    );
    expect(said).toEqual(
      ["chromium-headless-shell", "chromium"].map(
        (name) =>
          `Chromium is not installed. Installing it: apt-get update && apt-get install -y ${name} fonts-noto-cjk`,
      ),
    );
  });
});
