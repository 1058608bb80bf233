import { describe, expect, it } from "vitest";
import { alterAnswers, inSmallerUnit, timesAnswer } from "../../../engine/proof/alter-answers.ts";
import { exact } from "../../../engine/quantity/exact.ts";
import { boilerRoom, proved } from "../../support/proved.ts";

describe("altered answers", () => {
  it("are altered text by text, wherever they stand", async () => {
    const { plan } = await proved(boilerRoom);
    const given = {
      efficiency: "80 %",
      boilers: [{ fuel: "oil", heat: { FY2021: "8 GJ", FY2022: "4 GJ" }, stray: "1" }, "torn"],
      unknown: { of: "nothing" },
    };
    const seen: string[] = [];
    const altered = alterAnswers(plan.tree, given, (text, { id }) => {
      seen.push(id);
      return `${text}!`;
    });
    expect(altered).toEqual({
      efficiency: "80 %!",
      boilers: [{ fuel: "oil!", heat: { FY2021: "8 GJ!", FY2022: "4 GJ!" }, stray: "1" }, "torn"],
      unknown: { of: "nothing" },
    });
    expect(seen).toEqual(["efficiency", "boilers.fuel", "boilers.heat", "boilers.heat"]);
  });

  it.each([
    ["8 GJ", "2", "16 GJ"],
    ["８．５ GJ", "0.1", "0.85 GJ"],
    ["1,000", "3", "3000"],
    ["-2 kL", "0", "0 kL"],
    ["oil", "2", "oil"],
    ["2024-04-01", "2", "2024-04-01"],
    ["FY2023", "2", "FY2023"],
    ["true", "2", "true"],
  ])("%s times %s is %s", (text, factor, expected) => {
    expect(timesAnswer(text, exact(factor))).toBe(expected);
  });

  it.each([
    ["8 GJ", "8000 MJ"],
    ["0.5 h", "30 min"],
    ["2 ha", "20000 m2"],
    ["2 yr", "24 month"],
    ["3 person", "3 person"],
    ["80 %", "80 %"],
    ["5", "5"],
    ["oil", "oil"],
  ])("%s in a smaller unit is %s", (text, expected) => {
    expect(inSmallerUnit(text)).toBe(expected);
  });
});
