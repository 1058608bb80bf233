import { normalise, splitFigure } from "../answers/text.ts";
import { printFiscalYear } from "../methodology/period.ts";
import type { Body, ColumnTree, Origin, Outcome, RowTree, TableTree } from "../methodology/tree.ts";
import type { Figure, Plan } from "../plan.ts";
import type { FigureResult } from "../result/result.ts";
import { present } from "./present.ts";
import { sourceOf } from "./sources.ts";
import { unitText, writeLine } from "./write-value.ts";

/** Figures that are not confirmed, each once, with what they are and where they come from. */
export function writeFigures(plan: Plan, figures: readonly Figure[]): readonly FigureResult[] {
  const written = new Map<string, FigureResult>();
  for (const figure of figures) {
    const result = writeFigure(plan, figure);
    if (result === undefined) continue;
    const key = JSON.stringify([result.kind, result.id, result.keys, result.source]);
    if (!written.has(key)) written.set(key, result);
  }
  return [...written.values()];
}

/** The origin of a cell. */
export function cellOrigin(table: TableTree, row: RowTree | undefined, column: number) {
  if (row === undefined) return undefined;
  const position = typeof row.origin === "number" ? row.origin : row.origin[column];
  return table.origins[position ?? -1];
}

/** The unit of a cell, the variable of its table replaced by the unit of its row. */
export function cellUnit(table: TableTree, row: RowTree | undefined, column: ColumnTree): string {
  const text = unitText(column.type);
  const variable = table.variable?.name;
  if (variable === undefined || row?.unit === undefined) return text;
  return text === variable ? row.unit : text.replace(`/${variable}`, `/${row.unit}`);
}

/** The outcome of a body by the number of its branch; `otherwise` follows the cases. */
export function outcomeOf(body: Body, branch: number | undefined): Outcome | undefined {
  if (branch === undefined || branch < 0) return undefined;
  if (body.kind === "cases") {
    return branch < body.cases.length ? body.cases[branch] : body.otherwise;
  }
  return body.kind === "match" ? body.branches[branch] : undefined;
}

function writeFigure(plan: Plan, figure: Figure): FigureResult | undefined {
  const { tree } = plan;
  const told = (
    kind: FigureResult["kind"],
    id: string,
    origin: Origin | undefined,
    more: Loose<Pick<FigureResult, "label" | "keys" | "value" | "unit">>,
  ): FigureResult =>
    present({
      kind,
      id,
      ...more,
      provenance: origin?.provenance ?? ("unconfirmed" as const),
      confidence: origin?.confidence,
      source: sourceOf(tree, origin),
    });
  switch (figure.kind) {
    case "constant": {
      const constant = tree.constants[figure.constant];
      if (constant === undefined) return undefined;
      const { id, label, value, type, origin } = constant;
      return told("constant", id, origin, { label, value, unit: unitText(type) });
    }
    case "cell":
    case "carried_over": {
      const table = tree.tables[figure.table];
      const column = table?.columns[figure.column];
      if (table === undefined || column === undefined) return undefined;
      const row = table.rows[figure.row];
      const isCarried = figure.kind === "carried_over";
      const own = cellOrigin(table, row, figure.column);
      return told(figure.kind, `${table.id}.${column.id}`, (isCarried && table.carryOver) || own, {
        label: column.label ?? table.label,
        keys: isCarried ? [...figure.keys, `(${printFiscalYear(figure.from)})`] : figure.keys,
        value: writeLine(plan, column.type, figure.value),
        unit: cellUnit(table, row, column),
      });
    }
    case "formula":
    case "rounding": {
      const formula = tree.formulas[figure.formula];
      if (formula === undefined) return undefined;
      const { id, label, origin, round } = formula;
      return told(figure.kind, id, figure.kind === "formula" ? origin : round?.origin, { label });
    }
    case "branch": {
      // Conditions are counted after the formulas.
      const formula = tree.formulas[figure.formula];
      const owner = formula ?? tree.conditions[figure.formula - tree.formulas.length];
      if (owner === undefined) return undefined;
      const outcome = outcomeOf(owner.body, figure.branch);
      return told(formula === undefined ? "condition" : "formula", owner.id, outcome?.origin, {
        label: outcome?.because ?? owner.label,
        value: outcome?.text,
      });
    }
    case "condition": {
      const condition = tree.conditions[figure.condition];
      if (condition === undefined) return undefined;
      const { id, label, origin } = condition;
      return told("condition", id, origin, { label });
    }
    case "default":
    case "range": {
      const input = tree.inputs[figure.input];
      if (input === undefined) return undefined;
      const { id, label, default: assumed, range, type } = input;
      const isDefault = figure.kind === "default";
      const origin = (isDefault ? assumed : range)?.origin;
      const texts = isDefault ? [assumed?.value] : [range?.low, range?.high];
      const figures = texts.map((text) => splitFigure(normalise(text ?? "")));
      const value = figures
        .map((one, index) => (one.kind === "figure" ? one.digits : texts[index]))
        .join("..");
      const [first] = figures;
      const typed = first?.kind === "figure" ? first.unit : "";
      return told("default", id, origin, { label, value, unit: typed || unitText(type) });
    }
    case "cut": {
      const cut = tree.period?.cuts[figure.cut];
      return cut && told("cut", `period.cut.${figure.cut}`, cut.origin, {});
    }
  }
}

/** The same with `undefined` allowed. */
type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };
