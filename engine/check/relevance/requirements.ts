import type { Issue, Path } from "../../issue.ts";
import type { Node } from "../../methodology/tree.ts";
import type { Directory } from "../nodes.ts";
import { type CheckContext, type Home, issueAt, spanOfName } from "../written.ts";
import { type Facts, knownLogic, prove } from "./facts.ts";
import { type Interest, mayBeOpen } from "./interests.ts";
import type { Logic } from "./logic.ts";
import { translate } from "./translate.ts";

/** A walk through a tree, and what it has found. */
export interface Proof {
  readonly context: CheckContext;
  readonly directory: Directory;
  readonly interests: ReadonlyMap<string, Interest>;
  readonly issues: Issue[];
  readonly seen: Set<string>;
  readonly reported: Set<string>;
}

/** The expression that is walked, and the formulas on the way to it. */
export interface Site {
  readonly home: Home;
  readonly path: Path;
  readonly reader: string;
  readonly route: readonly string[];
}

/** An input that may be hidden or left open is read only where it is proved to be there. */
export function requireInput(
  node: Extract<Node, { kind: "input" }>,
  facts: Facts,
  site: Site,
  proof: Proof,
): void {
  const { directory } = proof;
  const input = directory.inputs.get(node.id);
  if (input === undefined || (input.when === undefined && !input.optional)) return;
  const goal =
    input.optional || input.when === undefined
      ? knownLogic(node)
      : translate(input.when, directory);
  const name = node.id.split(".").at(-1) as string;
  const needs = input.optional ? `known(${name})` : textOfWhen(node.id, proof);
  demand("hidden-input-read", name, needs, goal, facts, site, proof);
}

/** A list that may be hidden is gone through only where it is proved to be there. */
export function requireList(axis: string, facts: Facts, site: Site, proof: Proof): void {
  const when = proof.directory.lists.get(axis)?.when;
  if (when === undefined) return;
  const goal = translate(when, proof.directory);
  demand("hidden-list-read", axis, textOfWhen(axis, proof), goal, facts, site, proof);
}

/** A cell that the source leaves open is read only where it is known to be there, in a draft too. */
export function requireCell(
  node: Extract<Node, { kind: "lookup" }>,
  facts: Facts,
  site: Site,
  proof: Proof,
): void {
  const table = proof.directory.tables.get(node.table);
  if (table === undefined || !mayBeOpen(table, node)) return;
  const name = node.table.split(".").at(-1) as string;
  const keys = table.keys.map(({ id }) => id).join(", ");
  const needs = `known(${name}[${keys}].${node.column})`;
  demand("open-cell-read", name, needs, knownLogic(node), facts, site, proof);
}

function demand(
  code: "hidden-input-read" | "hidden-list-read" | "open-cell-read",
  name: string,
  needs: string,
  goal: Logic,
  facts: Facts,
  site: Site,
  proof: Proof,
): void {
  const isProved = prove(facts, goal, proof.directory);
  if (isProved === true || !isNew(`${code} ${name} ${site.path.join("/")}`, proof)) return;
  const { home, path, reader, route } = site;
  const spot = { file: home.file, path, within: spanOfName(home, path, name) };
  if (isProved === undefined) {
    proof.issues.push(issueAt(spot, "error", "relevance-too-involved", { name, reader, needs }));
    return;
  }
  proof.issues.push(issueAt(spot, "error", code, { name, reader, needs, route }));
}

/** Notes that something is reported; false where it was before. */
export function isNew(key: string, proof: Proof): boolean {
  if (proof.reported.has(key)) return false;
  proof.reported.add(key);
  return true;
}

/** The `when` of an input or list as it is written. */
function textOfWhen(id: string, proof: Proof): string {
  const [list = "", field] = id.split(".");
  const written = proof.context.parsed.data.inputs[list];
  const input =
    field === undefined || written === undefined || !("item" in written)
      ? written
      : written.item[field];
  return input?.when ?? "";
}
