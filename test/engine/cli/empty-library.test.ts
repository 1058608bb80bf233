import { expect, it } from "vitest";
import { santei } from "../../../engine/cli/program.ts";
import type { Language } from "../../../engine/cli/terminal.ts";

/** What a command without references says where there is no library, and its status. */
async function typed(command: string, language: Language): Promise<string> {
  let said = "";
  const status = await santei([command], {
    out: () => undefined,
    err: (text) => {
      said += text;
    },
    input: async () => "",
    folder: "/",
    library: "/nowhere/methodologies",
    language,
  });
  return `${status}: ${said}`;
}

it.each(["check", "test"])(
  "%s of a library without methodologies fails and says so",
  async (of) => {
    expect(await typed(of, "en")).toContain(
      "1: error [library-empty] There is no methodology in /nowhere/methodologies.",
    );
    expect(await typed(of, "ja")).toContain("/nowhere/methodologies に方法論がありません。");
  },
);
