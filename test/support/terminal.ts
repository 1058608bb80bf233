import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { santei } from "../../engine/cli/program.ts";
import type { ExitStatus, Language } from "../../engine/cli/terminal.ts";

/** What a command wrote and how it ended. */
export interface Typed {
  readonly status: ExitStatus;
  readonly out: string;
  readonly err: string;
}

/** What was typed and what was written, as a reader would see it, with the hashes left out. */
export function transcript(line: string, input: string, { status, out, err }: Typed): string {
  const told = [
    `$ santei ${line}\n`,
    ...(input === "" ? [] : [input]),
    "──\n",
    out,
    ...(err === "" ? [] : ["── errors\n", err]),
    `── status ${status}\n`,
  ];
  return told.join("").replaceAll(/\b([0-9a-f]{64}|[0-9a-f]{12})\b/g, "<hash>");
}

/** The file that holds the transcript which is expected. */
export function transcriptFile(line: string, input = ""): string {
  const name = `${line} ${input}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `./transcripts/${name.replaceAll(/^-|-$/g, "")}.txt`;
}

/** A folder of files with a library in it, in which commands are typed. */
export interface Desk {
  readonly folder: string;
  /** Types a command, its words between spaces. */
  readonly type: (
    line: string,
    options?: {
      readonly input?: string;
      readonly language?: Language;
      readonly mostSheetRows?: number;
    },
  ) => Promise<Typed>;
  readonly clear: () => Promise<void>;
}

/** Lays files out, by path; those below `library/` are the library. */
export async function deskWith(files: Readonly<Record<string, string>>): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), "santei-desk-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const type: Desk["type"] = async (line, { input = "", language = "en", ...more } = {}) => {
    let out = "";
    let err = "";
    const status = await santei(line === "" ? [] : line.split(" "), {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      input: async () => input,
      folder,
      library: join(folder, "library"),
      language,
      ...more,
    });
    // Where the folder lies differs from run to run.
    const steady = (text: string) => text.replaceAll(`${folder}/`, "");
    return { status, out: steady(out), err: steady(err) };
  };
  return { folder, type, clear: () => rm(folder, { recursive: true }) };
}

const sourced = 'source: { document: guide, clause: "3" }, provenance: confirmed';

/** A small methodology with something of everything that a terminal shows. */
export const kiln = `format: methodology/1
id: KILN-1
version: 1-r1
status: published
mode: official
title: { ja: ｜窯《かま》の燃料, en: Fuel of kilns }
summary: { ja: 窯で燃やす燃料の排出量。, en: Emissions of the fuel that kilns burn. }
documents:
  guide: { title: { ja: 手引, en: Guide }, edition: Ver.2, standing: publication }
tables:
  factors: { use: factors/1 }
inputs:
  fuel: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
  heat:
    type: quantity GJ
    units: [GJ, MJ]
    label: { ja: 熱量, en: Heat }
    allowed: { min: 0, max: 1000 }
    default: { value: 100 GJ, source: { document: guide }, provenance: unconfirmed }
    range: { low: 50 GJ, high: 150 GJ, source: { document: guide }, provenance: confirmed }
  note: { type: text, optional: true, label: { ja: 備考, en: Note } }
conditions:
  large_enough:
    label: { ja: 小さな窯ではないこと, en: The kiln is not a small one }
    effect: not_applicable
    expr: heat >= 10 [GJ]
    ${sourced.replace(", provenance", "\n    provenance")}
formulas:
  emission:
    label: { ja: 排出量, en: Emissions }
    symbol: EM
    unit: t-CO2
    expr: heat * factors[fuel].factor
    round: { mode: floor, to: 0.1, ${sourced} }
    source: { document: guide, clause: "4" }
    provenance: confirmed
  share:
    label: { ja: 三分の一, en: A third of it }
    unit: t-CO2
    expr: emission / 3
    source: { document: guide }
    provenance: confirmed
outputs:
  emission: { main: true, shown: { to: 0.1 } }
  share: { shown: { to: 1, unit: kg-CO2 } }
tests:
  oil:
    given: { fuel: oil, heat: 123 GJ }
    expect: { emission: 8.6 t-CO2, share: 43/15 t-CO2 }
    worked: by_hand
  gas:
    given: { fuel: gas, heat: 5 GJ }
    expect: { emission: 0.2 t-CO2, large_enough: "false" }
    status: does_not_apply
    worked: by_hand
properties:
  more_heat: { law: increasing, of: emission, in: heat, from: oil }
`;

export const factors = `format: table/1
id: factors
version: 1-r1
status: published
title: { ja: 係数, en: Factors }
documents:
  list: { title: { ja: 係数一覧, en: List of factors }, standing: publication }
enums:
  fuel: { oil: { ja: 油, en: Oil }, gas: { ja: ガス, en: Gas } }
tables:
  factors:
    label: { ja: 排出係数, en: Emission factors }
    key: { fuel: fuel }
    columns: { factor: { unit: t-CO2/GJ, label: { ja: 係数, en: Factor } } }
    source: { document: list }
    rows:
      - { fuel: oil, factor: 0.07, provenance: confirmed }
      - { fuel: gas, factor: 0.05, provenance: unconfirmed }
`;

/** The library of most tests of the command line. */
export const library: Readonly<Record<string, string>> = {
  "library/KILN-1/1-r1/methodology.yaml": kiln,
  "library/coefficients/factors/1-r1/table.yaml": factors,
};
