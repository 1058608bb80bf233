import { positionIn } from "../evaluate/axes.ts";
import { figure } from "../evaluate/constants.ts";
import { knownCell } from "../evaluate/known-cell.ts";
import { lookup } from "../evaluate/lookup.ts";
import type { Evaluate } from "../evaluate/run.ts";
import type { TableCode } from "../evaluate/table-view.ts";
import type { Scope } from "../expression/compile-scope.ts";
import { commonEnum } from "../expression/node-types.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { Node } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { type Exact, multiply, one } from "../quantity/exact.ts";
import { apply, type Given, givenOf } from "./apply.ts";
import { compared, type Figure, joined, minus, over, plus, times } from "./build-arithmetic.ts";
import { memberIn, type NodeOf, type Scene } from "./scene.ts";
import { testBits } from "./step.ts";
import {
  type Flags,
  isColumn,
  isConstant,
  isStopped,
  type Sign,
  type Symbolic,
  stopped,
  unsupported,
} from "./symbol.ts";

/** A number. Errors: throws `Unsupported` where a value is none. */
export function numberIn(value: Symbolic): Figure {
  if (isConstant(value)) return value;
  return typeof value === "object" && value.kind === "numbers"
    ? value
    : unsupported("a number that is none");
}

/** Sums, differences and quotients; a product with all its factors, so that the constants among them are one. */
export function traceArithmetic(
  scene: Scene,
  node: NodeOf<"arithmetic" | "convert">,
  scope: Scope,
): Symbolic {
  const { recorder } = scene;
  if (node.kind === "arithmetic" && node.operator !== "*") {
    const left = scene.node(node.left, scope);
    const right = scene.node(node.right, scope);
    if (isStopped(left) || isStopped(right)) return stopped;
    const operation = { "+": plus, "-": minus, "/": over }[node.operator];
    return operation(recorder, numberIn(left), numberIn(right));
  }
  let constant: Exact = one;
  const columns: Symbolic[] = [];
  const take = (factor: Node): void => {
    if (factor.kind === "arithmetic" && factor.operator === "*") {
      take(factor.left);
      take(factor.right);
    } else if (factor.kind === "convert") {
      constant = multiply(constant, figure(scene.plan, factor.factor));
      take(factor.value);
    } else {
      const value = scene.node(factor, scope);
      if (isConstant(value)) constant = multiply(constant, value);
      else columns.push(value);
    }
  };
  take(node);
  if (columns.some(isStopped)) return stopped;
  return columns
    .map(numberIn)
    .reduce((product, column) => times(recorder, column, product), constant as Figure);
}

export function traceComparison(scene: Scene, node: NodeOf<"comparison">, scope: Scope): Symbolic {
  const { plan, recorder } = scene;
  const common = commonEnum([node.left, node.right], plan);
  const left = memberIn(scene, node.left, common, scope);
  const right = memberIn(scene, node.right, common, scope);
  if (isStopped(left) || isStopped(right)) return stopped;
  if (node.of === "quantity") {
    return compared(recorder, node.operator, numberIn(left), numberIn(right));
  }
  const test = testBits[node.operator];
  if (!isColumn(left) && !isColumn(right)) {
    const apart = scene.decide(left) - scene.decide(right);
    return (test & (apart < 0 ? 1 : apart > 0 ? 4 : 2)) !== 0;
  }
  const [a, b] = [left, right].map((value) => {
    if (isColumn(value)) return value.at;
    const filled = recorder.register();
    recorder.add({ kernel: "filledWhole", out: filled, value: scene.decide(value) });
    return filled;
  }) as [number, number];
  const out = recorder.register();
  recorder.add({ kernel: "comparedWholes", out, a, b, test });
  return { kind: "flags", at: out };
}

/**
 * Kleene's logic: what one side decides stands, whatever the other is, and the right is not asked then. Where the right
 * asks for nothing new, both sides are columns and no branch is taken.
 */
export function traceLogical(scene: Scene, node: NodeOf<"logical">, scope: Scope): Symbolic {
  const decided = node.operator === "or";
  const a = scene.node(node.left, scope);
  const right = isFlags(a) ? scene.tentatively(() => scene.node(node.right, scope)) : undefined;
  if (right !== undefined && isFlags(a)) {
    if (typeof right === "boolean") return right === decided ? decided : a;
    if (isFlags(right)) return joined(scene.recorder, decided ? "either" : "both", a, right);
  }
  const left = isStopped(a) ? undefined : scene.decide(a) === 1;
  if (left === decided) return decided;
  const b = scene.node(node.right, scope);
  if (left === !decided || isStopped(b)) return b;
  return (scene.decide(b) === 1) === decided ? decided : stopped;
}

function isFlags(value: Symbolic): value is Flags {
  return isColumn(value) && value.kind === "flags";
}

/** A cell, or whether there is one; of an inverse look-up the key sought. */
export function traceLookup(
  scene: Scene,
  node: NodeOf<"lookup">,
  scope: Scope,
  isKnown: boolean,
): Symbolic {
  const { plan } = scene;
  const code = plan.code.tables[positionIn(plan.at.tables, node.table)] as TableCode;
  const { inverse } = node;
  const sought = inverse === undefined ? undefined : scene.node(inverse.value, scope);
  const keys = node.keys.map((key, place) => {
    if (key === null) return null;
    const tree = code.keys[place]?.tree;
    return memberIn(scene, key, tree?.kind === "enum" ? tree.enum : undefined, scope);
  });
  const given = keys.filter((key) => key !== null);
  const name = `${isKnown ? "known" : "cell"} ${node.table}.${node.column} ${inverse?.column ?? ""}`;
  const returns: Given = isKnown ? { kind: "flags" } : cellsOf(plan, code, node);
  return apply(scene, name, sought === undefined ? given : [sought, ...given], returns, (all) => {
    const own = sought === undefined ? [...all] : all.slice(1);
    const of = keys.map((key) => (key === null ? null : (own.shift() as Evaluate)));
    if (sought !== undefined) {
      return laneOf(plan, "rare").inverseLookup(code, node, of, all[0] as Evaluate, isKnown);
    }
    return (isKnown ? knownCell : lookup)(code, node, of as Evaluate[]);
  });
}

/** What the cells of a column are, as far as can be told before they are looked up. */
function cellsOf(plan: Plan, { tree }: TableCode, node: NodeOf<"lookup">): Given {
  if (node.inverse !== undefined) {
    const key = tree.keys.find(({ id }) => id === node.column);
    return key?.kind === "enum"
      ? givenOf(plan, { kind: "enum", enum: key.enum }, 0, false)
      : { kind: "numbers", sign: 0, isPlain: false };
  }
  const place = tree.columns.findIndex(({ id }) => id === node.column);
  const column = tree.columns[place] as TableCode["tree"]["columns"][number];
  const isFound = tree.keys.every(
    (key) => key.kind === "enum" || key.kind === "fiscal_year" || key.kind === "interval",
  );
  const cells = tree.rows.map((row) => row.cells[place] ?? "");
  const isBelow = cells.some((cell) => cell.trimStart().startsWith("-"));
  const isPlain =
    isFound && column.slope === undefined && !cells.some((cell) => cell.includes("/"));
  const isAbove = !isBelow && column.slope === undefined;
  const sign: Sign = isAbove ? 1 : 0;
  return givenOf(plan, column.type, sign, isPlain);
}
