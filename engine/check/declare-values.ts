import type { Path } from "../issue.ts";
import type { ConstantData, FormulaData, InputData } from "../methodology/schema.ts";
import { atHand, readAxes } from "./axes.ts";
import { settleConstant } from "./build-constants.ts";
import { once, quantityIn, settleType, unsettledType, variablesAt } from "./module.ts";
import type { Checking, Module, ValueScope, Where } from "./scope.ts";
import { report } from "./scope.ts";

/** What has a value, as names see it: its id in the tree, its axes, and its type, settled when first asked. */

/** An input or field; `outer` is the list of a field. */
export function inputScope(
  checking: Checking,
  module: Module,
  name: string,
  id: string,
  data: Exclude<InputData, { item: unknown }>,
  path: Path,
  outer: readonly string[],
): ValueScope {
  const where: Where = { file: module.file, path: [...path, "per"] };
  const axes = readAxes(checking, data.per, where, outer);
  const type = once(() => {
    const variables = variablesAt(
      checking,
      module,
      data.unit_variable,
      path,
      atHand(checking, axes),
    );
    if (variables === undefined) return unsettledType;
    const at: Where = { file: module.file, path: [...path, "type"] };
    const settled = settleType(checking, data.type, at, variables);
    const isOwn = settled.type.kind === "item" && outer.includes(settled.type.list);
    if (isOwn) report(checking, at, "pointer-to-own", { list: outer[0] as string });
    return settled;
  });
  return { kind: "input", name, id, axes, type };
}

export function constantScope(
  checking: Checking,
  module: Module,
  name: string,
  data: ConstantData,
): ValueScope {
  const where: Where = { file: module.file, path: ["constants", name] };
  return {
    kind: "constant",
    name,
    id: `${module.prefix}${name}`,
    axes: [],
    type: once(() => settleConstant(checking, data, where)),
  };
}

export function formulaScope(
  checking: Checking,
  module: Module,
  name: string,
  data: FormulaData,
): ValueScope {
  const path = ["formulas", name];
  const where: Where = { file: module.file, path };
  const per: Where = { ...where, path: [...path, "per"] };
  const axes = readAxes(checking, data.per, per, module.axes);
  const type = once(() => {
    if ((data.unit === undefined) === (data.type === undefined)) {
      report(checking, { ...where, key: true }, "unit-or-type", { name });
      return unsettledType;
    }
    const variables = variablesAt(
      checking,
      module,
      data.unit_variable,
      path,
      atHand(checking, axes),
    );
    if (variables === undefined) return unsettledType;
    if (data.unit !== undefined) {
      return quantityIn(checking, data.unit, { ...where, path: [...path, "unit"] }, variables);
    }
    const at: Where = { ...where, path: [...path, "type"] };
    const settled = settleType(checking, data.type ?? "", at, variables);
    const isAllowed = ["boolean", "date", "fiscal_year", "enum", "unsettled"].includes(
      settled.type.kind,
    );
    if (!isAllowed) report(checking, at, "formula-type", { type: data.type ?? "" });
    return isAllowed ? settled : unsettledType;
  });
  return { kind: "formula", name, id: `${module.prefix}${name}`, axes, type };
}
