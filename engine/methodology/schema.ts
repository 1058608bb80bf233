import * as z from "zod/mini";
import { either } from "./choice.ts";
import { idPattern } from "./id.ts";

// A strict content security policy reports zod's probe for `new Function`.
z.config({ jitless: true });

/**
 * The shape of a methodology, table or component file: the single definition from which the published JSON Schema and
 * the types come. Every scalar is text, as the failsafe schema of YAML reads it; what a text means (a unit, an
 * expression, a type) is read by later phases.
 */
const text = z.string();
const flag = z.enum(["true", "false"]);

export { idPattern };

const id = text.check(z.regex(idPattern));
const memberId = id;
const listOr = <T extends z.ZodMiniType>(one: T) => z.union([one, z.array(one)]);

export const provenances = ["confirmed", "secondary", "derived", "unconfirmed"] as const;
const provenance = z.enum(provenances);
const confidence = z.enum(["medium", "low"]);

const label = z.strictObject({ ja: text, en: z.optional(text), ja_easy: z.optional(text) });

const source = z.strictObject({
  document: id,
  clause: z.optional(text),
  page: z.optional(text),
  table: z.optional(text),
  note: z.optional(text),
});
const sources = listOr(source);

const sourced = {
  source: z.optional(sources),
  provenance: z.optional(provenance),
  confidence: z.optional(confidence),
};
/** A published figure: `known` is the date it became known, so that a past answer replays. */
const figure = { ...sourced, known: z.optional(text), note: z.optional(text) };

const document = z.strictObject({
  title: label,
  edition: z.optional(text),
  date: z.optional(text),
  url: z.optional(text),
  /** Who stands behind the text: the issuing body, a copy, a registered plan, a quotation, a publication, nobody. */
  standing: z.enum(["official", "copy", "plan", "quotation", "publication", "none"]),
  licence: z.optional(text),
  read: z.optional(text),
  note: z.optional(text),
});

const members = z.record(memberId, label);
const enumeration = either(
  [
    z.strictObject({ of: id, members: z.union([members, z.array(memberId)]) }),
    z.strictObject({ ordered: z.optional(flag), members }),
    members,
  ],
  // A member called `of` or `members` has a label, which is a map with `ja`.
  (has) => (has("of") ? 0 : has("members") || has("ordered") ? 1 : 2),
);

const thing = label;
const unit = z.strictObject({
  value: text,
  unit: text,
  label: z.optional(label),
  ...sourced,
});

const column = z.union([
  text,
  z.strictObject({
    unit: z.optional(text),
    type: z.optional(text),
    label: z.optional(label),
    symbol: z.optional(text),
    low: z.optional(id),
    high: z.optional(id),
    slope_of: z.optional(id),
    along: z.optional(id),
    includes: z.optional(z.enum(["lower", "upper"])),
    ...figure,
  }),
]);

/** Cells by key and column, besides the words every row may carry; a provenance may differ from cell to cell. */
const cell = listOr(text);
export const rowSchema = z.catchall(
  z.object({
    source: z.optional(sources),
    provenance: z.optional(z.union([provenance, z.record(text, provenance)])),
    confidence: z.optional(z.union([confidence, z.record(text, confidence)])),
    known: z.optional(text),
    note: z.optional(text),
  }),
  cell,
);

export const tableBody = {
  label: z.optional(label),
  key: z.record(id, text),
  unit_variable: z.optional(z.record(text, id)),
  columns: z.record(id, column),
  includes: z.optional(z.enum(["lower", "upper"])),
  interpolate: z.optional(z.record(id, z.literal("linear"))),
  outside: z.optional(z.record(id, z.enum(["error", "clamp"]))),
  symmetric: z.optional(z.array(id)),
  inverse: z.optional(
    z.record(
      id,
      z.strictObject({
        from: id,
        choose: z.enum(["poorer", "nearest", "better"]),
        beyond: z.optional(z.enum(["error", "end"])),
        ...sourced,
      }),
    ),
  ),
  /** `error`, or a clause that allows the value of the last known year to be carried over in official mode. */
  on_missing_year: z.optional(
    z.union([z.literal("error"), z.strictObject({ use: z.literal("previous"), ...sourced })]),
  ),
  replaceable: z.optional(flag),
  /** Rows in the file, or the name of a CSV file beside it. */
  rows: z.union([z.array(rowSchema), text]),
  ...figure,
};

const tableUse = z.strictObject({ use: text, table: z.optional(id) });
const tableBodySchema = z.strictObject(tableBody);
const table = either([tableUse, tableBodySchema], (has) => (has("use") ? 0 : 1));

const constant = z.strictObject({
  value: text,
  unit: z.optional(text),
  type: z.optional(text),
  low: z.optional(text),
  high: z.optional(text),
  label: z.optional(label),
  symbol: z.optional(text),
  ...figure,
});

const component = z.strictObject({
  use: text,
  per: z.optional(listOr(text)),
  with: z.optional(z.record(id, text)),
});

const cut = either(
  [
    z.strictObject({ at: z.literal("fiscal_year"), ...sourced }),
    z.strictObject({ after: z.array(text), of: text, ...sourced }),
  ],
  (has) => (has("after") || has("of") ? 1 : 0),
);

const assumption = z.strictObject({ value: text, note: z.optional(label), ...sourced });
const monitoring = z.strictObject({
  class: z.optional(z.enum(["A", "B", "C", "I", "II", "III"])),
  how: z.optional(label),
  ...sourced,
});

const question = {
  label,
  help: z.optional(label),
  group: z.optional(id),
  symbol: z.optional(text),
  when: z.optional(text),
};

const scalarInput = z.strictObject({
  type: text.check(z.regex(/^(?!list$)/)),
  ...question,
  unit_variable: z.optional(z.record(text, text)),
  units: z.optional(z.array(text)),
  show_as: z.optional(text),
  per: z.optional(listOr(text)),
  holds: z.optional(z.literal("throughout")),
  apportion: z.optional(z.literal("days")),
  meter: z.optional(z.literal("cumulative")),
  between: z.optional(z.literal("days")),
  turns_at: z.optional(text),
  optional: z.optional(flag),
  allowed: z.optional(
    z.strictObject({
      min: z.optional(text),
      max: z.optional(text),
      above: z.optional(text),
      below: z.optional(text),
      soft: z.optional(flag),
      ...sourced,
    }),
  ),
  initial: z.optional(text),
  default: z.optional(assumption),
  range: z.optional(z.strictObject({ low: text, high: text, ...sourced })),
  monitoring: z.optional(monitoring),
  ...sourced,
});

const listInput = z.strictObject({
  type: z.literal("list"),
  ...question,
  min_items: text,
  max_items: text,
  /** The field that gives an item its fiscal year: a `date` or a `fiscal_year`. */
  dated: z.optional(id),
  item_label: z.optional(label),
  item: z.record(id, scalarInput),
});

const input = either([listInput, scalarInput], (has, is) =>
  is("type", "list") || (has("item") && !has("type")) ? 0 : 1,
);

const branchOutcome = {
  then: text,
  because: z.optional(label),
  ...sourced,
};
const branch = either(
  [
    z.strictObject({ when: text, ...branchOutcome }),
    z.strictObject({ otherwise: text, because: z.optional(label), ...sourced }),
  ],
  (has) => (has("otherwise") && !has("when") ? 1 : 0),
);
const body = {
  expr: z.optional(text),
  cases: z.optional(z.array(branch)),
  match: z.optional(text),
  then: z.optional(z.record(memberId, z.union([text, z.strictObject(branchOutcome)]))),
};

const round = z.strictObject({
  mode: z.enum(["floor", "ceil", "half_up", "half_even", "toward_zero", "away_from_zero"]),
  /** A multiple in the unit of the value, or `digits: 3` for significant digits. */
  to: z.optional(text),
  digits: z.optional(text),
  ...sourced,
});

const formula = z.strictObject({
  label: z.optional(label),
  symbol: z.optional(text),
  printed: z.optional(text),
  per: z.optional(listOr(text)),
  unit: z.optional(text),
  unit_variable: z.optional(z.record(text, text)),
  type: z.optional(text),
  show_as: z.optional(text),
  ...body,
  because: z.optional(label),
  round: z.optional(round),
  note: z.optional(text),
  ...sourced,
});

const condition = z.strictObject({
  label: z.optional(label),
  per: z.optional(listOr(text)),
  effect: z.enum(["not_applicable", "refuse", "warn"]),
  ...body,
  because: z.optional(label),
  note: z.optional(text),
  ...sourced,
});

const output = z.strictObject({
  main: z.optional(flag),
  label: z.optional(label),
  shown: z.optional(
    either(
      [
        z.strictObject({
          to: z.optional(text),
          mode: z.optional(
            z.enum(["floor", "ceil", "half_up", "half_even", "toward_zero", "away_from_zero"]),
          ),
          unit: z.optional(text),
        }),
        z.strictObject({ true: label, false: label }),
      ],
      (has) => (has("true") || has("false") ? 1 : 0),
    ),
  ),
  /** How the values along the axes of an output are drawn. */
  chart: z.optional(z.enum(["bars", "stacked"])),
});

export type AnswerTree = string | AnswerTree[] | { [id: string]: AnswerTree };
const answers: z.ZodMiniType<AnswerTree> = z.lazy(() =>
  z.union([text, z.array(answers), z.record(text, answers)]),
);
const period = z.union([text, z.strictObject({ from: text, to: text })]);
export const modes = ["official", "estimate", "range"] as const;

const test = z.strictObject({
  label: z.optional(label),
  mode: z.optional(z.enum(modes)),
  period: z.optional(period),
  as_of: z.optional(text),
  given: z.record(text, answers),
  /** Exact text with unit by formula or condition, with the values of its axes in brackets. */
  expect: z.optional(z.record(text, text)),
  shown: z.optional(z.record(text, text)),
  status: z.optional(z.enum(["applies", "does_not_apply", "undecided"])),
  missing: z.optional(z.array(text)),
  assumed: z.optional(z.array(text)),
  issues: z.optional(z.array(text)),
  /** Worked out by hand (the working stands in notes.md), or published in a document. */
  worked: z.enum(["by_hand", "published"]),
  source: z.optional(sources),
  note: z.optional(text),
});

const property = z.strictObject({
  law: z.enum([
    "non_negative",
    "increasing",
    "decreasing",
    "scales",
    "unchanged_by_units",
    "unchanged_by_order",
  ]),
  of: text,
  in: z.optional(text),
  /** The test whose answers the law is tried on. */
  from: id,
  note: z.optional(text),
});

const knownFault = z.strictObject({ what: label, ...sourced });

const group = z.strictObject({
  ja: text,
  en: z.optional(text),
  ja_easy: z.optional(text),
  open: z.optional(flag),
});

const common = {
  id: text,
  version: text,
  status: z.enum(["draft", "published", "withdrawn", "illustrative"]),
  valid: z.optional(z.strictObject({ from: z.optional(text), to: z.optional(text) })),
  title: label,
  summary: z.optional(label),
  documents: z.record(id, document),
  enums: z.optional(z.record(id, enumeration)),
  things: z.optional(z.record(id, thing)),
  units: z.optional(z.record(text, unit)),
};

/** `format: methodology/1`. */
export const methodologySchema = z.strictObject({
  format: z.literal("methodology/1"),
  ...common,
  /** The mode in which pages and the command line evaluate unless told otherwise. */
  mode: z.optional(z.enum(modes)),
  groups: z.optional(z.record(id, group)),
  tables: z.optional(z.record(id, table)),
  constants: z.optional(z.record(id, constant)),
  components: z.optional(z.record(id, component)),
  period: z.optional(z.strictObject({ cut: z.array(cut) })),
  inputs: z.record(id, input),
  conditions: z.optional(z.record(id, condition)),
  formulas: z.record(id, formula),
  outputs: z.record(id, output),
  tests: z.optional(z.record(id, test)),
  properties: z.optional(z.record(id, property)),
  known_faults: z.optional(z.array(knownFault)),
  renamed: z.optional(z.record(text, text)),
});

/** `format: table/1`: one or more shared tables with the enums of their keys. */
export const tableSchema = z.strictObject({
  format: z.literal("table/1"),
  ...common,
  tables: z.record(id, tableBodySchema),
});

/** `format: component/1`: formulas that several methodologies share; arguments instead of inputs. */
export const componentSchema = z.strictObject({
  format: z.literal("component/1"),
  ...common,
  arguments: z.record(
    id,
    z.strictObject({
      type: text,
      label: z.optional(label),
      unit_variable: z.optional(z.record(text, text)),
    }),
  ),
  tables: z.optional(z.record(id, table)),
  constants: z.optional(z.record(id, constant)),
  components: z.optional(z.record(id, component)),
  cut: z.optional(z.array(cut)),
  formulas: z.record(id, formula),
});

/** The parts of the format that have a name of their own in the JSON Schema. */
export const definitions = {
  answers,
  branch,
  column,
  component_use: component,
  condition,
  constant,
  cut,
  document,
  enumeration,
  field: scalarInput,
  formula,
  label,
  list: listInput,
  output,
  property,
  row: rowSchema,
  source,
  table_body: tableBodySchema,
  table_use: tableUse,
  test,
};

export type Label = z.infer<typeof label>;
export type Source = z.infer<typeof source>;
export type Provenance = (typeof provenances)[number];
export type Confidence = z.infer<typeof confidence>;
export type Mode = (typeof modes)[number];
export type DocumentData = z.infer<typeof document>;
export type EnumData = z.infer<typeof enumeration>;
export type UnitData = z.infer<typeof unit>;
export type ColumnData = z.infer<typeof column>;
export type RowData = z.infer<typeof rowSchema>;
export type TableUseData = z.infer<typeof tableUse>;
export type TableData = Exclude<z.infer<typeof table>, TableUseData>;
export type ConstantData = z.infer<typeof constant>;
export type ComponentUseData = z.infer<typeof component>;
export type CutData = z.infer<typeof cut>;
export type ScalarInputData = z.infer<typeof scalarInput>;
export type ListInputData = z.infer<typeof listInput>;
export type InputData = z.infer<typeof input>;
export type BranchData = z.infer<typeof branch>;
export type RoundData = z.infer<typeof round>;
export type FormulaData = z.infer<typeof formula>;
export type ConditionData = z.infer<typeof condition>;
export type OutputData = z.infer<typeof output>;
export type TestData = z.infer<typeof test>;
export type PropertyData = z.infer<typeof property>;
export type MethodologyData = z.infer<typeof methodologySchema>;
export type TableFileData = z.infer<typeof tableSchema>;
export type ComponentData = z.infer<typeof componentSchema>;
