import type { Answer, AnswerSet } from "../../engine/answers/record.ts";
import { csvLine } from "../../engine/batch/csv.ts";
import type { FormInput } from "../../engine/methodology/form.ts";
import type { CalculationResult, OutputResult, OutputValue } from "../../engine/result/result.ts";
import { fieldName } from "../answers/answer-set.ts";
import type { Draft } from "../answers/draft.ts";
import { outputName } from "../result/headline.tsx";
import { type Axes, placeWords } from "../text/axes.ts";
import type { DetailsSetting } from "../text/details-setting.ts";
import { plainWords, withoutReadings } from "../text/language.ts";
import type { OutText } from "../text/out-text.ts";

/** A row of the file, by the column that it fills. */
type Row = Partial<Record<keyof OutText["columns"], string>>;

/**
 * A result as a table for a spreadsheet: what was entered, every output with its exact value and as it is shown, what
 * was assumed or is not confirmed, and what the calculation can be repeated from. It begins with a byte order mark,
 * and no cell of it is taken for a formula.
 */
export function resultCsv(
  setting: DetailsSetting & { readonly out: OutText },
  result: CalculationResult,
  answers: AnswerSet,
  draft: Draft,
): string {
  const { out } = setting;
  const columns = Object.keys(out.columns) as readonly (keyof OutText["columns"])[];
  const axes = { ...setting, parts: result.parts, draft };
  const rows: readonly Row[] = [
    { ...out.columns },
    ...entryRows(axes, out, answers),
    ...Object.entries(result.results).flatMap(([id, output]) => outputRows(axes, out, id, output)),
    ...result.assumed.map((one): Row => {
      const { input, at, label, value, unit } = one;
      const name = plainWords(label, setting.language);
      return { ...partOf(out, "assumed", input), name, place: placeWords(axes, at), value, unit };
    }),
    ...result.unconfirmed.map((figure): Row => {
      const { kind, id, label, keys, value, unit, provenance } = figure;
      return {
        ...partOf(out, "unconfirmed", id),
        name: label === undefined ? id : plainWords(label, setting.language),
        place: keys?.join(", ") ?? "",
        value: value ?? "",
        unit: unit ?? "",
        note: [setting.text.kinds[kind] ?? kind, setting.text.provenances[provenance]].join(" "),
      };
    }),
    ...recordRows(setting, out, result),
  ];
  const written = rows.map((row) => csvLine(columns.map((column) => row[column] ?? "")));
  // A table has no ruby.
  return `\u{feff}${withoutReadings(written.join(""))}`;
}

function partOf(out: OutText, part: keyof OutText["parts"], id: string): Row {
  return { part: out.parts[part], id };
}

function outputRows(axes: Axes, out: OutText, id: string, output: OutputResult): readonly Row[] {
  const name = outputName(axes, id, output);
  const values: readonly (OutputResult | OutputValue)[] = output.values ?? [output];
  return values.map((value): Row => {
    const { text } = axes;
    const none = { missing: text.none, stopped: text.stopped, failed: text.failed };
    const displayed = [value.display_low, value.display_high].filter((end) => end !== undefined);
    return {
      ...partOf(out, "result", id),
      name,
      place: "at" in value ? placeWords(axes, value.at) : "",
      value: ("value" in value && value.value) || "",
      low: ("low" in value && value.low) || "",
      high: ("high" in value && value.high) || "",
      unit: value.unit ?? output.unit,
      shown: value.display ?? displayed.join(".."),
      shownUnit: value.display_unit ?? output.display_unit,
      note: "none" in value && value.none !== undefined ? none[value.none] : "",
    };
  });
}

function entryRows(axes: Axes, out: OutText, { period, given }: AnswerSet): readonly Row[] {
  const { form, language, text } = axes;
  const rows: Row[] = [];
  if (period !== undefined) {
    const value = typeof period === "string" ? period : `${period.from}..${period.to}`;
    rows.push({ ...partOf(out, "entry", "period"), name: text.period, value });
  }
  const walk = (input: FormInput, id: string, answer: Answer, at: Record<string, string>): void => {
    if (typeof answer === "string") {
      const name = plainWords(input.label, language);
      rows.push({ ...partOf(out, "entry", id), name, place: placeWords(axes, at), value: answer });
      return;
    }
    for (const [key, inner] of Object.entries(answer)) {
      const axis = input.per.find((one) => at[one] === undefined) ?? "parts";
      walk(input, id, inner, { ...at, [axis]: key });
    }
  };
  for (const input of form.inputs) {
    if (input.list === undefined) {
      const answer = given[input.id];
      if (answer !== undefined) walk(input, input.id, answer, {});
      continue;
    }
    const { list } = input;
    const items = given[list];
    for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
      const answer = (item as Readonly<Record<string, Answer>>)[fieldName(input)];
      if (answer !== undefined) walk(input, input.id, answer, { [list]: `${index + 1}` });
    }
  }
  return rows;
}

function recordRows(
  { text }: DetailsSetting,
  out: OutText,
  { methodology, as_of: asOf, mode, engine, period, uses, replaced }: CalculationResult,
): readonly Row[] {
  const row = (id: string, name: string, value: string): Row => ({
    ...partOf(out, "record", id),
    name,
    value,
  });
  return [
    row("methodology", text.methodology, methodology.id),
    row("version", text.version, methodology.version),
    row("hash", text.hash, methodology.hash),
    row("as_of", text.asOfDate, asOf),
    row("mode", text.mode, text.modes[mode]),
    ...(period === undefined ? [] : [row("period", text.period, `${period.from}..${period.to}`)]),
    row("engine", text.engine, engine),
    ...uses.map(({ id, version, hash }) => row(`${id}/${version}`, text.hash, hash)),
    ...replaced.map(({ table, hash }) => row(table, text.hash, hash)),
  ];
}
