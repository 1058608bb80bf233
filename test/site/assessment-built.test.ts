import { describe, expect, it } from "vitest";
import type { Form } from "../../engine/methodology/form.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import type { Manifest } from "../../engine/service/protocol.ts";
import { assumedWords } from "../../site/assessment/assumed-words.ts";
import { assessmentWords } from "../../site/assessment/words.ts";
import { ja } from "../../widgets/text/ja.ts";
import { readBuilt } from "../support/built.ts";

const { newest } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
const guide = JSON.parse(readBuilt("methodologies/assessment.json")) as Guide;

describe("the page of an assessment as it is built", () => {
  it.each([
    ["site/index.html", "assessment/"],
    ["site/en/index.html", "../en/assessment/"],
    ["site/EN-S-001/index.html", "../assessment/"],
  ])("%s leads to it", (page, link) => {
    expect(readBuilt(page)).toContain(`href="${link}"`);
  });

  it.each([
    ["ja", "site/assessment/index.html"],
    ["en", "site/en/assessment/index.html"],
  ] as const)("in %s holds every thing of the guide before a script has come", (language, file) => {
    const html = readBuilt(file);
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).not.toContain("《");
    for (const [id, thing] of Object.entries(guide.things)) {
      expect([id, html.includes(thing.label[language])]).toEqual([id, true]);
    }
  });

  it("asks only what the forms have", () => {
    const form = (id: string) =>
      JSON.parse(readBuilt(`methodologies/${newest[id]}/form.json`)) as Form;
    const has = (id: string, input: string) => form(id).inputs.some((one) => one.id === input);
    const first = Object.entries(guide.methodologies).flatMap(([id, own]) =>
      own.first.filter((input) => !has(id, input)),
    );
    const rules = [...guide.scheme.shared, ...guide.scheme.own].filter((place) => {
      const [id = "", input = ""] = place.split(".");
      return !has(id, input);
    });
    expect([first, rules]).toEqual([[], []]);
  });
});

describe("an assumption in the reader's words", () => {
  const form = JSON.parse(readBuilt(`methodologies/${newest["EN-S-001"]}/form.json`)) as Form;
  const setting = { form, language: "ja", text: ja, prefix: "" } as const;
  const told = (input: string, value: string, methodology = "EN-S-001") =>
    assumedWords(
      setting,
      { kind: "range", methodology, input, value, label: { ja: "" }, provenance: "unconfirmed" },
      assessmentWords.ja,
    );

  it.each([
    ["boilers.efficiency_hhv", "80 %–100 %", "80%〜100%"],
    ["boilers.used_on_site", "false, true", "いいえ、はい"],
    ["boilers.old_stopped", "2027-04-01", "2027年4月1日"],
    ["", "city_gas FY2027–FY2034 (FY2013) 44", "都市ガス 2027年度–2034年度 (2013年度) 44"],
  ])("%s: %s is %s", (input, value, expected) => {
    expect(told(input, value)).toBe(expected);
  });

  it("stands for its kind where nothing stood in", () => {
    const bare = { kind: "reviews", methodology: "", label: { ja: "" }, provenance: "unconfirmed" };
    expect(assumedWords(setting, bare as never, assessmentWords.ja)).toBe("審査の仮定");
  });
});
