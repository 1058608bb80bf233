import type { Issue } from "../../issue.ts";
import type { Body, Node, Outcome, RowTree, TableTree } from "../../methodology/tree.ts";
import { childrenOf, type Directory, directoryOf } from "../nodes.ts";
import { type CheckContext, homeOf, issueAt, keyOfHome, nameOf } from "../written.ts";

/**
 * Figures of low confidence that a default answer lets reach an output.
 *
 * A default answer is the form as it is first seen: every question with `initial` or `default` has that answer, lists that may be
 * empty are empty, and any answer is possible elsewhere. So a branch counts as taken unless such an answer rules it
 * out, and a row as read unless a key has such an answer that does not fit. What is reached so must not be of low
 * confidence, or the edition stays a draft.
 */
export function confidenceIssues({ parsed, tree }: CheckContext): readonly Issue[] {
  if (tree.status === "draft") return [];
  const directory = directoryOf(tree);
  const reached = reachedFrom(
    tree.outputs.map(({ id }) => id),
    directory,
  );
  const issues: Issue[] = [];
  const facts = { status: tree.status };
  for (const { id, origin } of tree.constants) {
    if (origin.confidence !== "low" || !reached.things.has(`constant ${id}`)) continue;
    const spot = keyOfHome(homeOf(parsed, "constants", id));
    issues.push(issueAt(spot, "error", "low-confidence", { ...facts, what: "constant", id }));
  }
  for (const { id, origin } of tree.formulas) {
    if (origin.confidence !== "low" || !reached.things.has(`formula ${id}`)) continue;
    const spot = keyOfHome(homeOf(parsed, "formulas", id));
    issues.push(issueAt(spot, "error", "low-confidence", { ...facts, what: "formula", id }));
  }
  for (const input of tree.inputs) {
    const isLow = input.initial === undefined && input.default?.origin.confidence === "low";
    if (!isLow || !reached.things.has(`input ${input.id}`)) continue;
    const home = homeOf(parsed, "inputs", input.id);
    const spot = { file: home.file, path: [...home.path, "default"], key: true };
    issues.push(
      issueAt(spot, "error", "low-confidence", { ...facts, what: "default", id: input.id }),
    );
  }
  for (const table of tree.tables) {
    const lookups = reached.lookups.filter((lookup) => lookup.table === table.id);
    const rows = table.rows.flatMap((row, index) =>
      lookups.some((lookup) => isLowRead(table, row, lookup, directory)) ? [index] : [],
    );
    const [first] = rows;
    if (first === undefined) continue;
    const home = homeOf(parsed, "tables", table.id);
    const spot = { file: home.file, path: [...home.path, "rows", first] };
    const rest = { what: "row", id: nameOf(home), rows: rows.length } as const;
    issues.push(issueAt(spot, "error", "low-confidence", { ...facts, ...rest }));
  }
  return issues;
}

type Lookup = Extract<Node, { kind: "lookup" }>;

interface Reached {
  readonly things: ReadonlySet<string>;
  readonly lookups: readonly Lookup[];
}

function reachedFrom(outputs: readonly string[], directory: Directory): Reached {
  const things = new Set<string>();
  const lookups: Lookup[] = [];
  const open: string[] = [...outputs];
  const visit = (node: Node): void => {
    switch (node.kind) {
      case "formula":
        open.push(node.id);
        return;
      case "constant":
      case "input":
        things.add(`${node.kind} ${node.id}`);
        return;
      case "known":
        return;
      case "lookup":
        lookups.push(node);
        break;
      case "over":
        if (directory.lists.get(node.axis)?.minItems === 0) return;
        break;
      case "logical": {
        visit(node.left);
        if (truthOf(node.left, directory) !== (node.operator === "or")) visit(node.right);
        return;
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const formula = directory.formulas.get(id);
    if (formula === undefined || things.has(`formula ${id}`)) continue;
    things.add(`formula ${id}`);
    for (const node of takenNodes(formula.body, directory)) visit(node);
  }
  return { things, lookups };
}

/** The expressions of a body that a default answer may come to. */
function takenNodes(body: Body, directory: Directory): readonly Node[] {
  const { conditions, outcomes } = taken(body, directory, 0);
  return [...conditions, ...outcomes.flatMap(({ then }) => (then === undefined ? [] : [then]))];
}

function taken(
  body: Body,
  directory: Directory,
  depth: number,
): { readonly conditions: readonly Node[]; readonly outcomes: readonly Partial<Outcome>[] } {
  switch (body.kind) {
    case "expr":
      return { conditions: [], outcomes: [{ then: body.value }] };
    case "cases": {
      const conditions: Node[] = [];
      const outcomes: Partial<Outcome>[] = [];
      for (const branch of body.cases) {
        const truth = truthOf(branch.when, directory, depth);
        conditions.push(branch.when);
        if (truth !== false) outcomes.push(branch);
        if (truth === true) return { conditions, outcomes };
      }
      return { conditions, outcomes: [...outcomes, body.otherwise] };
    }
    case "match": {
      const member = memberOf(body.subject, directory, depth);
      const outcomes = body.branches.filter((one) => member === undefined || one.member === member);
      return { conditions: [body.subject], outcomes };
    }
  }
}

/** Formulas within formulas are looked into this deep; a deeper one may have any value. */
const deepest = 12;

/** The answer that a question has before anybody answers it. */
function presetOf(id: string, directory: Directory): string | undefined {
  const input = directory.inputs.get(id);
  return input?.initial ?? input?.default?.value;
}

function truthOf(node: Node, directory: Directory, depth = 0): boolean | undefined {
  switch (node.kind) {
    case "boolean":
      return node.value;
    case "input": {
      const preset = presetOf(node.id, directory);
      return preset === undefined ? undefined : preset === "true";
    }
    case "not": {
      const value = truthOf(node.value, directory, depth);
      return value === undefined ? undefined : !value;
    }
    case "logical": {
      const left = truthOf(node.left, directory, depth);
      const right = truthOf(node.right, directory, depth);
      const decisive = node.operator === "or";
      if (left === decisive || right === decisive) return decisive;
      return left === undefined || right === undefined ? undefined : !decisive;
    }
    case "comparison": {
      if (node.of !== "enum" || (node.operator !== "==" && node.operator !== "!="))
        return undefined;
      const left = memberOf(node.left, directory, depth);
      const right = memberOf(node.right, directory, depth);
      if (left === undefined || right === undefined) return undefined;
      return (left === right) === (node.operator === "==");
    }
    case "known": {
      if (node.value.kind !== "input") return undefined;
      const isPreset = presetOf(node.value.id, directory) !== undefined;
      return isPreset || directory.inputs.get(node.value.id)?.optional !== true ? undefined : false;
    }
    case "formula":
      return agreed(node.id, directory, depth, (one) => truthOf(one, directory, depth + 1));
    default:
      return undefined;
  }
}

function memberOf(node: Node, directory: Directory, depth = 0): string | undefined {
  switch (node.kind) {
    case "member":
      return node.member;
    case "constant":
      return directory.constants.get(node.id)?.value;
    case "input":
      return presetOf(node.id, directory);
    case "formula":
      return agreed(node.id, directory, depth, (one) => memberOf(one, directory, depth + 1));
    default:
      return undefined;
  }
}

/** The value of a formula where all branches that may be taken have the same. */
function agreed<T>(
  id: string,
  directory: Directory,
  depth: number,
  read: (node: Node) => T | undefined,
): T | undefined {
  const formula = directory.formulas.get(id);
  if (formula === undefined || depth >= deepest) return undefined;
  const values = taken(formula.body, directory, depth + 1).outcomes.map(({ then }) =>
    then === undefined ? undefined : read(then),
  );
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** Whether a look-up may read a cell of low confidence in a row. */
function isLowRead(table: TableTree, row: RowTree, lookup: Lookup, directory: Directory): boolean {
  const column = table.columns.findIndex(({ id }) => id === lookup.column);
  const origin = typeof row.origin === "number" ? row.origin : row.origin[Math.max(column, 0)];
  if (table.origins[origin ?? 0]?.confidence !== "low" || row.cells[column] === "none")
    return false;
  return lookup.keys.every((key, index) => {
    const cell = row.keys[index];
    const member = key === null ? undefined : memberOf(key, directory);
    if (member === undefined || cell === undefined || cell === "*") return true;
    if (table.keys[index]?.kind !== "enum") return true;
    return typeof cell === "string" ? cell === member : cell.includes(member);
  });
}
