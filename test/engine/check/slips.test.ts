import { describe, expect, it } from "vitest";
import { describe as describeIssue } from "../../../engine/locales/describe.ts";
import { en } from "../../../engine/locales/en.ts";
import { ja } from "../../../engine/locales/ja.ts";
import { marked } from "../../support/marked.ts";
import { type Slip, slipped, withoutLines } from "../../support/slips.ts";
import { slipsOfBiochar } from "../../support/slips-biochar.ts";
import { slipsOfBoilers } from "../../support/slips-boilers.ts";
import { slipsOfGrove } from "../../support/slips-grove.ts";
import { slipsOfMeeting } from "../../support/slips-meeting.ts";
import { slipsOfSharedFiles } from "../../support/slips-shared.ts";

describe.each<[string, readonly Slip[]]>([
  ["the boilers", slipsOfBoilers],
  ["the biochar", slipsOfBiochar],
  ["the meeting", slipsOfMeeting],
  ["shared tables and components", slipsOfSharedFiles],
  ["the grove", slipsOfGrove],
])("a slip in %s", (_, slips) => {
  it.each(slips.map((slip) => [slip.name, slip] as const))("tells of %s", async (_name, slip) => {
    const { times, text, issues } = await slipped(slip);
    const severity = slip.severity ?? "error";
    const issue = issues.find((one) => one.severity === severity && one.code === slip.code);
    expect(times, "the text to be replaced occurs once").toBe(1);
    expect(
      issue && {
        file: issue.file,
        caret: marked(issue.span),
        ja: withoutLines(describeIssue(issue, ja)),
        en: withoutLines(describeIssue(issue, en)),
      },
    ).toEqual({ file: issue?.file, caret: slip.caret, ja: slip.ja, en: slip.en });
    expect(issues.some((one) => one.severity === "error")).toBe(severity === "error");
    if (issue?.file === slip.file && issue.span !== undefined) {
      expect(text.split("\n")[issue.span.line - 1]).toBe(issue.span.text);
    }
  });
});

describe("the slips", () => {
  const all = [
    ...slipsOfBoilers,
    ...slipsOfBiochar,
    ...slipsOfMeeting,
    ...slipsOfSharedFiles,
    ...slipsOfGrove,
  ];

  it("are a hundred at least, each another edit", () => {
    const edits = new Set(
      all.map(({ file, find, replace }) => JSON.stringify([file, find, replace])),
    );
    expect(edits.size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(100);
  });
});

describe("the files without a slip", () => {
  it.each([
    ["EN-S-001/1.0-r1/methodology.yaml"],
    ["AG-004/2.0-r1/methodology.yaml"],
    ["MEETING-1/1.0-r1/methodology.yaml"],
    ["grove/methodology.yaml"],
  ])("%s has no error", async (file) => {
    const { issues } = await slipped({ file, find: "format:", replace: "format:" });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
