import type { Expression, NamePart } from "../expression/syntax.ts";
import type { Path } from "../issue.ts";
import type { ComponentData, CutData, MethodologyData } from "../methodology/schema.ts";
import type { CutTree, Node, PeriodTree } from "../methodology/tree.ts";
import { atHand } from "./axes.ts";
import { originIfSaid } from "./build-origin.ts";
import { type Built, failed, fitTo } from "./context.ts";
import type { OpenModule } from "./declare-names.ts";
import { contextAt, expressionAt } from "./module.ts";
import type { Checking, Module, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { dateType } from "./types.ts";

/**
 * Where the period is cut: at fiscal years, and some time after dates. A date that belongs to the items of a list gives
 * each item parts of its own. Components bring their own cuts, counted from the date that an argument stands for.
 */
type AfterCut = Extract<CutData, { after: unknown }>;

/** The text that says from which date a cut is counted, seen from the module that knows the date. */
interface DateText {
  readonly module: Module;
  readonly path: Path;
  readonly expression: Expression | undefined;
  readonly list: string | undefined;
}

/** Finds the lists whose items have parts of their own. Goes before anything reads a value per part. */
export function declareCuts(checking: Checking, modules: readonly OpenModule[]): void {
  for (const open of modules) {
    for (const { data, path } of cutsOf(open)) {
      if (!("after" in data)) continue;
      const { list } = dateOf(checking, open, path);
      if (list !== undefined) checking.ownCuts.add(list);
    }
  }
}

export function buildPeriod(
  checking: Checking,
  modules: readonly OpenModule[],
): PeriodTree | undefined {
  const [own] = modules as readonly [OpenModule];
  const cuts: CutTree[] = [];
  const written = new Set<string>();
  for (const open of modules) {
    const { module } = open;
    const all = cutsOf(open);
    if (all.length > 0 && !checking.hasPeriod) {
      const where: Where =
        open.use === undefined
          ? { file: module.file, path: ["period"] }
          : { file: open.use.outer.module.file, path: ["components", open.use.id], key: true };
      report(checking, where, "period-missing", { axis: "parts" });
    }
    for (const { data, path } of all) {
      const origin = originIfSaid(module.documents, data);
      const cut: CutTree =
        "after" in data
          ? { ...buildAfter(checking, open, data, path), ...origin }
          : { kind: "fiscal_year", ...origin };
      const text = JSON.stringify({ ...cut, origin: undefined });
      if (written.has(text)) continue;
      written.add(text);
      cuts.push(cut);
    }
  }
  if (!checking.hasPeriod) return undefined;
  if (!cuts.some(({ kind }) => kind === "fiscal_year")) {
    const where: Where = { file: own.module.file, path: ["period", "cut"], key: true };
    report(checking, where, "period-without-years", {});
  }
  return { cuts };
}

function cutsOf(open: OpenModule): readonly { readonly data: CutData; readonly path: Path }[] {
  const isComponent = open.use !== undefined;
  const cuts = isComponent
    ? (open.data as ComponentData).cut
    : (open.data as MethodologyData).period?.cut;
  const base = isComponent ? ["cut"] : ["period", "cut"];
  return (cuts ?? []).map((data, index) => ({ data, path: [...base, index] }));
}

const termPattern = /^(\d{1,4}) (day|month|yr)$/;

function buildAfter(
  checking: Checking,
  open: OpenModule,
  data: AfterCut,
  path: Path,
): Extract<CutTree, { kind: "after" }> {
  const where: Where = { file: open.module.file, path };
  let last = -1;
  const after = data.after.flatMap((text, index) => {
    const match = termPattern.exec(text);
    const at: Where = { ...where, path: [...path, "after", index] };
    if (match === null) {
      report(checking, at, "not-a-term", { text });
      return [];
    }
    const unit = match[2] as "day" | "month" | "yr";
    const count = Number.parseInt(match[1] as string, 10);
    const days = count * (unit === "day" ? 1 : unit === "month" ? 30.4 : 365.2);
    if (days <= last) report(checking, at, "cuts-order", { text });
    last = days;
    return [{ count, unit }];
  });
  const date = dateOf(checking, open, path);
  const of = buildDate(checking, open, date, path);
  return {
    kind: "after",
    after,
    of,
    ...(date.list === undefined ? {} : { list: date.list }),
  };
}

/** Follows `of` to the text of a date: in the methodology a name, in a component what its argument stands for. */
function dateOf(checking: Checking, open: OpenModule, path: Path): DateText {
  const { module, use } = open;
  const at = [...path, "of"];
  const expression = expressionAt(module, at);
  if (use === undefined) {
    const [first] = expression?.kind === "name" ? expression.parts : [];
    const list = first !== undefined && checking.lists.has(first.id) ? first.id : undefined;
    return { module, path: at, expression, list };
  }
  const [name, other] = expression?.kind === "name" ? expression.parts : [];
  const isArgument = name !== undefined && other === undefined && isArgumentOf(open, name);
  return isArgument
    ? argumentDate(checking, open, name.id)
    : { module, path: at, expression: undefined, list: undefined };
}

function isArgumentOf(open: OpenModule, name: NamePart): boolean {
  return open.use !== undefined && open.module.names.get(name.id)?.kind === "argument";
}

/** What an argument stands for, through as many components as hand it on. */
function argumentDate(checking: Checking, open: OpenModule, name: string): DateText {
  const use = open.use as NonNullable<OpenModule["use"]>;
  const path = ["components", use.id, "with", name];
  const expression = expressionAt(use.outer.module, path);
  const [only, other] = expression?.kind === "name" ? expression.parts : [];
  if (only !== undefined && other === undefined && isArgumentOf(use.outer, only)) {
    return argumentDate(checking, use.outer, only.id);
  }
  const list = open.module.axes.find((axis) => checking.lists.has(axis));
  const mentions = list !== undefined && expression !== undefined;
  const isOfList =
    mentions && namesOf(expression).some((id) => isOfItems(checking, use.outer, id, list));
  return { module: use.outer.module, path, expression, list: isOfList ? list : undefined };
}

/** Whether a name is a list, one of its fields, or a formula of its items. */
function isOfItems(checking: Checking, open: OpenModule, name: string, list: string): boolean {
  if (name === list || checking.lists.get(list)?.fields.has(name) === true) return true;
  const entity = open.module.names.get(name);
  return entity !== undefined && "axes" in entity && entity.axes.includes(list);
}

/** The first parts of all names in an expression. */
function namesOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "name":
      return expression.parts.slice(0, 1).map(({ id }) => id);
    case "lookup":
      return expression.keys.flatMap(({ value }) => namesOf(value));
    case "call":
      return expression.arguments.flatMap(({ value, where }) => [
        ...namesOf(value),
        ...(where === undefined ? [] : namesOf(where)),
      ]);
    case "negation":
    case "not":
      return namesOf(expression.operand);
    case "arithmetic":
    case "comparison":
    case "logical":
      return [...namesOf(expression.left), ...namesOf(expression.right)];
    default:
      return [];
  }
}

function buildDate(checking: Checking, open: OpenModule, date: DateText, path: Path): Node {
  if (date.expression === undefined) {
    if (open.use !== undefined) {
      report(checking, { file: open.module.file, path: [...path, "of"] }, "cut-of-argument", {});
    }
    return failed.node;
  }
  // What is wrong with an argument is told where the argument is built.
  const silent: Checking = { ...checking, issues: [] };
  const all = contextAt(silent, date.module, date.path, atHand(checking, open.module.axes));
  fitTo(all, all.build(date.expression, all), dateType, date.expression.span);
  if (open.use !== undefined && silent.issues.length > 0) return failed.node;
  const hand = atHand(checking, date.list === undefined ? [] : [date.list]);
  const context = contextAt(checking, date.module, date.path, hand);
  const built: Built = context.build(date.expression, context);
  return fitTo(context, built, dateType, date.expression.span);
}
