import { describe, expect, it } from "vitest";
import { divide, print } from "../../../engine/quantity/exact.ts";
import {
  divideUnits,
  isPure,
  multiplyUnits,
  noScope,
  parseUnit,
  powerOfUnit,
  printUnit,
  sameDimensions,
  type Unit,
  type UnitScope,
} from "../../../engine/quantity/unit.ts";

function unit(text: string, scope: UnitScope = noScope): Unit {
  const reading = parseUnit(text, scope);
  if (!reading.ok) throw new Error(`${text}: ${JSON.stringify(reading.problem)}`);
  return reading.unit;
}

/** How many of `to` one `from` is. */
const factor = (from: string, to: string) => print(divide(unit(from).factor, unit(to).factor));

describe("reading", () => {
  it.each([
    "1",
    "%",
    "kL",
    "t-CO2/GJ.hhv",
    "GJ/GJ.lhv",
    "kg-CO2e/person-km",
    "MJ/(t*K)",
    "kWh/(kW*day)",
    "L/(t*km)",
    "m^2",
    "m3/(ha*yr)",
    "t-C/t.dry",
    "JPY/person",
    "°C",
    "1/(m2*h)",
    "person-night",
    "person-vehicle-night-km",
    "m^12",
    "t*km/person",
    "t*km^2/(h^3*m2)",
  ])("reads and writes %s", (text) => {
    expect(printUnit(unit(text))).toBe(text);
  });

  it.each([
    ["", { kind: "syntax", at: 0, found: "" }],
    ["GJ/", { kind: "syntax", at: 3, found: "" }],
    ["GJ//t", { kind: "syntax", at: 3, found: "/" }],
    ["GJ/t/h", { kind: "syntax", at: 4, found: "/" }],
    ["GJ/(t*h", { kind: "syntax", at: 7, found: "" }],
    ["GJ t", { kind: "syntax", at: 2, found: " " }],
    ["GJ*", { kind: "syntax", at: 3, found: "" }],
    ["GJ/1/t", { kind: "syntax", at: 3, found: "1" }],
    ["GJ/t*h", { kind: "syntax", at: 4, found: "*" }],
    ["m^123", { kind: "syntax", at: 4, found: "3" }],
    ["abt-CO2", { kind: "unknown", at: 0, name: "abt-CO2" }],
    ["t-CO2x", { kind: "unknown", at: 0, name: "t-CO2x" }],
    ["GJ.hhvx", { kind: "unknown", at: 0, name: "GJ.hhvx" }],
    ["kW.hhv", { kind: "unknown", at: 0, name: "kW.hhv" }],
    ["furlong.hhv", { kind: "unknown", at: 0, name: "furlong.hhv" }],
    ["person--km", { kind: "unknown", at: 0, name: "person--km" }],
    ["t-t-t-t-t", { kind: "unknown", at: 0, name: "t-t-t-t-t" }],
    ["2*GJ", { kind: "syntax", at: 0, found: "2" }],
    ["furlong", { kind: "unknown", at: 0, name: "furlong" }],
    ["GJ/furlong", { kind: "unknown", at: 3, name: "furlong" }],
    ["t.hhv", { kind: "unknown", at: 0, name: "t.hhv" }],
    ["GJ.dry", { kind: "unknown", at: 0, name: "GJ.dry" }],
    ["L-CO2", { kind: "unknown", at: 0, name: "L-CO2" }],
    ["person-", { kind: "unknown", at: 0, name: "person-" }],
    ["constructor", { kind: "unknown", at: 0, name: "constructor" }],
  ])("does not read %j", (text, problem) => {
    expect(parseUnit(text)).toEqual({ ok: false, problem });
  });
});

it("reads two hundred characters, and no more", () => {
  const long = `kL*${"m*".repeat(98)}`;
  expect(printUnit(unit(`${long}m`))).toBe("kL*m^99");
  expect(parseUnit(`${long}kL`)).toEqual({
    ok: false,
    problem: { kind: "syntax", at: 0, found: "k" },
  });
});

describe("meaning", () => {
  it.each([
    ["kWh", "MJ", "3.6"],
    ["MJ", "kWh", "5/18"],
    ["kWh", "GJ", "0.0036"],
    ["kL", "m3", "1"],
    ["L", "kL", "0.001"],
    ["ha", "m2", "10000"],
    ["kNm3", "Nm3", "1000"],
    ["day", "h", "24"],
    ["yr", "month", "12"],
    ["%", "1", "0.01"],
    ["kg-CO2", "t-CO2", "0.001"],
    ["kW*h", "kWh", "1"],
    ["kWh/(kW*day)", "1", "1/24"],
    ["km2", "ha", "100"],
    ["W", "kW", "0.001"],
    ["t-km", "t*km", "1"],
  ])("converts %s to %s by %s", (from, to, expected) => {
    expect(factor(from, to)).toBe(expected);
    expect(sameDimensions(unit(from), unit(to))).toBe(true);
  });

  it.each([
    ["t-C", "t-CO2"],
    ["t-CO2", "t-CO2e"],
    ["t-CH4", "t-CO2e"],
    ["t-CO2", "t"],
    ["GJ.hhv", "GJ"],
    ["GJ.hhv", "GJ.lhv"],
    ["t.dry", "t"],
    ["Nm3", "m3"],
    ["person-km", "vehicle-km"],
    ["person", "vehicle"],
    ["day", "yr"],
    ["K", "°C"],
    ["kWh", "kW"],
    ["JPY", "1"],
  ])("does not take %s for %s", (left, right) => {
    expect(sameDimensions(unit(left), unit(right))).toBe(false);
  });

  it("multiplies, divides and raises", () => {
    const heat = multiplyUnits(unit("kL"), unit("GJ.hhv/kL"));
    expect(printUnit(heat)).toBe("GJ.hhv");
    expect(printUnit(divideUnits(unit("t-CO2"), unit("t-CO2/GJ")))).toBe("GJ");
    expect(printUnit(powerOfUnit(unit("m"), 2))).toBe("m^2");
    expect(sameDimensions(powerOfUnit(unit("m"), 2), unit("m2"))).toBe(true);
    expect(isPure(divideUnits(unit("kWh"), unit("MJ")))).toBe(true);
    expect(isPure(powerOfUnit(unit("m"), 0))).toBe(true);
    expect(isPure(unit("t"))).toBe(false);
  });

  it("takes things, units and variables of a file", () => {
    const scope: UnitScope = {
      things: new Set(["meal", "dish"]),
      units: new Map([["dozen", { ...unit("1"), parts: new Map([["dozen", 1]]) }]]),
      variables: new Map([["U", "variable:fuel"]]),
    };
    expect(printUnit(unit("meal/person", scope))).toBe("meal/person");
    expect(printUnit(unit("meal-km", scope))).toBe("meal-km");
    expect(sameDimensions(unit("meal", scope), unit("dish", scope))).toBe(false);
    expect(printUnit(unit("dozen", scope))).toBe("dozen");
    const cancelled = multiplyUnits(unit("U", scope), unit("GJ.hhv/U", scope));
    expect(printUnit(cancelled)).toBe("GJ.hhv");
    expect(parseUnit("meal").ok).toBe(false);
  });
});
