import type { Issue } from "../issue.ts";
import type { ParsedMethodology } from "../methodology/file.ts";
import { pointerOf } from "../methodology/pointer.ts";
import type { ComponentData, MethodologyData } from "../methodology/schema.ts";
import type { Node, Tree } from "../methodology/tree.ts";
import { type Dependencies, dependenciesOf, type Point } from "./dependencies.ts";
import { directoryOf } from "./nodes.ts";
import {
  type CheckContext,
  homeOf,
  issueAt,
  keyOfHome,
  type Spot,
  spanOfName,
  writtenNodes,
} from "./written.ts";

/** Refuses circles. */
export function checkOrder({ parsed, tree }: CheckContext): readonly Issue[] {
  const dependencies = dependenciesOf(parsed, tree);
  return circlesIn(dependencies).map((circle) => {
    const points = circle.map((key) => dependencies.get(key) as Point);
    const first = points[0] as Point;
    const second = points[1] ?? first;
    const chain = [...points, first].map(({ id }) => id);
    return issueAt(spotOfRead(parsed, tree, first, second), "error", "circle", { chain });
  });
}

/**
 * One circle for every knot of the graph, found by going down from each point in turn and meeting a point that is
 * still open. Points of a circle that was found are not reported in a second one. It begins with the point that is
 * written first. The way is kept in a list of its own, so a chain of any length does not end the stack.
 */
function circlesIn(dependencies: Dependencies): readonly (readonly string[])[] {
  const order = new Map([...dependencies.keys()].map((key, index) => [key, index]));
  const state = new Map<string, "open" | "done">();
  const reported = new Set<string>();
  const circles: (readonly string[])[] = [];
  for (const start of dependencies.keys()) {
    if (state.has(start)) continue;
    const way: { readonly key: string; next: number }[] = [{ key: start, next: 0 }];
    state.set(start, "open");
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const read = dependencies.get(at.key)?.reads[at.next];
      at.next += 1;
      if (read === undefined) {
        state.set(at.key, "done");
        way.pop();
      } else if (state.get(read) === "open") {
        const circle = way.slice(way.findIndex(({ key }) => key === read)).map(({ key }) => key);
        if (circle.every((key) => !reported.has(key))) {
          for (const key of circle) reported.add(key);
          circles.push(fromFirst(circle, order));
        }
      } else if (dependencies.has(read) && !state.has(read)) {
        state.set(read, "open");
        way.push({ key: read, next: 0 });
      }
    }
  }
  return circles;
}

function fromFirst(
  circle: readonly string[],
  order: ReadonlyMap<string, number>,
): readonly string[] {
  let first = 0;
  circle.forEach((key, index) => {
    const isEarlier = (order.get(key) ?? 0) < (order.get(circle[first] as string) ?? 0);
    if (isEarlier) first = index;
  });
  return [...circle.slice(first), ...circle.slice(0, first)];
}

/** Where `reader` names `read`; else where the reader itself is written. */
function spotOfRead(parsed: ParsedMethodology, tree: Tree, reader: Point, read: Point): Spot {
  const directory = directoryOf(tree);
  const name = read.id.split(".").at(-1) as string;
  const section = reader.kind === "condition" ? "conditions" : "formulas";
  if (reader.kind === "formula" || reader.kind === "condition") {
    const home = homeOf(parsed, section, reader.id);
    const formula = directory.formulas.get(reader.id);
    const body =
      reader.kind === "formula"
        ? formula?.body
        : tree.conditions.find(({ id }) => id === reader.id)?.body;
    for (const { path } of body === undefined
      ? []
      : writtenNodes(home, body, formula?.argument === true)) {
      const within = spanOfName(home, path, name);
      if (within !== undefined) return { file: home.file, path, within };
    }
    return keyOfHome(home);
  }
  const home = homeOf(parsed, "inputs", reader.id);
  const path = [...home.path, "when"];
  if (!home.expressions.has(pointerOf(path))) return keyOfHome(home);
  return { file: home.file, path, within: spanOfName(home, path, name) };
}

/**
 * Warns of what no output and no condition reads, itself or through others. Only what the methodology's own file holds: a shared
 * table or component serves many. A text input is never read and not meant to be.
 */
export function checkUse({ parsed, tree }: CheckContext): readonly Issue[] {
  const used = usedFrom(tree, dependenciesOf(parsed, tree));
  const isUsed = (kind: Point["kind"], id: string): boolean => used.has(`${kind}:${id}`);
  const issues: Issue[] = [];
  const warn = (
    section: "formulas" | "constants" | "tables" | "components" | "inputs",
    kind: "formula" | "constant" | "table" | "component" | "input" | "list",
    path: readonly string[],
  ): void => {
    const spot = { file: parsed, path: [section, ...path], key: true };
    issues.push(issueAt(spot, "warning", "unused", { kind, id: path.at(-1) as string }));
  };
  const own = parsed.data;
  for (const id of Object.keys(own.formulas))
    if (!isUsed("formula", id)) warn("formulas", "formula", [id]);
  for (const id of Object.keys(own.constants ?? {})) {
    if (!isUsed("constant", id)) warn("constants", "constant", [id]);
  }
  for (const id of Object.keys(own.tables ?? {}))
    if (!isUsed("table", id)) warn("tables", "table", [id]);
  for (const id of unusedComponents(own, used)) warn("components", "component", [id]);
  for (const [id, input] of Object.entries(own.inputs)) {
    if (!("item" in input)) {
      if (input.type !== "text" && !isUsed("input", id)) warn("inputs", "input", [id]);
      continue;
    }
    if (!isUsed("list", id)) {
      warn("inputs", "list", [id]);
      continue;
    }
    for (const [field, { type }] of Object.entries(input.item)) {
      if (type !== "text" && !isUsed("input", `${id}.${field}`))
        warn("inputs", "input", [id, "item", field]);
    }
  }
  return issues;
}

function unusedComponents(
  own: MethodologyData | ComponentData,
  used: ReadonlySet<string>,
): readonly string[] {
  return Object.keys(own.components ?? {}).filter(
    (id) => ![...used].some((key) => key.startsWith(`formula:${id}.`)),
  );
}

function usedFrom(tree: Tree, dependencies: Dependencies): ReadonlySet<string> {
  const cuts = (tree.period?.cuts ?? []).flatMap((cut) => (cut.kind === "after" ? [cut.of] : []));
  const open = [
    ...tree.outputs.map(({ id }) => `formula:${id}`),
    ...tree.conditions.map(({ id }) => `condition:${id}`),
    ...cuts.flatMap(referencesIn),
  ];
  const used = new Set<string>(open);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const point = dependencies.get(key);
    const dated = point?.kind === "list" ? directoryOf(tree).lists.get(point.id)?.dated : undefined;
    const also = dated === undefined ? [] : [`input:${dated}`];
    for (const read of [...(point?.reads ?? []), ...also]) {
      if (used.has(read)) continue;
      used.add(read);
      open.push(read);
    }
  }
  return used;
}

function referencesIn(node: Node): readonly string[] {
  return node.kind === "input" || node.kind === "formula" || node.kind === "constant"
    ? [`${node.kind}:${node.id}`]
    : [];
}
