import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chunkSize, startColumnLane } from "../../engine/batch/column-lane.ts";
import { readHeader } from "../../engine/batch/header.ts";
import { quickly } from "../../engine/batch/quickly.ts";
import { readRows } from "../../engine/batch/read-rows.ts";
import { libraryAt } from "../../engine/cli/load.ts";
import { openMethodology } from "../../engine/cli/open.ts";
import { startSimdKernels } from "../../engine/columns/simd/simd-kernels.ts";
import type { Plan } from "../../engine/plan.ts";
import { planOf as compiled } from "../engine/run/plan-of.ts";
import { runLane } from "../support/both-lanes.ts";
import { monthlyBoilers, months12, monthsByHand } from "../support/monthly-boilers.ts";
import {
  boilers,
  diceOf,
  type Figures,
  type Portfolio,
  photovoltaics,
  stands,
} from "../support/portfolio.ts";
import {
  boilersByHand,
  decimals,
  doubles,
  type Formulas,
  fractions,
  type Numbers,
  photovoltaicsByHand,
  printedFuels,
  standsByHand,
} from "../support/portfolio-by-hand.ts";

/**
 * Batches in columns: per row against decimal.js and doubles written by hand for the same formulas, against the exact
 * lane, against an oracle of hand-written fractions, against DuckDB, and the command line from file to file.
 *
 * `SANTEI_BENCH_ROWS` tells how many random rows are compared, a million without it; edge rows are a tenth. The file of
 * the command line has as many. Times are CPU times of this process, the least of
 * several turns, because other work may share the machine.
 */
const wanted = Number.parseInt(process.env.SANTEI_BENCH_ROWS ?? "1000000", 10);
const seed = 20_261_122;
/** The exact lane reads every row with care, which takes its time. */
const lanesCompared = Math.min(
  Number.parseInt(process.env.SANTEI_BENCH_LANES ?? "2000", 10),
  wanted,
);

const kernels = startSimdKernels;

interface Contest {
  readonly portfolio: Portfolio;
  readonly byHand: <N>(numbers: Numbers<N>) => Formulas<N>;
}

const contests: readonly Contest[] = [
  { portfolio: months12, byHand: monthsByHand },
  { portfolio: boilers, byHand: boilersByHand },
  { portfolio: photovoltaics, byHand: photovoltaicsByHand },
  { portfolio: stands, byHand: standsByHand },
];

/** CPU microseconds of some work. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const times = (value: number) => (value >= 20 ? value.toFixed(0) : value.toFixed(1));
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)} %`;

async function planOf(reference: string): Promise<Plan> {
  if (reference === months12.methodology) return compiled(monthlyBoilers);
  const opened = await openMethodology(libraryAt("methodologies"), reference);
  if (!opened.ok) throw new Error(`no methodology ${reference}`);
  return opened.value.plan;
}

const periodOf = ({ period }: Portfolio) => (period === undefined ? {} : { period });

function linesOf({ row }: Portfolio, count: number, from: number, figures: Figures): string[] {
  const dice = diceOf(from);
  return Array.from({ length: count }, () => row(dice, figures));
}

function cellsOf(names: readonly string[], line: string): Record<string, string> {
  const cells = line.split(",");
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
}

/**
 * Evaluating alone: figures have been read on every side, and rows told apart by what their cells have in common, which is
 * done while they are read; results are left in columns or numbers. Then the same with reading, from bytes on our side and
 * from a line of text on the others.
 */
function race(plan: Plan, { portfolio, byHand }: Contest, figures: Figures): void {
  const count = 3 * chunkSize;
  const lines = linesOf(portfolio, count, seed, figures);
  const names = portfolio.header.split(",");
  const header = readHeader(plan, names);
  if (!header.ok) throw new Error("the header cannot be read");
  const options = { mode: "official", asOf: "2026-04-01" } as const;
  const lane = startColumnLane(plan, header.value, portfolio.period, options, { kernels });
  const { chunk } = lane;
  const nothing = () => undefined;
  const sink = {
    chunk,
    columns: names.length,
    keep: () => true,
    blank: nothing,
    flush: nothing,
    most: chunkSize,
  };
  const chunks = Array.from({ length: count / chunkSize }, (_, at) =>
    new TextEncoder().encode(`${lines.slice(at * chunkSize, (at + 1) * chunkSize).join("\n")}\n`),
  );
  const some = lines.slice(0, 2_048);
  const cells = some.map((line) => cellsOf(names, line));
  const byHandOf = <N>(numbers: Numbers<N>) => {
    const formulas = byHand(numbers);
    const rows = cells.map(formulas.read);
    return {
      compute: () => {
        for (const row of rows) formulas.compute(row);
      },
      fromText: () => {
        for (const line of some) formulas.compute(formulas.read(cellsOf(names, line)));
      },
    };
  };
  const [ofDecimals, ofDoubles, ofFractions] = [
    byHandOf(decimals),
    byHandOf(doubles),
    byHandOf(fractions),
  ];
  const least = new Map<string, number>();
  const time = (name: string, rows: number, work: () => void) => {
    least.set(name, Math.min(least.get(name) ?? Number.POSITIVE_INFINITY, cpu(work) / rows));
  };
  // All sides in turn, so that a machine that is quicker or slower for a while is so for all of them.
  for (let turn = 0; turn < 12; turn += 1) {
    for (const bytes of chunks) {
      time("reading", chunkSize, () => readRows(bytes, sink));
      // Several times, so that the clock has something to measure.
      time("columns", 4 * chunkSize, () => {
        for (let again = 0; again < 4; again += 1) lane.compute();
      });
      chunk.clear();
    }
    time("decimal.js", some.length, ofDecimals.compute);
    time("doubles", some.length, ofDoubles.compute);
    time("fractions", some.length, ofFractions.compute);
    time("decimal.js from text", some.length, ofDecimals.fromText);
    time("doubles from text", some.length, ofDoubles.fromText);
  }
  const of = (name: string) => least.get(name) as number;
  const { tally } = lane;
  const all = tally.columns + tally.exactly + tally.left;
  const columns = of("columns");
  console.log(
    `  ${figures} rows: columns ${columns.toFixed(2)} µs a row; × decimal.js ${times(of("decimal.js") / columns)}, × fractions by hand ${times(of("fractions") / columns)}, × doubles by hand ${times(of("doubles") / columns)}`,
  );
  const both = columns + of("reading");
  console.log(
    `    with reading: columns ${both.toFixed(2)} µs a row; × decimal.js ${times(of("decimal.js from text") / both)}, × doubles by hand ${times(of("doubles from text") / both)}`,
  );
  console.log(
    `    undecided in columns ${percent(tally.exactly, all)}, left to the exact lane ${percent(tally.left, all)}`,
  );
}

/** Every cell of results of the column lane against fractions written by hand, and the tonnes of doubles. */
function compare(
  plan: Plan,
  { portfolio, byHand }: Contest,
  figures: Figures,
  count: number,
): number {
  const names = portfolio.header.split(",");
  const oracle = byHand(fractions);
  const double = byHand(doubles);
  const atOnce = 20_000;
  const tally = { differing: 0, byDoubles: 0, refused: 0 };
  const note = (line: string, row: string | undefined, right: string) => {
    tally.differing += 1;
    if (tally.differing <= 3) console.log(`    differs: ${line} → ${row}, by hand ${right}`);
  };
  for (let from = 0; from < count; from += atOnce) {
    const lines = linesOf(portfolio, Math.min(atOnce, count - from), seed + from + 1, figures);
    const file = [portfolio.header, ...lines, ""].join("\n");
    const { results } = runLane(
      plan,
      file,
      "columns",
      { ...periodOf(portfolio), kernels, quickly },
      1 << 19,
    );
    const [head = "", ...rows] = results.replace("\uFEFF", "").split("\r\n");
    const headers = headersIn(head);
    const places = oracle.columns.map(([header]) => headers.indexOf(header));
    const status = headers.indexOf("santei:status");
    for (const [at, line] of lines.entries()) {
      const cells = cellsOf(names, line);
      const found = (rows[at] ?? "").split(",");
      const right = oracle.compute(oracle.read(cells));
      const isTold = found[status] !== "issue" && found[status] !== "undecided";
      if (right === undefined || !isTold) {
        tally.refused += 1;
        if (right !== undefined || isTold) note(line, rows[at], "none");
        continue;
      }
      const texts = textsOf(oracle, fractions, right.cells);
      const isRight =
        texts.every((text, place) => found[places[place] ?? -1] === text) &&
        found[status] === (right.applies ? "applies" : "does_not_apply");
      if (!isRight) note(line, rows[at], texts.join());
      const near = double.compute(double.read(cells));
      const tonnes = near === undefined ? "" : textsOf(double, doubles, near.cells)[0];
      if (texts[0] !== tonnes) tally.byDoubles += 1;
    }
  }
  console.log(
    `  ${count} ${figures} rows, every cell against fractions by hand: ${tally.differing} differing, ${tally.refused} refused by conditions or undecided on both sides; doubles by hand: ${tally.byDoubles} other tonnes`,
  );
  return tally.differing;
}

function textsOf<N>(
  { columns }: Formulas<N>,
  { show }: Numbers<N>,
  cells: readonly (N | string)[],
): readonly string[] {
  return cells.map((cell, at) =>
    typeof cell === "string" ? cell : show(cell, columns[at]?.[1] ?? ""),
  );
}

/** A header with quotes in it. */
function headersIn(head: string): readonly (string | undefined)[] {
  return [...head.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain);
}

/** Every byte of both lanes on some rows: the exact lane reads each with care, and is slow. */
function compareLanes(plan: Plan, { portfolio }: Contest, figures: Figures, count: number): number {
  const file = [portfolio.header, ...linesOf(portfolio, count, seed - 1, figures), ""].join("\n");
  const options = periodOf(portfolio);
  let columns: ReturnType<typeof runLane> | undefined;
  let exact: ReturnType<typeof runLane> | undefined;
  const quick = cpu(() => {
    columns = runLane(plan, file, "columns", { ...options, kernels, quickly }, 1 << 19);
  });
  const slow = cpu(() => {
    exact = runLane(plan, file, "exact", options, 1 << 19);
  });
  const left = columns?.results.split("\r\n") ?? [];
  const right = exact?.results.split("\r\n") ?? [];
  const differing = right.filter((line, at) => line !== left[at]).length;
  console.log(
    `  ${count} ${figures} rows against the exact lane, byte by byte: ${differing} differing; from bytes to bytes × ${times(slow / quick)}`,
  );
  return differing;
}

/** A package that is no dependency, put into a folder of its own where it can be had. */
function duckdb(): { readonly DuckDBInstance: DuckDBInstance } | undefined {
  const folder = resolve("node_modules/.cache/santei-bench");
  const name = "@duckdb/node-api";
  if (!existsSync(join(folder, "node_modules", name))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), "{}");
    const install = ["install", "--no-save", "--no-audit", "--prefix", folder, `${name}@1.5.6-r.1`];
    const { status } = spawnSync("npm", install, { stdio: "ignore" });
    if (status !== 0) return undefined;
  }
  try {
    return createRequire(join(folder, "package.json"))(name);
  } catch {
    return undefined;
  }
}

interface DuckDBInstance {
  create(): Promise<{ connect(): Promise<DuckDBConnection> }>;
}

interface DuckDBConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
}

/** The boilers in DuckDB as doubles, one thread; results are written to a table, as ours are to columns. */
async function raceDuckDB(plan: Plan): Promise<void> {
  const duck = duckdb();
  if (duck === undefined) {
    console.log("  DuckDB: the package @duckdb/node-api 1.5.6-r.1 cannot be installed here");
    return;
  }
  const count = Math.min(wanted, 500_000);
  const folder = await mkdtemp(join(tmpdir(), "santei-duck-"));
  const lines = linesOf(boilers, count, seed, "random").map((line) =>
    line.replace(/ (kL|t|kNm3),/, ","),
  );
  const names = boilers.header
    .split(",")
    .map((name) => name.replace(/^boilers\./, "").replace(/\(.*\)$/, ""));
  writeFileSync(join(folder, "rows.csv"), [names.join(), ...lines, ""].join("\n"));
  const connection = await (await duck.DuckDBInstance.create()).connect();
  await connection.run("SET threads = 1");
  const figures = names.filter((name) =>
    /fuel_use|efficiency_[hl]hv|efficiency_lhv|capacity/.test(name),
  );
  const types = figures.map((name) => `'${name}': 'DOUBLE'`).join(", ");
  await connection.run(
    `CREATE TABLE boilers AS SELECT * FROM read_csv('${join(folder, "rows.csv")}', header = true, types = {${types}})`,
  );
  const fuels = Object.entries(printedFuels).map(([fuel, row]) => `('${fuel}', ${row.join(", ")})`);
  await connection.run(
    `CREATE TABLE fuels AS SELECT fuel, hv::DOUBLE AS hv, cef::DOUBLE AS cef, lhv::DOUBLE AS lhv FROM (VALUES ${fuels.join(", ")}) AS v(fuel, hv, cef, lhv)`,
  );
  const share = (name: string, basis: string, factor: string) =>
    `CASE WHEN ${basis} = 'hhv' THEN ${name}_hhv / 100 ELSE ${name}_lhv / 100 * ${factor} END`;
  const select = `
    WITH a AS (
      SELECT b.*, f.hv, f.cef, g.cef AS bcef,
        ${share("efficiency", "basis", "f.lhv")} AS eff,
        replaces AND old_efficiency_known AND NOT old_broken AND old_supplies_enough AND new_capacity <= 1.5 * old_capacity AS renewed,
        ${share("old_efficiency", "baseline_basis", "g.lhv")} AS old_eff,
        ${share("standard_efficiency", "baseline_basis", "g.lhv")} AS standard_eff
      FROM boilers b JOIN fuels f ON b.fuel = f.fuel JOIN fuels g ON b.baseline_fuel = g.fuel
    ), c AS (
      SELECT *, CASE WHEN renewed THEN old_eff ELSE standard_eff END AS base_eff FROM a
    )
    SELECT floor(fuel_use * hv * eff / base_eff * bcef - fuel_use * hv * cef) AS credits,
      round(fuel_use * hv * eff / base_eff * bcef, 1) AS baseline,
      round(fuel_use * hv * cef, 1) AS project,
      round(100 * base_eff, 1) AS base_efficiency,
      eff > base_eff OR cef < bcef AS applies,
      eff >= standard_eff OR cef < bcef AS meets
    FROM c`;
  let theirs = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5; turn += 1) {
    await connection.run("DROP TABLE IF EXISTS results");
    const before = process.cpuUsage();
    await connection.run(`CREATE TABLE results AS ${select}`);
    const { user, system } = process.cpuUsage(before);
    theirs = Math.min(theirs, (user + system) / count);
  }
  const [[rows] = []] = (await connection.runAndReadAll("SELECT count(*) FROM results")).getRows();
  const header = readHeader(plan, boilers.header.split(","));
  if (!header.ok) throw new Error("the header cannot be read");
  const options = { mode: "official", asOf: "2026-04-01" } as const;
  const lane = startColumnLane(plan, header.value, boilers.period, options, { kernels });
  const file = linesOf(boilers, count, seed, "random");
  const size = chunkSize;
  let ours = 0;
  for (let at = 0; at < count; at += size) {
    const bytes = new TextEncoder().encode(`${file.slice(at, at + size).join("\n")}\n`);
    const nothing = () => undefined;
    readRows(bytes, {
      chunk: lane.chunk,
      columns: header.value.columns.length,
      keep: () => true,
      blank: nothing,
      flush: nothing,
      most: size,
    });
    // The first rows make the paths, and the loops are not yet compiled.
    if (at === 0) for (let turn = 0; turn < 40; turn += 1) lane.compute();
    ours += cpu(() => lane.compute());
    lane.chunk.clear();
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `  DuckDB DOUBLE, ${rows} rows, one thread, results in a table: columns are × ${times(theirs / (ours / count))} as quick`,
  );
}

/** From file to file on the command line, in a process of its own. */
async function commandLine(rows: number, jobs: readonly string[]): Promise<void> {
  const built = resolve("dist/cli/santei.js");
  const folder = await mkdtemp(join(tmpdir(), "santei-batch-"));
  const file = join(folder, "rows.csv");
  const stream = createWriteStream(file);
  const dice = diceOf(seed);
  stream.write(`${boilers.header}\n`);
  for (let at = 0; at < rows; at += 1_000) {
    const lines = Array.from({ length: Math.min(1_000, rows - at) }, () =>
      boilers.row(dice, "random"),
    );
    if (!stream.write(`${lines.join("\n")}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
  const command = existsSync(built) ? [built] : ["site/build/run.js", "engine/cli/main.ts"];
  const words = [
    "batch",
    "EN-S-001",
    "--in",
    file,
    "--out",
    join(folder, "out.csv"),
    "--period",
    "FY2013",
    "--as-of",
    "2026-04-01",
    ...jobs,
  ];
  const start = performance.now();
  const child = spawn(process.execPath, [...command, ...words], { stdio: "ignore" });
  let peak = 0;
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      peak = Math.max(peak, Number.parseInt(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? "0", 10));
    } catch {
      // Only Linux tells, and only while it runs.
    }
  }, 50);
  const [status] = await once(child, "close");
  clearInterval(look);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `  ${rows} CSV rows from file to file${jobs.length > 0 ? `, ${jobs.join(" ")}` : ""}: ${Math.round(rows / seconds)} rows/s by the clock, peak memory ${peak === 0 ? "unknown" : `${Math.round(peak / 1024)} MB`}, status ${status}`,
  );
  rmSync(folder, { recursive: true, force: true });
}

let differing = 0;
for (const contest of contests) {
  const { methodology } = contest.portfolio;
  const plan = await planOf(methodology);
  console.log(`\n${methodology}, evaluating alone (reading the figures is on no side)`);
  for (const figures of ["random", "round"] as const) race(plan, contest, figures);
  differing += compare(plan, contest, "random", wanted);
  differing += compare(plan, contest, "edge", Math.ceil(wanted / 10));
  differing += compareLanes(plan, contest, "random", lanesCompared);
  differing += compareLanes(plan, contest, "edge", lanesCompared);
  if (contest.portfolio === boilers) await raceDuckDB(plan);
}
console.log("\nthe command line, EN-S-001");
// Five times the rows take no more memory; one thread shows what the others bring.
await commandLine(wanted, ["--jobs", "1"]);
await commandLine(wanted, []);
await commandLine(5 * wanted, []);
console.log(`\n${differing} differing in all`);
process.exitCode = differing === 0 ? 0 : 1;
