import { describe, expect, it } from "vitest";
import type { Label } from "../../engine/methodology/schema.ts";
import type { Manifest } from "../../engine/service/protocol.ts";
import { readBuilt } from "../support/built.ts";
import { faultsOfEasy } from "../support/easy-japanese.ts";

/** Documents keep the names under which they are found; faults and tests are told to no visitor of a calculator. */
const left: ReadonlySet<string> = new Set(["documents", "knownFaults", "tests"]);

/** Every label with the place where it stands. */
function labelsOf(value: unknown, place = ""): readonly (readonly [string, Label])[] {
  if (typeof value !== "object" || value === null) return [];
  if ("ja" in value && typeof value.ja === "string") return [[place, value as Label]];
  return Object.entries(value).flatMap(([key, one]) =>
    place === "" && left.has(key) ? [] : labelsOf(one, `${place}/${key}`),
  );
}

const { editions } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;

describe.each(Object.keys(editions))("easy Japanese of %s", (edition) => {
  const labels = labelsOf(JSON.parse(readBuilt(`methodologies/${edition}/tree.json`)));
  const easy = labels.flatMap(([place, { ja, ja_easy }]) =>
    ja_easy === undefined ? [] : [{ place, ja, easy: ja_easy }],
  );

  it("marks the reading of every kanji, in kana, and keeps sentences short", () => {
    expect(easy.map((one) => [one.place, faultsOfEasy(one.easy)])).toEqual(
      easy.map(({ place }) => [place, []]),
    );
  });

  it("is the same wherever the Japanese is", () => {
    const known = new Map<string, string>();
    const others = easy.filter((one) => {
      const first = known.get(one.ja) ?? one.easy;
      known.set(one.ja, first);
      return first !== one.easy;
    });
    expect(others).toEqual([]);
  });

  it("leaves every `{placeholder}` as it is", () => {
    const placeholders = (text: string) => (text.match(/\{[^}]*\}/g) ?? []).sort();
    expect(easy.map((one) => placeholders(one.easy))).toEqual(
      easy.map(({ ja }) => placeholders(ja)),
    );
  });

  it("is there for every text that a visitor reads", () => {
    const lacking = labels.filter(([, { ja_easy }]) => ja_easy === undefined);
    expect(lacking.map(([place, { ja }]) => `${place}: ${ja}`)).toEqual([]);
  });
});

describe("the rules of easy Japanese", () => {
  it.each([
    ["会議です。", ["without reading: 会議"]],
    ["｜会議《kaigi》です。", ["not in kana: kaigi"]],
    ["｜会議《会議》です。", ["not in kana: 会議"]],
    ["｜かいぎ《かいぎ》です。", ["a reading of no kanji: かいぎ"]],
    ["｜会議《かいぎ》 ｜です。", ["a mark without its pair"]],
    [`${"あ".repeat(61)}。`, [`too long (61): ${"あ".repeat(61)}`]],
    [`${"あ".repeat(60)}。｜会議《かいぎ》です。`, []],
  ])("find what breaks them in %j", (text, faults) => {
    expect(faultsOfEasy(text)).toEqual(faults);
  });
});
