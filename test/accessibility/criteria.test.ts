import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { criteria } from "./criteria.ts";
import { outcomeOf, type RunTest, reportOf, testsOf } from "./report.ts";

const run = (fullName: string, status: string): RunTest => ({
  file: "test/browser/media.test.ts",
  name: fullName,
  status,
});

describe("the table of criteria", () => {
  it("has every criterion of WCAG 2.2 A and AA once, and those of JIS X 8341-3:2016", () => {
    const ids = criteria.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const count = (level: string): number => criteria.filter((one) => one.level === level).length;
    expect([count("A"), count("AA")]).toEqual([31, 24]);
    // 4.1.1 is in the standard and not in WCAG 2.2; the report says so.
    expect(criteria.filter(({ jis }) => jis)).toHaveLength(37);
  });

  it("names only tests that are there", () => {
    const lost = criteria.flatMap(({ tests }) =>
      tests.filter(
        ({ file, title }) =>
          !existsSync(file) || !readFileSync(file, "utf8").includes(`"${title}"`),
      ),
    );
    expect(lost).toEqual([]);
  });

  it("says that nothing is tested where no test is named, and the other way round", () => {
    const odd = criteria.filter(
      ({ way, tests }) => (way === "not tested") !== (tests.length === 0),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});

describe("the report", () => {
  const criterion = criteria.find(({ id }) => id === "4.1.3");
  if (criterion === undefined) throw new Error("the criterion is gone");
  const [first, second] = criterion.tests;
  const passed = criterion.tests.map(({ file, title }) => ({
    file,
    name: `a screen reader ${title}`,
    status: "passed",
  }));

  it("claims nothing that has not run", () => {
    expect(outcomeOf(criterion, [])).toBe("not run");
    expect(outcomeOf(criterion, passed.slice(1))).toBe("not run");
    expect(outcomeOf(criterion, passed)).toBe("nothing found");
    const skipped = passed.map((one, index) => (index === 0 ? { ...one, status: "skipped" } : one));
    expect(outcomeOf(criterion, skipped)).toBe("not run");
  });

  it("tells of a test that failed, whatever else passed", () => {
    const failed = passed.map((one, index) => (index === 0 ? { ...one, status: "failed" } : one));
    expect(outcomeOf(criterion, failed)).toBe("failure found");
    expect(outcomeOf({ ...criterion, way: "not tested", tests: [] }, failed)).toBe("not tested");
  });

  it("finds every case of a test that has several, and no test of another file", () => {
    const table = { file: "test/browser/media.test.ts", title: "%s at %i px: a page" };
    const cases = [
      run("axe light at 320 px: a page", "passed"),
      run("axe dark at 1280 px: a page", "failed"),
      run("axe dark at 1280 px: another", "failed"),
      { ...run("axe dark at 1280 px: a page", "passed"), file: "test/other.test.ts" },
    ];
    expect(testsOf(table, cases).map(({ status }) => status)).toEqual(["passed", "failed"]);
    expect([first?.file, second?.file]).not.toContain(undefined);
  });

  it.each(["ja", "en"] as const)("is a page that claims no conformance (%s)", (language) => {
    const page = reportOf(language, passed, { version: "9.9.9", day: "2026-11-22" });
    expect(page).toContain(`<html lang="${language}">`);
    expect(page.match(/<tr>/g)).toHaveLength(criteria.length + 1);
    expect(page).toContain("9.9.9");
    expect(page).toContain(
      language === "ja"
        ? "対応度（準拠・一部準拠・配慮）を示すものではありません"
        : "It states no conformance",
    );
    expect(page).not.toMatch(/<script|undefined/);
  });
});
