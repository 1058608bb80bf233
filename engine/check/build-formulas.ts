import type { ComponentData, ConditionData, FormulaData } from "../methodology/schema.ts";
import type { ConditionTree, FormulaTree, RoundTree } from "../methodology/tree.ts";
import { readExact } from "../quantity/exact.ts";
import { atHand, readAxes, reportAxisNames } from "./axes.ts";
import { buildAs, buildBody } from "./build-bodies.ts";
import { shownAs } from "./build-inputs.ts";
import { originIfSaid, originOf, present } from "./build-origin.ts";
import type { OpenModule } from "./declare-names.ts";
import type { Checking, Module, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { booleanType, type Type } from "./types.ts";

/** The formulas of a module; of a component its arguments first, each a formula of its own. */
export function buildFormulas(checking: Checking, open: OpenModule): readonly FormulaTree[] {
  const { module, data } = open;
  const component = module.component === undefined ? {} : { component: module.component };
  const formulas = Object.entries(data.formulas).flatMap(([id, formula]): FormulaTree[] => {
    const scope = module.names.get(id);
    if (scope?.kind !== "formula") return [];
    const path = ["formulas", id];
    const where: Where = { file: module.file, path };
    const { type, tree } = scope.type();
    const at = atHand(checking, scope.axes);
    reportAxisNames(checking, module, scope.axes, where);
    return [
      present({
        id: scope.id,
        label: formula.label,
        symbol: formula.symbol,
        printed: formula.printed,
        note: formula.note,
        type: tree,
        showAs: shownAs(checking, scope, formula.show_as, where),
        per: scope.axes,
        body: buildBody(formula, { checking, module, path, at, wanted: type, said: formula }),
        text: formula.expr ?? "",
        round: buildRound(checking, module, formula, type, where),
        origin: originOf(module.documents, formula),
        ...component,
      }) as FormulaTree,
    ];
  });
  return [...buildArguments(checking, open), ...formulas];
}

function buildArguments(checking: Checking, open: OpenModule): readonly FormulaTree[] {
  const { module, use } = open;
  if (use === undefined) return [];
  const { outer } = use;
  return Object.entries((open.data as ComponentData).arguments).flatMap(
    ([name, argument]): FormulaTree[] => {
      const scope = module.names.get(name);
      const text = use.with[name];
      if (scope?.kind !== "argument" || text === undefined) return [];
      const { type, tree } = scope.type();
      const at = atHand(checking, scope.axes);
      const path = ["components", use.id, "with", name];
      const value = buildAs({ checking, module: outer.module, path, at }, path, type);
      return [
        present({
          id: scope.id,
          label: argument.label,
          type: tree,
          per: scope.axes,
          body: { kind: "expr" as const, value },
          text,
          origin: { sources: [], provenance: "confirmed" as const },
          component: module.component,
          argument: true,
        }) as FormulaTree,
      ];
    },
  );
}

function buildRound(
  checking: Checking,
  module: Module,
  formula: Pick<FormulaData, "round" | "source" | "provenance" | "confidence">,
  type: Type,
  where: Where,
): RoundTree | undefined {
  const { round: data } = formula;
  if (data === undefined) return undefined;
  const at: Where = { ...where, path: [...where.path, "round"] };
  if (type.kind !== "quantity" && type.kind !== "unsettled") {
    report(checking, { ...at, key: true }, "quantity-only", { word: "round" });
  }
  if ((data.to === undefined) === (data.digits === undefined)) {
    report(checking, at, "round-to", {});
  }
  if (data.to !== undefined) {
    const to = readExact(data.to);
    if (to === undefined || to.numerator <= 0 || data.to.includes("/")) {
      report(checking, { ...at, path: [...at.path, "to"] }, "not-above-zero", { text: data.to });
    }
  }
  if (data.digits !== undefined && !/^[1-9]\d?$/.test(data.digits)) {
    report(checking, { ...at, path: [...at.path, "digits"] }, "not-a-count", { text: data.digits });
  }
  return present({
    mode: data.mode,
    to: data.to,
    digits: data.digits === undefined ? undefined : Number.parseInt(data.digits, 10),
    ...originIfSaid(module.documents, data, formula),
  }) as RoundTree;
}

export function buildConditions(
  checking: Checking,
  module: Module,
  conditions: Readonly<Record<string, ConditionData>> | undefined,
): readonly ConditionTree[] {
  return Object.entries(conditions ?? {}).map(([id, data]) => {
    const path = ["conditions", id];
    const where: Where = { file: module.file, path };
    const other = module.names.get(id);
    if (other !== undefined) {
      report(checking, { ...where, key: true }, "name-taken", { name: id, by: other.kind });
    }
    const per = readAxes(checking, data.per, { ...where, path: [...path, "per"] });
    reportAxisNames(checking, module, per, where);
    const at = atHand(checking, per);
    return present({
      id,
      label: data.label,
      per,
      effect: data.effect,
      body: buildBody(data, { checking, module, path, at, wanted: booleanType, said: data }),
      text: data.expr ?? "",
      origin: originOf(module.documents, data),
    }) as ConditionTree;
  });
}
