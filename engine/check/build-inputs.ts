import type { Path } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import type { ListInputData, MethodologyData, ScalarInputData } from "../methodology/schema.ts";
import type { InputTree, ListTree, Node } from "../methodology/tree.ts";
import { print } from "../quantity/exact.ts";
import { atHand, reportAxisNames } from "./axes.ts";
import { originIfSaid, originOf, present } from "./build-origin.ts";
import { fitTo } from "./context.ts";
import { isShare, mismatchOf } from "./mismatch.ts";
import { buildAt, contextAt, expressionAt } from "./module.ts";
import type { Checking, Module, ValueScope, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { reportTime } from "./time.ts";
import { booleanType } from "./types.ts";
import { agree, readUnit } from "./units.ts";
import { figureIn, reportPresets } from "./values.ts";

/** The questions: inputs, lists and their fields, in the order in which they are asked. */
export function buildInputs(
  checking: Checking,
  module: Module,
  data: MethodologyData,
): { readonly inputs: readonly InputTree[]; readonly lists: readonly ListTree[] } {
  const inputs: InputTree[] = [];
  const lists: ListTree[] = [];
  for (const [id, input] of Object.entries(data.inputs)) {
    const path = ["inputs", id];
    reportGroup(checking, module, data, input.group, path);
    if (!("item" in input)) {
      const value = module.names.get(id);
      if (value?.kind === "input") {
        inputs.push(buildInput(checking, module, value, input, path));
      }
      continue;
    }
    lists.push(buildList(checking, module, id, input));
    for (const [name, field] of Object.entries(input.item)) {
      const fieldPath = [...path, "item", name];
      reportGroup(checking, module, data, field.group, fieldPath);
      const value = checking.lists.get(id)?.fields.get(name);
      if (value !== undefined) {
        inputs.push(buildInput(checking, module, value, field, fieldPath, id));
      }
    }
  }
  return { inputs, lists };
}

function reportGroup(
  checking: Checking,
  module: Module,
  data: MethodologyData,
  group: string | undefined,
  path: Path,
): void {
  const groups = Object.keys(data.groups ?? {});
  if (group === undefined || groups.includes(group)) return;
  const suggestion = nearest(group, groups);
  report(checking, { file: module.file, path: [...path, "group"] }, "unknown-name", {
    what: "group",
    name: group,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function buildList(checking: Checking, module: Module, id: string, data: ListInputData): ListTree {
  const path = ["inputs", id];
  const where: Where = { file: module.file, path };
  const counts = [data.min_items, data.max_items].map((text) =>
    /^\d{1,6}$/.test(text) ? Number.parseInt(text, 10) : undefined,
  );
  const [minItems, maxItems] = counts;
  for (const [index, word] of (["min_items", "max_items"] as const).entries()) {
    if (counts[index] === undefined) {
      report(checking, { ...where, path: [...path, word] }, "not-a-count", { text: data[word] });
    }
  }
  if (minItems !== undefined && maxItems !== undefined && (minItems > maxItems || maxItems === 0)) {
    report(checking, { ...where, path: [...path, "max_items"] }, "list-bounds", {
      min: data.min_items,
      max: data.max_items,
    });
  }
  const dated = reportDated(checking, id, data, where);
  return present({
    id,
    label: data.label,
    itemLabel: data.item_label,
    help: data.help,
    group: data.group,
    minItems: minItems ?? 0,
    maxItems: maxItems ?? 0,
    dated,
    when: buildWhen(checking, module, path, []),
    fields: Object.keys(data.item).map((field) => `${id}.${field}`),
  }) as ListTree;
}

function reportDated(
  checking: Checking,
  id: string,
  data: ListInputData,
  where: Where,
): string | undefined {
  if (data.dated === undefined) return undefined;
  const at: Where = { ...where, path: [...where.path, "dated"] };
  const field = checking.lists.get(id)?.fields.get(data.dated);
  if (field === undefined) {
    const suggestion = nearest(data.dated, Object.keys(data.item));
    report(checking, at, "unknown-name", {
      what: "field",
      name: data.dated,
      of: id,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return undefined;
  }
  const { kind } = field.type().type;
  if (kind !== "date" && kind !== "fiscal_year" && kind !== "unsettled") {
    report(checking, at, "dated-by", { field: data.dated });
  } else if (!checking.hasPeriod) report(checking, at, "period-missing", { axis: "years" });
  return field.id;
}

function buildWhen(
  checking: Checking,
  module: Module,
  path: Path,
  axes: readonly string[],
): Node | undefined {
  const at = [...path, "when"];
  const expression = expressionAt(module, at);
  if (expression === undefined) return undefined;
  const hand = atHand(checking, axes);
  const built = buildAt(checking, module, at, hand);
  return fitTo(contextAt(checking, module, at, hand), built, booleanType, expression.span);
}

function buildInput(
  checking: Checking,
  module: Module,
  value: ValueScope,
  data: ScalarInputData,
  path: Path,
  list?: string,
): InputTree {
  const where: Where = { file: module.file, path };
  const settled = value.type();
  reportTime(checking, value, data, where, list);
  reportPresets(checking, value, data, where);
  reportAxisNames(checking, module, value.axes, where);
  const units = offeredUnits(checking, value, data, where);
  const { documents } = module;
  return present({
    id: value.id,
    list,
    label: data.label,
    help: data.help,
    group: data.group,
    symbol: data.symbol,
    type: settled.tree,
    units,
    showAs: shownAs(checking, value, data.show_as, where),
    per: value.axes.filter((axis) => axis !== list),
    time:
      data.apportion === "days"
        ? ("apportion" as const)
        : data.holds === "throughout"
          ? ("throughout" as const)
          : undefined,
    meter:
      data.meter === undefined
        ? undefined
        : present({
            between: data.between === "days",
            turnsAt: turnsAt(checking, value, data.turns_at),
          }),
    when: buildWhen(checking, module, path, value.axes),
    optional: data.optional === "true",
    allowed: allowedOf(data),
    initial: data.initial,
    default:
      data.default === undefined
        ? undefined
        : present({
            value: data.default.value,
            note: data.default.note,
            origin: originOf(documents, data.default),
          }),
    range:
      data.range === undefined
        ? undefined
        : {
            low: data.range.low,
            high: data.range.high,
            origin: originOf(documents, data.range),
          },
    monitoring:
      data.monitoring === undefined
        ? undefined
        : present({ class: data.monitoring.class, how: data.monitoring.how }),
    ...originIfSaid(documents, data),
  }) as InputTree;
}

/** Where a meter begins again, in the unit of its question. */
function turnsAt(checking: Checking, value: ValueScope, text?: string): string | undefined {
  const figure = text === undefined ? undefined : figureIn(checking, value.type().type, text);
  return figure === undefined ? text : print(figure);
}

/** The units offered, which must measure the same thing; the declared unit alone where none are offered. */
function offeredUnits(
  checking: Checking,
  value: ValueScope,
  data: ScalarInputData,
  where: Where,
): readonly string[] {
  const { type, tree } = value.type();
  if (type.kind !== "quantity" || (tree.kind !== "quantity" && tree.kind !== "count")) {
    if (data.units !== undefined && type.kind !== "unsettled") {
      report(checking, { ...where, path: [...where.path, "units"] }, "quantity-only", {
        word: "units",
      });
    }
    return [];
  }
  if (data.units === undefined) return [tree.unit.text];
  data.units.forEach((text, index) => {
    const at: Where = { ...where, path: [...where.path, "units", index] };
    const unit = readUnit(checking, text, at);
    if (unit === undefined || agree(unit, type.unit)) return;
    report(checking, at, "unit-mismatch", mismatchOf(type.unit, unit));
  });
  return data.units;
}

/** The unit in which a value is shown and answered besides its own, such as `%` for a share. */
export function shownAs(
  checking: Checking,
  value: ValueScope,
  text: string | undefined,
  where: Where,
): string | undefined {
  const { type } = value.type();
  if (text === undefined || type.kind === "unsettled") return text;
  const at: Where = { ...where, path: [...where.path, "show_as"] };
  if (type.kind !== "quantity") {
    report(checking, at, "quantity-only", { word: "show_as" });
    return text;
  }
  const unit = readUnit(checking, text, at);
  // A quotient on one basis of heat or mass is a share too: `GJ/GJ.hhv` may be shown in %.
  const isFit = text === "%" ? isShare(type.unit) : unit === undefined || agree(unit, type.unit);
  if (unit !== undefined && !isFit) {
    report(checking, at, "unit-mismatch", mismatchOf(type.unit, unit));
  }
  return text;
}

function allowedOf({ allowed }: ScalarInputData): InputTree["allowed"] | undefined {
  if (allowed === undefined) return undefined;
  const { min, max, above, below, soft } = allowed;
  return present({ min, max, above, below, soft: soft === "true" });
}
