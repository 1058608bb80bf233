import type { Body, Tree } from "../methodology/tree.ts";
import type { Evaluation, Plan } from "../plan.ts";
import { readsOf } from "./observe.ts";

/**
 * What evaluations reach, as names: `row fuels:3`, `branch heat:1`, `choice stage:plan`, and of every decision both
 * ways, `decision 4:0:yes` and `decision 4:0:no`.
 */
export type Marks = ReadonlySet<string>;

/** A mark that can be reached, and how a reader names what it stands for. */
export interface Target {
  readonly mark: string;
  readonly kind: "row" | "branch" | "choice" | "decision";
  /** `fuels: heavy_oil_a, 2013`. */
  readonly name: string;
}

export function marksOf(plan: Plan, evaluation: Evaluation): Marks {
  const { tree } = plan;
  const marks = new Set<string>();
  const decide = (key: string, body: Body, branch: number | undefined, value: unknown): void => {
    if (branch !== undefined) marks.add(`branch ${key}:${branch}`);
    if (body.kind === "cases" && branch !== undefined) {
      for (let at = 0; at < body.cases.length && at <= branch; at += 1) {
        marks.add(`decision ${key}:${at}:${at === branch ? "yes" : "no"}`);
      }
    }
    if (typeof value === "boolean") marks.add(`decision ${key}:${value ? "yes" : "no"}`);
  };
  for (const step of evaluation.steps ?? []) {
    const formula = tree.formulas[step.formula];
    if (formula !== undefined) {
      decide(`formula ${step.formula}`, formula.body, step.branch, step.value);
    }
  }
  for (const { condition, branch, holds } of evaluation.conditions) {
    const body = tree.conditions[condition]?.body;
    if (body !== undefined) decide(`condition ${condition}`, body, branch, holds);
  }
  for (const read of readsOf(evaluation)) {
    if (read.kind === "cell" && read.row >= 0) marks.add(`row ${read.table}:${read.row}`);
    if (read.kind === "input" && typeof read.value !== "object") {
      marks.add(`choice ${read.input}:${read.value}`);
    }
  }
  return marks;
}

/** Everything that can be reached. Tables that are read between their rows have no row to reach. */
export function targetsOf(plan: Plan): readonly Target[] {
  const { tree } = plan;
  const lookedUp = tablesRead(tree);
  return [
    ...bodiesOf(tree).flatMap(({ key, id, body, isBoolean }) =>
      bodyTargets(key, id, body, isBoolean),
    ),
    ...tree.tables.flatMap((table, index): readonly Target[] => {
      const isBetween =
        table.keys.some(({ kind }) => kind === "number") || table.inverse.length > 0;
      if (!lookedUp.has(table.id) || isBetween) return [];
      return table.rows.map(({ keys }, row) => {
        const cells = keys.map((cell) => (typeof cell === "string" ? cell : cell.join("|")));
        const name = `${table.id}: ${cells.join(", ")}`;
        return { mark: `row ${index}:${row}`, kind: "row", name };
      });
    }),
    ...tree.inputs.flatMap(({ id, type }, index): readonly Target[] => {
      const choice = (value: unknown, name: string): Target => ({
        mark: `choice ${index}:${value}`,
        kind: "choice",
        name: `${id}: ${name}`,
      });
      if (type.kind === "boolean") return [choice(true, "true"), choice(false, "false")];
      const of = type.kind === "enum" ? tree.enums.find((one) => one.id === type.enum) : undefined;
      return (of?.members ?? []).map((member, at) => choice(at, member.id));
    }),
  ];
}

interface OwnBody {
  readonly key: string;
  readonly id: string;
  readonly body: Body;
  readonly isBoolean: boolean;
}

function bodiesOf(tree: Tree): readonly OwnBody[] {
  return [
    ...tree.formulas.map(({ id, body, type }, index) => ({
      key: `formula ${index}`,
      id,
      body,
      isBoolean: type.kind === "boolean",
    })),
    ...tree.conditions.map(({ id, body }, index) => ({
      key: `condition ${index}`,
      id,
      body,
      isBoolean: true,
    })),
  ];
}

function bodyTargets(key: string, id: string, body: Body, isBoolean: boolean): readonly Target[] {
  const targets: Target[] = [];
  const bothWays = (mark: string, name: string): void => {
    for (const way of ["yes", "no"]) {
      targets.push({ mark: `decision ${mark}:${way}`, kind: "decision", name: `${name} (${way})` });
    }
  };
  if (body.kind === "cases") {
    body.cases.forEach(({ whenText }, at) => {
      targets.push({ mark: `branch ${key}:${at}`, kind: "branch", name: `${id}: ${whenText}` });
      bothWays(`${key}:${at}`, `${id}: ${whenText}`);
    });
    const last = `branch ${key}:${body.cases.length}`;
    targets.push({ mark: last, kind: "branch", name: `${id}: otherwise` });
  } else if (body.kind === "match") {
    body.branches.forEach(({ member }, at) => {
      targets.push({ mark: `branch ${key}:${at}`, kind: "branch", name: `${id}: ${member}` });
    });
  } else if (isBoolean && body.value.kind !== "boolean") {
    bothWays(key, id);
  }
  return targets;
}

/** Tables that a formula or condition looks up. */
function tablesRead(tree: Tree): ReadonlySet<string> {
  const tables = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { kind, table } = value as { readonly kind?: unknown; readonly table?: unknown };
    if (kind === "lookup" && typeof table === "string") tables.add(table);
    for (const one of Object.values(value)) visit(one);
  };
  visit(tree.formulas.map(({ body }) => body));
  visit(tree.conditions.map(({ body }) => body));
  return tables;
}
