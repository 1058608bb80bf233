import type { ConstantData } from "../methodology/schema.ts";
import type { ConstantTree } from "../methodology/tree.ts";
import { originOf, present } from "./build-origin.ts";
import { quantityIn, settleType, unsettledType } from "./module.ts";
import type { Checking, Module, SettledType, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { noVariables } from "./units.ts";
import { reportValue } from "./values.ts";

/** Constants: figures with a unit, which may stand behind the figure (`2 yr`), dates, years, flags and members. */

/** The figure of `2 yr`, and the unit behind it. */
function pieces(text: string): { readonly value: string; readonly unit?: string } {
  const space = text.indexOf(" ");
  return space < 0 ? { value: text } : { value: text.slice(0, space), unit: text.slice(space + 1) };
}

/** The type of a constant. Errors: neither or both of unit and type, and what they say wrongly. */
export function settleConstant(checking: Checking, data: ConstantData, where: Where): SettledType {
  const { unit } = pieces(data.value);
  const said = [unit, data.unit, data.type].filter((text) => text !== undefined);
  if (said.length !== 1) {
    report(checking, { ...where, key: true }, "unit-or-type", {
      name: where.path[where.path.length - 1] as string,
    });
    return unsettledType;
  }
  if (data.type !== undefined) {
    return settleType(
      checking,
      data.type,
      { ...where, path: [...where.path, "type"] },
      noVariables,
    );
  }
  if (data.unit !== undefined) {
    return quantityIn(
      checking,
      data.unit,
      { ...where, path: [...where.path, "unit"] },
      noVariables,
    );
  }
  const start = data.value.length - (unit as string).length;
  const within = { start, end: data.value.length };
  const at: Where = { ...where, path: [...where.path, "value"], within };
  return quantityIn(checking, unit as string, at, noVariables);
}

export function buildConstants(
  checking: Checking,
  module: Module,
  constants: Readonly<Record<string, ConstantData>> | undefined,
): readonly ConstantTree[] {
  return Object.entries(constants ?? {}).flatMap(([id, data]) => {
    const scope = module.names.get(id);
    if (scope?.kind !== "constant") return [];
    const where: Where = { file: module.file, path: ["constants", id] };
    const { type, tree } = scope.type();
    const { value } = pieces(data.value);
    const isText = type.kind === "text" || type.kind === "item";
    if (isText) {
      report(checking, { ...where, path: [...where.path, "type"] }, "unknown-type", {
        type: data.type ?? "",
      });
    }
    for (const word of ["value", "low", "high"] as const) {
      const text = word === "value" ? value : data[word];
      if (text !== undefined) {
        reportValue(checking, type, text, { ...where, path: [...where.path, word] });
      }
    }
    return [
      present({
        id: scope.id,
        label: data.label,
        symbol: data.symbol,
        type: tree,
        value,
        low: data.low,
        high: data.high,
        origin: originOf(module.documents, data),
      }) as ConstantTree,
    ];
  });
}
