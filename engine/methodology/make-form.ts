import type { Form, FormInput, FormList } from "./form.ts";
import { memberUnits, substituteUnit } from "./member-units.ts";
import type { FormulaTree, InputTree, Node, OutputTree, Tree } from "./tree.ts";
import { periodOf } from "./years-of-tables.ts";

/**
 * What a page needs to paint the questions before the engine has come.
 *
 * `initially` names the inputs that an evaluation without answers asks for.
 */
export function makeForm(tree: Tree, hash: string, initially: readonly string[]): Form {
  return {
    format: "form/1",
    id: tree.id,
    version: tree.version,
    hash,
    status: tree.status,
    title: tree.title,
    ...(tree.summary === undefined ? {} : { summary: tree.summary }),
    mode: tree.mode,
    ...(tree.period === undefined ? {} : { period: periodOf(tree) }),
    groups: tree.groups,
    lists: tree.lists.map(({ when, dated, fields, ...list }): FormList => list),
    inputs: tree.inputs.map((input) => formInput(tree, input)),
    enums: Object.fromEntries(
      tree.enums.map(({ id, members }) => [id, members.map(({ id, label }) => ({ id, label }))]),
    ),
    things: tree.things,
    renamed: tree.renamed,
    outputs: tree.outputs.map((output) => formOutput(tree, output)),
    ...replaceableOf(tree),
    initially,
  };
}

/** The tables that may be replaced, without the columns that are worked out of others. */
function replaceableOf(tree: Tree): Pick<Form, "replaceable"> {
  const tables = tree.tables.filter((table) => table.replaceable);
  if (tables.length === 0) return {};
  const unitOf = (unit: string | undefined) => (unit === undefined || unit === "1" ? {} : { unit });
  return {
    replaceable: tables.map(({ id, label, keys, columns }) => ({
      id,
      label: label ?? { ja: id },
      keys: keys.map((key) => ({
        id: key.id,
        ...unitOf("unit" in key ? key.unit : undefined),
        ...("enum" in key && key.enum !== undefined ? { of: key.enum } : {}),
      })),
      columns: columns.flatMap(({ id, type, slope }) =>
        slope === undefined ? [{ id, ...unitOf("unit" in type ? type.unit.text : undefined) }] : [],
      ),
    })),
  };
}

function formInput(tree: Tree, input: InputTree): FormInput {
  const { type, time, meter, when, default: assumed, range, origin, symbol, ...rest } = input;
  const variable = variableOf(tree, input);
  return {
    ...rest,
    kind: type.kind,
    ...(type.kind === "enum" ? { of: type.enum } : {}),
    ...(type.kind === "item" ? { of: type.list } : {}),
    ...(type.kind === "count" ? { of: type.unit.text } : {}),
    units: input.units,
    ...(variable === undefined ? {} : { variable }),
    ...(assumed === undefined
      ? {}
      : {
          default: {
            value: assumed.value,
            ...(assumed.note === undefined ? {} : { note: assumed.note }),
          },
        }),
    ...(range === undefined ? {} : { range: { low: range.low, high: range.high } }),
    meter: meter !== undefined,
  };
}

function variableOf(tree: Tree, { type }: InputTree): FormInput["variable"] {
  if (type.kind !== "quantity" && type.kind !== "count") return undefined;
  for (const [name, { enum: of, key }] of Object.entries(type.unit.variables ?? {})) {
    const units = [...memberUnits(tree, of)].map(([member, unit]): [string, string] => [
      member,
      substituteUnit(type.unit.text, name, unit),
    ]);
    return { input: keyName(key), units: Object.fromEntries(units) };
  }
  return undefined;
}

/** The field, or the enum axis, whose member decides a unit variable. */
function keyName(key: Node): string {
  switch (key.kind) {
    case "input":
      return key.id;
    case "axis":
      return key.axis;
    case "through":
      return keyName(key.value);
    default:
      return "";
  }
}

/** Tonnes that are rounded up to whole ones: what is emitted is covered, what is reduced is rounded down. */
function isCover(formula: FormulaTree | undefined): boolean {
  const { type, round } = formula ?? {};
  const unit = type !== undefined && "unit" in type ? type.unit.text : "";
  return /^t-CO2e?$/.test(unit) && round?.mode === "ceil" && round.to === "1";
}

function formOutput(tree: Tree, output: OutputTree): Form["outputs"][number] {
  const formula = tree.formulas.find(({ id }) => id === output.id);
  const { id, main, chart, words } = output;
  return {
    id,
    main,
    ...(chart === undefined ? {} : { chart }),
    ...(words === undefined ? {} : { words }),
    label: output.label ?? formula?.label ?? { ja: id },
    unit: output.shown.unit,
    axes: formula?.per ?? [],
    ...(isCover(formula) ? { covers: true } : {}),
  };
}
