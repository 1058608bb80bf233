import type { Expression, NamePart, TextSpan } from "../expression/syntax.ts";
import { nearest } from "../methodology/near.ts";
import type { Node } from "../methodology/tree.ts";
import { withAxis } from "./axes.ts";
import { readValue, seenThrough } from "./build-read.ts";
import { buildPart, buildYear } from "./build-time.ts";
import { type Built, type Context, failed, problem } from "./context.ts";
import type { Module, ValueScope } from "./scope.ts";
import type { Type } from "./types.ts";

/**
 * Names in an expression: `heat`, `grid.factor`, `route.measured`, `plot.age`, `part.start`, `year`.
 *
 * A plain name is an axis at hand, a field of a list at hand, or a value of the file; a name that could be two of these
 * is refused, because nothing shadows.
 */
type NameExpression = Extract<Expression, { kind: "name" }>;

export function buildName(expression: NameExpression, context: Context): Built {
  const [first, ...rest] = expression.parts;
  if (first === undefined) return failed;
  if (first.id === "part") return buildPart(expression, context);
  if (rest.length === 0) return buildPlain(first, context);
  const [second] = rest as [NamePart, ...NamePart[]];

  const entity = context.module.names.get(first.id);
  if (entity?.kind === "component" && rest.length > 0) {
    return buildOfComponent(entity.module, rest, expression.span, context);
  }
  const candidates = plainCandidates(first.id, context);
  const pointer = candidates.find(({ type }) => type.kind === "item");
  const found = context.checking.enums.get(first.id);
  const isMember = found?.members.some(({ id }) => id === second.id) === true;
  if (rest.length === 1 && found !== undefined && (isMember || pointer === undefined)) {
    if (isMember) {
      return {
        node: { kind: "member", enum: first.id, member: second.id },
        type: { kind: "enum", enum: first.id },
      };
    }
    return unknown(
      context,
      second,
      "member",
      found.members.map(({ id }) => id),
      first.id,
    );
  }
  if (pointer !== undefined && pointer.type.kind === "item") {
    return readThrough(pointer, pointer.type.list, rest, context);
  }
  if (context.checking.lists.has(first.id)) {
    return problem(context, first.span, "axis-missing", { name: second.id, axis: first.id });
  }
  if (candidates.length > 0) {
    return problem(context, first.span, "not-a-pointer", { name: first.id });
  }
  return unknown(context, first, "value", [
    ...valueNames(context),
    ...context.checking.enums.keys(),
    ...[...context.module.names.values()].filter(isComponent).map(({ name }) => name),
  ]);
}

function isComponent(entity: { readonly kind: string }): boolean {
  return entity.kind === "component";
}

/** Reports a name that nobody knows, with the one that was probably meant. */
export function unknown(
  context: Context,
  part: NamePart,
  what: "value" | "member" | "column" | "table" | "function" | "axis",
  candidates: Iterable<string>,
  of?: string,
): Built {
  const suggestion = nearest(part.id, candidates);
  return problem(context, part.span, "unknown-name", {
    what,
    name: part.id,
    ...(of === undefined ? {} : { of }),
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

interface Candidate {
  readonly way: string;
  readonly type: Type;
  readonly read: (span: TextSpan) => Built;
}

/** Everything that a plain name can mean here. */
function plainCandidates(name: string, context: Context): readonly Candidate[] {
  const { at, checking, module } = context;
  const candidates: Candidate[] = [];
  const knowsLists = module.prefix === "";
  if (at.axes.has(name) && (checking.enums.has(name) || (knowsLists && checking.lists.has(name)))) {
    const type: Type = checking.lists.has(name)
      ? { kind: "item", list: name }
      : { kind: "enum", enum: name };
    const node: Node = { kind: "axis", axis: name };
    candidates.push({ way: `per ${name}`, type, read: () => ({ node, type }) });
  }
  if (knowsLists) {
    for (const axis of at.axes) {
      const field = checking.lists.get(axis)?.fields.get(name);
      if (field !== undefined) {
        candidates.push({
          way: `${axis}.${name}`,
          type: field.type().type,
          read: (span) => readValue(field, span, context),
        });
      }
    }
  }
  const entity = module.names.get(name);
  if (entity !== undefined && isValue(entity)) {
    candidates.push({
      way: name,
      type: entity.type().type,
      read: (span) => readValue(entity, span, context),
    });
  }
  return candidates;
}

export function isValue(entity: { readonly kind: string }): entity is ValueScope {
  return (
    entity.kind === "input" ||
    entity.kind === "constant" ||
    entity.kind === "formula" ||
    entity.kind === "argument"
  );
}

function buildPlain(part: NamePart, context: Context): Built {
  if (part.id === "year") return buildYear(part.span, context);
  const candidates = plainCandidates(part.id, context);
  const [only, other] = candidates;
  if (only !== undefined) {
    if (other === undefined) return only.read(part.span);
    return problem(context, part.span, "name-ambiguous", {
      name: part.id,
      ways: candidates.map(({ way }) => way),
    });
  }
  const { checking, module } = context;
  const list = [...checking.lists.values()].find(({ fields }) => fields.has(part.id));
  const isOfAxis = list !== undefined || checking.enums.has(part.id) || checking.lists.has(part.id);
  if (isOfAxis && context.at.isOpen === true) return failed;
  if (list !== undefined && module.prefix === "") {
    return problem(context, part.span, "axis-missing", { name: part.id, axis: list.id });
  }
  const entity = module.names.get(part.id);
  const listed = checking.enums.get(part.id);
  if (listed !== undefined && entity === undefined) {
    const [first] = listed.members;
    return problem(context, part.span, "enum-as-value", {
      enum: part.id,
      member: first?.id ?? "",
    });
  }
  if (entity?.kind === "list") {
    return problem(context, part.span, "axis-missing", { name: part.id, axis: part.id });
  }
  if (entity !== undefined) {
    return problem(context, part.span, "not-a-value", {
      name: part.id,
      what: entity.kind === "table" ? "table" : "component",
    });
  }
  const owner = [...checking.enums.values()].find(({ members }) =>
    members.some(({ id }) => id === part.id),
  );
  if (owner !== undefined) {
    return problem(context, part.span, "unknown-name", {
      what: "value",
      name: part.id,
      suggestion: `${owner.id}.${part.id}`,
    });
  }
  return unknown(context, part, "value", valueNames(context));
}

/** The plain names that have a value here. */
function valueNames(context: Context): readonly string[] {
  const { at, checking, module } = context;
  const fields =
    module.prefix === ""
      ? [...at.axes].flatMap((axis) => [...(checking.lists.get(axis)?.fields.keys() ?? [])])
      : [];
  return [...fields, ...[...module.names.values()].filter(isValue).map(({ name }) => name), "year"];
}

/** `plot.age`: a field of the list that the pointer names, or a formula of that list. */
function readThrough(
  pointer: Candidate,
  list: string,
  rest: readonly NamePart[],
  context: Context,
): Built {
  const [part, ...further] = rest as [NamePart, ...NamePart[]];
  const source = pointer.read(part.span);
  if (source.type.kind === "unsettled") return failed;
  const fields = context.checking.lists.get(list)?.fields;
  const entity = fields?.get(part.id) ?? context.module.names.get(part.id);
  if (entity === undefined || !isValue(entity) || !entity.axes.includes(list)) {
    const formulas = [...context.module.names.values()]
      .filter(isValue)
      .filter(({ axes }) => axes.includes(list));
    const names = [...(fields?.keys() ?? []), ...formulas.map(({ name }) => name)];
    return unknown(context, part, "value", names, list);
  }
  // The item at hand is itself, not another of its list.
  const isAxis = source.node.kind === "axis";
  const others = new Set([...context.at.axes].filter((axis) => !context.checking.lists.has(axis)));
  const inside: Context = {
    ...context,
    at: isAxis ? context.at : withAxis(context.checking, { ...context.at, axes: others }, list),
  };
  const through = (node: Node): Node =>
    isAxis ? node : { kind: "through", list, pointer: source.node, value: node };
  if (further.length > 0) {
    const { type } = entity.type();
    if (type.kind !== "item") {
      return problem(context, part.span, "not-a-pointer", { name: part.id });
    }
    const next: Candidate = {
      way: part.id,
      type,
      read: (span) => readValue(entity, span, inside),
    };
    const read = readThrough(next, type.list, further, inside);
    return { node: through(read.node), type: seenThrough(read.type, list, through, context) };
  }
  const read = readValue(entity, part.span, inside);
  return { node: through(read.node), type: seenThrough(read.type, list, through, context) };
}

/** `grid.factor`, and `grid.inner.factor` of a component in a component. */
function buildOfComponent(
  module: Module,
  rest: readonly NamePart[],
  span: TextSpan,
  context: Context,
): Built {
  const [part, ...further] = rest as [NamePart, ...NamePart[]];
  const entity = module.names.get(part.id);
  if (entity?.kind === "component" && further.length > 0) {
    return buildOfComponent(entity.module, further, span, context);
  }
  const isReadable = entity?.kind === "formula" || entity?.kind === "constant";
  if (!isReadable || further.length > 0) {
    const names = [...module.names.values()].filter(
      ({ kind }) => kind === "formula" || kind === "constant",
    );
    return unknown(
      context,
      part,
      "value",
      names.map(({ name }) => name),
      module.prefix.slice(0, -1),
    );
  }
  return readValue(entity, span, context);
}
