import { unitAt } from "../answers/unit-at.ts";
import { placeOf } from "../evaluate/place-text.ts";
import type { CaseTree, FormulaTree, MatchTree } from "../methodology/tree.ts";
import type { Frame, Inputs, Plan, Read, Step, Value } from "../plan.ts";
import type { ReadResult, StepResult } from "../result/result.ts";
import { cellOrigin, cellUnit, outcomeOf } from "./figures.ts";
import { formulaUnit } from "./formula-unit.ts";
import { present } from "./present.ts";
import { writeReadable } from "./readable.ts";
import { sourceOf } from "./sources.ts";
import { unitText } from "./write-value.ts";

/** Writes one recorded step: what was reckoned, by which branch, from what. */
export function writeStep(plan: Plan, inputs: Inputs, step: Step): StepResult {
  const { tree } = plan;
  const formula = plan.formulas[step.formula];
  if (formula === undefined) throw new Error(`there is no formula at ${step.formula}`);
  const { frame } = inputs;
  const { id, label, symbol, printed, note, type, round, origin, body, text } = formula.tree;
  const outcome = outcomeOf(body, step.branch);
  return present({
    id,
    at: placeOf(plan, formula.space, frame, step.index),
    label,
    symbol,
    printed,
    formula: outcome?.text ?? text,
    unit: formulaUnit(plan, inputs, step.formula, step.index),
    value: writeReadable(plan, type, step.value),
    before_rounding: step.before === undefined ? undefined : writeReadable(plan, type, step.before),
    rounding:
      round &&
      present({
        mode: round.mode,
        to: round.to,
        digits: round.digits,
        source: sourceOf(tree, round.origin),
      }),
    branch: branchOf(formula.tree, step.branch),
    reads: step.reads.map((read) => writeRead(plan, inputs, frame, read)),
    provenance: step.weakest.provenance,
    source: sourceOf(tree, outcome?.origin ?? origin),
    note,
  });
}

function branchOf({ body }: FormulaTree, branch: number | undefined): StepResult["branch"] {
  const outcome = outcomeOf(body, branch);
  if (body.kind === "expr") return body.because && { because: body.because };
  if (outcome === undefined) return undefined;
  const { because, whenText, member } = outcome as Partial<CaseTree & MatchTree>;
  return present({ when: whenText, member, because });
}

function writeRead(plan: Plan, inputs: Inputs, frame: Frame, read: Read): ReadResult {
  const { tree } = plan;
  switch (read.kind) {
    case "formula": {
      const formula = plan.formulas[read.formula];
      if (formula === undefined) throw new Error(`there is no formula at ${read.formula}`);
      const at = placeOf(plan, formula.space, frame, read.index);
      return present({
        kind: read.kind,
        at,
        ...described(plan, formula.tree, read.value),
        unit: formulaUnit(plan, inputs, read.formula, read.index) || undefined,
      });
    }
    case "input": {
      const input = plan.inputs[read.input];
      if (input === undefined) throw new Error(`there is no input at ${read.input}`);
      const { default: assumed, range, origin: own } = input.tree;
      const isAssumed = read.standing === "default" || read.standing === "range";
      const origin = isAssumed
        ? (read.standing === "default" ? assumed : range)?.origin
        : undefined;
      return present({
        kind: read.kind,
        at: placeOf(plan, input.space, frame, read.index),
        ...described(plan, input.tree, read.value),
        unit: unitAt(plan, inputs, read.input, read.index) || undefined,
        assumed: isAssumed || undefined,
        provenance: origin?.provenance,
        source: sourceOf(tree, origin ?? own),
      });
    }
    case "constant": {
      const constant = tree.constants[read.constant];
      if (constant === undefined) throw new Error(`there is no constant at ${read.constant}`);
      const { origin } = constant;
      return present({
        kind: read.kind,
        ...described(plan, constant, read.value),
        provenance: origin.provenance,
        source: sourceOf(tree, origin),
      });
    }
    case "cell": {
      const table = tree.tables[read.table];
      const column = table?.columns[read.column];
      if (table === undefined || column === undefined) {
        throw new Error(`there is no column at ${read.table}, ${read.column}`);
      }
      const row = table.rows[read.row];
      // An interpolated value has no row of its own; its neighbours share an origin unless the table says otherwise.
      const origin = cellOrigin(table, row ?? table.rows[0], read.column);
      return present({
        kind: read.kind,
        id: `${table.id}.${column.id}`,
        label: column.label ?? table.label,
        symbol: column.symbol,
        keys: read.keys,
        value: writeReadable(plan, column.type, read.value),
        unit: cellUnit(table, row, column) || undefined,
        provenance: origin?.provenance,
        source: sourceOf(tree, origin),
      });
    }
  }
}

type Described = Pick<FormulaTree, "id" | "label" | "symbol" | "type">;

function described(plan: Plan, { id, label, symbol, type }: Described, value: Value) {
  const unit = unitText(type) || undefined;
  return { id, label, symbol, value: writeReadable(plan, type, value), unit };
}
