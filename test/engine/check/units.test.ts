import { describe, expect, it } from "vitest";
import { tried } from "../../support/boilers.ts";
import { errors, head } from "../../support/checked.ts";

const right: readonly (readonly [expression: string, said: string, becomes: string])[] = [
  ["sum(years, power) / heat", 'unit: "1"', "((sum(years, ?power) / ?heat) kWh/GJ→1 ×0.0036)"],
  ["carbon * co2_per_c", "unit: t-CO2", "(?carbon * co2_per_c)"],
  ["sum(years, power)", "unit: GJ", "(sum(years, ?power) kWh→GJ ×0.0036)"],
  ["sum(years, power)", "unit: MJ", "(sum(years, ?power) kWh→MJ ×3.6)"],
  ["heat * share", "unit: GJ", "((?heat * share) GJ*%→GJ ×0.01)"],
  ["share", 'unit: "1"', "(share %→1 ×0.01)"],
  ["water * 1000 [kg/m3]", "unit: t", "((?water * 1000[kg/m3]) kg→t ×0.001)"],
  ["people * distance", "unit: person-km", "(?people * ?distance)"],
  ["outlet - inlet", "unit: K", "(?outlet - ?inlet)"],
  ["outlet > inlet", "type: boolean", "(?outlet > ?inlet)"],
  ["max(outlet, inlet)", "unit: °C", "max(?outlet, ?inlet)"],
  ["1 [drum]", "unit: kL", "(1[drum] drum→kL ×0.2)"],
  ["price / eaten", "unit: JPY/meal", "(?price / ?eaten)"],
  [
    "exp(2 - 0.8 * ln(biomass / 1 [kg]))",
    'unit: "1"',
    "exp((2 - (0.8 * ln(((?biomass / 1[kg]) t/kg→1 ×1000)))))",
  ],
  ["pow(height, 2)", "unit: m2", "pow(?height, 2)"],
  ["pow(1.5, 0.3)", 'unit: "1"', "pow(1.5, 0.3)"],
  ["worth", "unit: GJ.hhv, per: [burners, years]", "worth"],
  [
    "use * fuels[burns, year].hv",
    "unit: GJ.hhv, per: [burners, years]",
    "(?burners.use * fuels[?burners.burns, @years].hv)",
  ],
  [
    "fuels[truck, year].hv * 1 [L]",
    "unit: GJ.hhv, per: [burners, years]",
    "((fuels[?burners.truck, @years].hv * 1[L]) GJ.hhv*L/kL→GJ.hhv ×0.001)",
  ],
  [
    "fuels[fuel.gas, year].hv * gas_volume",
    "unit: GJ.hhv, per: years",
    "((fuels[fuel.gas, @years].hv * ?gas_volume) GJ.hhv*Nm3/kNm3→GJ.hhv ×0.001)",
  ],
  [
    "plot.burnt * fuels[plot.plot_fuel, year].hv",
    "unit: GJ.hhv, per: [burners, years]",
    "(?burners.plot→?plots.burnt * fuels[?burners.plot→?plots.plot_fuel, @years].hv)",
  ],
  ["burnt", "unit: U, unit_variable: { U: plot_fuel }, per: plots", "?plots.burnt"],
  [
    "sum(fuel, by_fuel * fuels[fuel, year].cef / 1 [t/GJ.hhv])",
    "unit: t-CO2, per: years",
    "sum(fuel, ((?by_fuel * fuels[@fuel, @years].cef) / 1[t/GJ.hhv]))",
  ],
  ["abs(heat - 1 [MJ])", "unit: GJ", "abs((?heat - (1[MJ] MJ→GJ ×0.001)))"],
  ["clamp(heat, 0 [MJ], 5 [GJ])", "unit: GJ", "clamp(?heat, (0[MJ] MJ→GJ ×0.001), 5[GJ])"],
  ["heats[outlet].kept", 'unit: "1"', "(heats[?outlet].kept %→1 ×0.01)"],
  [
    "curves[grade.good, 120 [month]].height",
    "unit: m",
    "curves[grade.good, (120[month] month→yr ×1/12)].height",
  ],
  ["-heat", "unit: GJ", "-?heat"],
  ["36 * heat / 360", "unit: GJ", "((36 * ?heat) / 360)"],
  ["0.36 * heat", "unit: GJ", "(0.36 * ?heat)"],
];

const wrong: readonly (readonly [expression: string, said: string, becomes: string])[] = [
  [
    "carbon",
    "unit: t-CO2",
    "unit-mismatch <carbon> This should be in t-CO2, but it is in t-C. Carbon becomes CO2 by 44/12 t-CO2/t-C.",
  ],
  [
    "methane",
    "unit: t-CO2e",
    "unit-mismatch <methane> This should be in t-CO2e, but it is in t-CH4. A gas becomes CO2e by its global warming potential.",
  ],
  [
    "heat",
    "unit: GJ.hhv",
    "unit-mismatch <heat> This should be in GJ.hhv, but it is in GJ. Higher and lower heating value and useful heat are different bases.",
  ],
  [
    "use * fuels[old_fuel, year].hv",
    "unit: GJ.hhv, per: [burners, years]",
    "unit-mismatch <use * fuels[old_fuel, year].hv> This should be in GJ.hhv, but it is in [unit of burners.burns]*GJ.hhv/[unit of burners.old_fuel].",
  ],
  [
    "plot.burnt * fuels[burns, year].hv",
    "unit: GJ.hhv, per: [burners, years]",
    "unit-mismatch <plot.burnt * fuels[burns, year].hv> This should be in GJ.hhv, but it is in [unit of burners.plot.plot_fuel]*GJ.hhv/[unit of burners.burns].",
  ],
  [
    "sum(plots, burnt)",
    "unit: t",
    "units-along-axis <burnt> Along plots this is in a different unit each time, so sum cannot take it together.",
  ],
  [
    "biomass - dry_mass",
    "unit: t",
    "unit-mismatch <dry_mass> This should be in t, but it is in t.dry. Dry mass is the mass without its moisture.",
  ],
  [
    "gas_volume + water",
    "unit: m3",
    "unit-mismatch <water> This should be in Nm3, but it is in m3. Nm3 is a volume at 0 °C and 1 atm, which m3 is not.",
  ],
  [
    "people * distance",
    "unit: vehicle-km",
    "unit-mismatch <people * distance> This should be in vehicle-km, but it is in person*km. Different things are counted.",
  ],
  [
    "heat + 1",
    "unit: GJ",
    "unit-mismatch <1> This should be in GJ, but it is a number without a unit.",
  ],
  [
    "heat",
    'unit: "1"',
    "unit-mismatch <heat> This should be a number without a unit, but it is in GJ.",
  ],
  ["share", "unit: GJ", "unit-mismatch <share> This should be in GJ, but it is in %."],
  [
    "outlet + inlet",
    "unit: °C",
    "celsius-arithmetic <outlet + inlet> Temperatures in °C can only be compared and subtracted from each other; + is not possible.",
  ],
  [
    "outlet * 2",
    "unit: °C",
    "celsius-arithmetic <outlet * 2> Temperatures in °C can only be compared and subtracted from each other; * is not possible.",
  ],
  [
    "-outlet",
    "unit: °C",
    "celsius-arithmetic <-outlet> Temperatures in °C can only be compared and subtracted from each other; - is not possible.",
  ],
  [
    "abs(outlet)",
    "unit: °C",
    "celsius-arithmetic <abs(outlet)> Temperatures in °C can only be compared and subtracted from each other; abs is not possible.",
  ],
  [
    "sum(years, power) * 3.6",
    "unit: GJ",
    "conversion-typed <3.6> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  ],
  [
    "heat * 1000",
    "unit: GJ",
    "conversion-typed <1000> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  ],
  [
    "heat / 1000",
    "unit: GJ",
    "conversion-typed <1000> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  ],
  [
    "3.6 * 0.001 * heat",
    "unit: GJ",
    "conversion-typed <3.6> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source. | conversion-typed <0.001> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  ],
  [
    "heat * 0.0036",
    "unit: GJ",
    "conversion-typed <0.0036> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  ],
  [
    "100 / share",
    'unit: "1"',
    "conversion-typed <100> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  ],
  [
    "heat * -10",
    "unit: GJ",
    "conversion-typed <-10> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  ],
  [
    "heat * pow(10, -3)",
    "unit: GJ",
    "conversion-typed <pow(10, -3)> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  ],
  [
    "10 [1] * heat",
    "unit: GJ",
    "conversion-typed <10 [1]> Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  ],
  [
    "pow(height, 0.5)",
    "unit: m",
    "power-of-quantity <0.5> A quantity in m can only be raised to a whole number that is written out.",
  ],
  [
    "pow(height, share)",
    "unit: m",
    "power-of-quantity <share> A quantity in m can only be raised to a whole number that is written out.",
  ],
  [
    "pow(2, height)",
    'unit: "1"',
    "not-pure <height> pow takes a number without a unit, but this is a quantity in m. Divide it by 1 in its unit first.",
  ],
  [
    "ln(height)",
    'unit: "1"',
    "not-pure <height> ln takes a number without a unit, but this is a quantity in m. Divide it by 1 in its unit first.",
  ],
  ["exp(1 [%])", 'unit: "1"', "exp((1[%] %→1 ×0.01))"],
  [
    "sqrt(height)",
    'unit: "1"',
    "not-pure <height> sqrt takes a number without a unit, but this is a quantity in m. Divide it by 1 in its unit first.",
  ],
  ["sum(list, 1)", 'unit: "1"', "unknown-name <list> There is no axis list."],
  ["1 [kw]", "unit: kW", "unknown-unit <kw> There is no unit kw. Did you mean kW?"],
  ["1 [k$]", "unit: kW", "unknown-unit <k> There is no unit k. Did you mean K?"],
  [
    "eaten + people",
    "unit: meal",
    "unit-mismatch <people> This should be in meal, but it is in person. Different things are counted.",
  ],
  [
    "heat > 3",
    "type: boolean",
    "unit-mismatch <3> This should be in GJ, but it is a number without a unit.",
  ],
  [
    "min(heat, 1 [kg])",
    "unit: GJ",
    "unit-mismatch <1 [kg]> This should be in GJ, but it is in kg.",
  ],
  [
    "clamp(heat, 0, 1)",
    "unit: GJ",
    "unit-mismatch <0> This should be in GJ, but it is a number without a unit. | unit-mismatch <1> This should be in GJ, but it is a number without a unit.",
  ],
  [
    "curves[grade.good, 10 [m]].height",
    "unit: m",
    "unit-mismatch <10 [m]> This should be in yr, but it is in m.",
  ],
  ["heats[heat].kept", 'unit: "1"', "unit-mismatch <heat> This should be in °C, but it is in GJ."],
  [
    "burnt",
    "unit: kL, per: plots",
    "unit-mismatch <burnt> This should be in kL, but it is in [unit of plots.plot_fuel].",
  ],
  [
    "1 [day] + 1 [month]",
    "unit: day",
    "unit-mismatch <1 [month]> This should be in day, but it is in month.",
  ],
];

/** Sections after the head of a file, and what is told of them: place, code, the characters meant, and the sentence. */
const files: readonly (readonly [subject: string, text: string, told: readonly string[]])[] = [
  [
    "things and units of the registry",
    `things: { t: { ja: あ, en: A } }
units: { kg: { value: 2, unit: t }, bag: { value: x, unit: t }, box: { value: 3, unit: crate } }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "7:11 name-taken <t>: t is already the name of a unit. Give this another name.",
      "8:10 name-taken <kg>: kg is already the name of a unit. Give this another name.",
      "8:51 not-above-zero <x>: x should be a number above zero, such as 0.1.",
      "8:88 unknown-unit <crate>: There is no unit crate.",
    ],
  ],
  [
    "units in terms of each other",
    `units: { box: { value: 3, unit: bag }, bag: { value: 20, unit: kg } }
inputs: { mass: { type: quantity box, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [],
  ],
  [
    "constants",
    `enums: { way: { near: { ja: あ, en: A } } }
constants: { a: { value: 1 }, b: { value: 1 t, unit: t }, c: { value: 2x, unit: t }, e: { value: 2013-13-01, type: date }, f: { value: nere, type: enum way }, g: { value: 1 tt }, h: { value: yes, type: boolean }, i: { value: 44/12, unit: t-CO2/t-C }, j: { value: x, type: text } }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "8:14 unit-or-type <a>: a should have one of unit and type.",
      "8:31 unit-or-type <b>: b should have one of unit and type.",
      "8:71 not-a-figure <2x>: 2x should be a number such as 12.5.",
      "8:98 not-of-type <2013-13-01>: 2013-13-01 should be a date.",
      "8:136 unknown-name <nere>: There is no member nere in way. Did you mean near?",
      "8:174 unknown-unit <tt>: There is no unit tt. Did you mean t?",
      "8:192 not-of-type <yes>: yes should be true or false.",
      "8:273 unknown-type <text>: text is not a type that can stand here.",
    ],
  ],
  [
    "presets",
    `enums: { way: { near: { ja: あ, en: A } } }
inputs: { mass: { type: quantity t, units: [kg, kWh], initial: 1 kWh, allowed: { min: x, max: 5 }, default: { value: 2 kg }, range: { low: 1, high: 2 m }, label: { ja: あ, en: A } }, way: { type: enum way, default: { value: nere }, units: [t], label: { ja: あ, en: A } }, flag: { type: boolean, range: { low: 1, high: 2 }, allowed: { min: 1 }, label: { ja: あ, en: A } }, share: { type: quantity kWh, show_as: "%", label: { ja: あ, en: A } }, quota: { type: quantity t-C/t.dry, show_as: "%", label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "8:66 unit-mismatch <kWh>: This should be in t, but it is in kWh.",
      "8:151 unit-mismatch <m>: This should be in t, but it is in m.",
      "8:87 not-a-figure <x>: x should be a number such as 12.5.",
      "8:49 unit-mismatch <kWh>: This should be in t, but it is in kWh.",
      "8:224 unknown-name <nere>: There is no member nere in way. Did you mean near?",
      "8:232 quantity-only <units>: units belongs to quantities only.",
      "8:294 quantity-only <range>: range belongs to quantities only.",
      "8:322 quantity-only <allowed>: allowed belongs to quantities only.",
      '8:408 unit-mismatch <"%">: This should be in kWh, but it is in %.',
    ],
  ],
  [
    "rules of tables",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
enums: { way: { near: { ja: あ, en: A }, far: { ja: あ, en: A } } }
tables:
  k:
    key: { a: way, n: number t, m: interval t }
    includes: lower
    interpolate: { m: linear, z: linear }
    outside: { a: clamp, m: clamp }
    symmetric: [a, n]
    inverse: { a: { from: vv, choose: nearest }, q: { from: v, choose: nearest } }
    unit_variable: { U: n }
    columns: { v: { unit: t, low: l, high: h }, l: kg, s: { unit: t, slope_of: v, along: n, includes: lower }, r: { unit: t, slope_of: v, along: a } }
    rows: []
`,
    [
      "15:20 key-not-number <m>: interpolate does not work for m, which is not a key of numbers.",
      "15:31 unknown-name <z>: There is no key z.",
      "16:16 key-not-number <a>: outside does not work for a, which is not a key of numbers.",
      "19:25 unknown-name <n>: There is no key n. Did you mean a?",
      "20:35 unit-mismatch <l>: This should be in t, but it is in kg.",
      "20:44 unknown-name <h>: There is no column h.",
      "20:67 unit-mismatch <t>: This should be a number without a unit, but it is in t.",
      "20:112 slope-incomplete <r>: The slope r needs along: with a number key, and includes: lower or upper.",
      "18:27 unknown-name <vv>: There is no column vv. Did you mean v?",
      "18:50 unknown-name <q>: There is no key q.",
      "17:5 symmetric-pair <symmetric>: symmetric names two keys over the same enum.",
    ],
  ],
  [
    "units of members",
    `inputs: { mass: { type: quantity t, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
enums: { way: { near: { ja: あ, en: A }, far: { ja: あ, en: A } } }
tables:
  k: { key: { a: way }, unit_variable: { U: a }, columns: { v: t/U }, rows: [{ a: near, U: m, v: 1 }, { a: far, U: mm2x, v: 2 }] }
  l: { key: { a: way }, unit_variable: { U: a }, columns: { v: t/U }, rows: [{ a: near, U: km, v: 1 }, { a: far, U: km, v: 2 }] }
`,
    [
      "12:116 unknown-unit <mm2x>: There is no unit mm2x. Did you mean mm?",
      "13:92 unit-of-member-differs <km>: near is in m in another row, but in km here. A member has one unit.",
    ],
  ],
  [
    "unit variables that hang on nothing",
    `enums: { way: { near: { ja: あ, en: A } } }
inputs: { mass: { type: quantity t, label: { ja: あ, en: A } }, way: { type: enum way, label: { ja: あ, en: A } }, a: { type: quantity U, unit_variable: { U: way }, label: { ja: あ, en: A } }, b: { type: quantity U, unit_variable: { U: mass }, label: { ja: あ, en: A } }, c: { type: quantity V, label: { ja: あ, en: A } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`,
    [
      "8:157 unit-of-members <way>: No table gives the members of way a unit, so a unit variable cannot hang on it.",
      "8:234 type-mismatch <mass>: This should be a member of an enum, but it is a quantity in t.",
      "8:289 unknown-unit <V>: There is no unit V.",
    ],
  ],
];

describe("units", async () => {
  const good = await tried(right);
  const bad = await tried(wrong);

  it.each(right.map((one, index) => [...one, index] as const))(
    "%s with %s becomes a node",
    (_expression, _said, becomes, index) => {
      expect(good[index]).toBe(becomes);
    },
  );

  it.each(wrong.map((one, index) => [...one, index] as const))(
    "%s with %s is refused",
    (_expression, _said, told, index) => {
      expect(bad[index]).toBe(told);
    },
  );

  it.each(files)("checks %s", async (_subject, text, told) => {
    expect(await errors(head + text)).toEqual(told);
  });
});
