import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

/**
 * The illustrative height curves and yield tables are computed from published formulas. Here they are computed again, in
 * double precision: that is far finer than the digits printed.
 */
type Row = Readonly<Record<string, string>>;

async function rowsOf(name: string): Promise<readonly Row[]> {
  const file = new URL(`../../methodologies/coefficients/${name}`, import.meta.url);
  return Papa.parse<Row>(await readFile(file, "utf8"), { header: true, skipEmptyLines: true }).data;
}

/** H = a(1 − e^(−bt))^d of class 3 in Kochi, and 1.159 for each class better. */
const curves = {
  sugi: { a: 62.37996, b: 0.00446, d: 0.67572 },
  hinoki: { a: 32.84414, b: 0.0136, d: 0.92438 },
};
const step = 1.159;

/** V = 1/(aH^b + cH^d/N) at log10 N = n + (d − b) log10 H, times the yield index. */
const diagrams = {
  sugi: { a: 0.074343, b: -1.388481, c: 5065, d: -2.900328, n: 5.38221, index: 0.7 },
  hinoki: { a: 0.053887, b: -1.183794, c: 7663.1, d: -3.20151, n: 5.992602, index: 0.8 },
};

/** V = A(1 − e^(−kt))^p of the mean of western Japan, by the first species of the row. */
const means: Readonly<Record<string, { a: number; k: number; p: number }>> = {
  sugi: { a: 589.3, k: 0.042715, p: 2.52725 },
  hinoki: { a: 451.6, k: 0.039189, p: 2.42688 },
  buna: { a: 172.7, k: 0.043152, p: 2.14551 },
};

type Species = keyof typeof curves;

function heightOf({ species, site_class: siteClass = "", age }: Row): number {
  const { a, b, d } = curves[species as Species];
  return a * (1 - Math.exp(-b * Number(age))) ** d * step ** (3 - Number(siteClass.slice(-1)));
}

function volumeOf(row: Row): number {
  if (row.age === "0") return 0;
  if (row.prefecture === "*") {
    const mean = means[row.species?.split("|")[0] ?? ""];
    return mean === undefined ? -1 : mean.a * (1 - Math.exp(-mean.k * Number(row.age))) ** mean.p;
  }
  const height = heightOf(row);
  const { a, b, c, d, n, index } = diagrams[row.species as Species];
  const stems = 10 ** (n + (d - b) * Math.log10(height));
  return index / (a * height ** b + (c * height ** d) / stems);
}

/** Rows whose figure is further from the formula than rounding moves it. */
function astray(rows: readonly Row[], column: string, formula: (row: Row) => number, by: number) {
  return rows.filter((row) => Math.abs(Number(row[column]) - formula(row)) > by);
}

describe("illustrative forest tables", () => {
  it("have the heights of the published curve", async () => {
    const rows = await rowsOf("site-curves/1-r1/heights.csv");
    expect(rows).toHaveLength(2 * 5 * 19);
    expect(astray(rows, "height", heightOf, 0.005_000_1)).toEqual([]);
  });

  it("have the volumes of the density diagram and of the published means", async () => {
    const rows = await rowsOf("yield-tables/1-r1/yields.csv");
    const local = rows.filter(({ prefecture }) => prefecture === "kochi");
    expect([local.length, rows.length - local.length]).toEqual([2 * 5 * 21, 3 * 21]);
    expect(astray(local, "volume", volumeOf, 0.050_001)).toEqual([]);
    // k and p are printed with five or six digits, so the second decimal may differ by one.
    const mean = rows.filter(({ prefecture }) => prefecture === "*");
    expect(astray(mean, "volume", volumeOf, 0.02)).toEqual([]);
  });

  it("say of every class but the published one that it is unconfirmed", async () => {
    const all = [
      ...(await rowsOf("site-curves/1-r1/heights.csv")),
      ...(await rowsOf("yield-tables/1-r1/yields.csv")),
    ];
    for (const { prefecture, site_class: siteClass, provenance, confidence } of all) {
      const isDerived = prefecture === "*" || siteClass === "class_3";
      expect([provenance, confidence]).toEqual(
        isDerived ? ["derived", ""] : ["unconfirmed", "low"],
      );
    }
  });
});

describe("coefficients by species", () => {
  it("change with the prefecture for other trees only, and leave none out", async () => {
    const rows = await rowsOf("tree-species/1-r1/trees.csv");
    const open = rows.filter(({ prefecture }) => prefecture === "*").map(({ species }) => species);
    expect(new Set(open).size).toBe(36);
    const named = rows.filter(({ prefecture }) => prefecture !== "*");
    expect(new Set(named.map(({ species }) => species))).toEqual(
      new Set(["other_conifer", "other_broadleaf"]),
    );
  });

  it("reproduce the stock that the Forestry Agency prints, 83 t-C per hectare of sugi", async () => {
    const sugi = (await rowsOf("tree-species/1-r1/trees.csv")).find(
      ({ species }) => species === "sugi",
    );
    const { bef_gt20: factor, root, density, carbon } = sugi ?? {};
    const stock = 337 * Number(factor) * (1 + Number(root)) * Number(density) * Number(carbon);
    expect(Math.round(stock)).toBe(83);
  });
});
