import type { Body, Node, TableTree } from "../../methodology/tree.ts";
import { type Directory, expressionsOf, nodesIn } from "../nodes.ts";
import { knownLogic, mentionsOfLogic } from "./facts.ts";
import { matches, translate } from "./translate.ts";

/** What a proof inside a formula, or inside what it reads, can depend on. */
export interface Interest {
  /** Whether anything is read there that must be proved to be there. */
  readonly isGuarded: boolean;
  /** The ids that its conditions and the guards of what it reads mention. */
  readonly ids: ReadonlySet<string>;
}

/** Interests by formula. Facts that mention none of its ids make no difference to a formula and need not be carried in. */
export function interestsOf(directory: Directory): ReadonlyMap<string, Interest> {
  const interests = new Map<string, { isGuarded: boolean; readonly ids: Set<string> }>();
  for (const id of fromTheGround(directory)) {
    const formula = directory.formulas.get(id);
    if (formula === undefined) continue;
    const interest = { isGuarded: false, ids: new Set(conditionIds(formula.body, directory)) };
    for (const node of expressionsOf(formula.body).flatMap((one) => [...nodesIn(one)])) {
      const guard = guardIds(node, directory);
      if (guard !== undefined) {
        interest.isGuarded = true;
        for (const one of guard) interest.ids.add(one);
      }
      const inner = node.kind === "formula" ? interests.get(node.id) : undefined;
      if (inner === undefined) continue;
      interest.isGuarded ||= inner.isGuarded;
      for (const one of inner.ids) interest.ids.add(one);
    }
    interests.set(id, interest);
  }
  return interests;
}

/** Formulas in an order in which each comes after those that it reads; a circle, reported elsewhere, is cut. */
function fromTheGround(directory: Directory): readonly string[] {
  const done = new Set<string>();
  const open = new Set<string>();
  const order: string[] = [];
  const readsOf = (id: string): readonly string[] =>
    expressionsOf(
      directory.formulas.get(id)?.body ?? { kind: "cases", cases: [], otherwise: { text: "" } },
    )
      .flatMap((one) => [...nodesIn(one)])
      .flatMap((node) => (node.kind === "formula" ? [node.id] : []));
  for (const start of directory.formulas.keys()) {
    const way: { readonly id: string; readonly reads: readonly string[]; next: number }[] = [];
    const enter = (id: string): void => {
      if (done.has(id) || open.has(id)) return;
      open.add(id);
      way.push({ id, reads: readsOf(id), next: 0 });
    };
    enter(start);
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const read = at.reads[at.next];
      at.next += 1;
      if (read !== undefined) {
        enter(read);
        continue;
      }
      way.pop();
      done.add(at.id);
      order.push(at.id);
    }
  }
  return order;
}

function conditionIds(body: Body, directory: Directory): readonly string[] {
  const ids: string[] = [];
  if (body.kind === "cases") {
    for (const { when } of body.cases) ids.push(...mentionsOfLogic(translate(when, directory)));
  }
  if (body.kind === "match") {
    for (const { member } of body.branches) {
      ids.push(...mentionsOfLogic(matches(body.subject, member, directory)));
    }
  }
  for (const node of expressionsOf(body).flatMap((one) => [...nodesIn(one)])) {
    const condition =
      node.kind === "logical" ? node.left : node.kind === "over" ? node.where : undefined;
    if (condition !== undefined) ids.push(...mentionsOfLogic(translate(condition, directory)));
  }
  return ids;
}

/** What the guard of a read mentions; `undefined` where nothing guards it. */
function guardIds(node: Node, directory: Directory): readonly string[] | undefined {
  if (node.kind === "input") {
    const input = directory.inputs.get(node.id);
    if (input === undefined || (input.when === undefined && !input.optional)) return undefined;
    const when = input.when === undefined ? [] : mentionsOfLogic(translate(input.when, directory));
    return [...mentionsOfLogic(knownLogic(node)), ...when];
  }
  if (node.kind === "over") {
    const when = directory.lists.get(node.axis)?.when;
    return when === undefined ? undefined : mentionsOfLogic(translate(when, directory));
  }
  if (node.kind === "lookup") {
    const table = directory.tables.get(node.table);
    if (table === undefined || !mayBeOpen(table, node)) return undefined;
    return mentionsOfLogic(knownLogic(node));
  }
  return undefined;
}

/** Whether a look-up can meet a cell that the source leaves open, as far as the members written in it tell. */
export function mayBeOpen(table: TableTree, lookup: Extract<Node, { kind: "lookup" }>): boolean {
  const column = table.columns.findIndex(({ id }) => id === lookup.column);
  if (column < 0 || lookup.inverse !== undefined) return false;
  return table.rows.some(
    (row) =>
      row.cells[column] === "none" &&
      lookup.keys.every((key, index) => {
        const cell = row.keys[index];
        if (key?.kind !== "member" || cell === undefined || cell === "*") return true;
        return typeof cell === "string" ? cell === key.member : cell.includes(key.member);
      }),
  );
}
