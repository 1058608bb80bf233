import { nearest } from "../methodology/near.ts";
import type { MethodologyData, OutputData } from "../methodology/schema.ts";
import type { OutputTree } from "../methodology/tree.ts";
import { readExact } from "../quantity/exact.ts";
import { present } from "./build-origin.ts";
import { mismatchOf } from "./mismatch.ts";
import type { Checking, Module, ValueScope, Where } from "./scope.ts";
import { report } from "./scope.ts";
import { agree, readUnit } from "./units.ts";

/** What is shown: formulas, one of them the main one. */
export function buildOutputs(
  checking: Checking,
  module: Module,
  data: MethodologyData,
): readonly OutputTree[] {
  const formulas = [...module.names.values()].filter(({ kind }) => kind === "formula");
  const outputs = Object.entries(data.outputs);
  const main = outputs.filter(([, output]) => output.main === "true");
  if (main.length !== 1) {
    const where: Where = { file: module.file, path: ["outputs"], key: true };
    report(checking, where, "main-output", { outputs: main.map(([id]) => id) });
  }
  return outputs.flatMap(([id, output]) => {
    const where: Where = { file: module.file, path: ["outputs", id] };
    const scope = module.names.get(id);
    if (scope?.kind === "formula") {
      return [buildOutput(checking, scope, output, data.formulas[id]?.show_as, where)];
    }
    const suggestion = nearest(
      id,
      formulas.map(({ name }) => name),
    );
    report(checking, { ...where, key: true }, "unknown-name", {
      what: "formula",
      name: id,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return [];
  });
}

function buildOutput(
  checking: Checking,
  scope: ValueScope,
  data: OutputData,
  showAs: string | undefined,
  where: Where,
): OutputTree {
  const { type, tree } = scope.type();
  const { shown } = data;
  const words = shown !== undefined && "true" in shown ? shown : undefined;
  const digits = shown !== undefined && !("true" in shown) ? shown : {};
  const at: Where = { ...where, path: [...where.path, "shown"] };
  if (words !== undefined && type.kind !== "boolean" && type.kind !== "unsettled") {
    report(checking, at, "words-of-boolean", {});
  }
  if (type.kind === "quantity") {
    if (digits.unit !== undefined && digits.unit !== showAs) {
      const unit = readUnit(checking, digits.unit, { ...at, path: [...at.path, "unit"] });
      if (unit !== undefined && !agree(unit, type.unit)) {
        report(
          checking,
          { ...at, path: [...at.path, "unit"] },
          "unit-mismatch",
          mismatchOf(type.unit, unit),
        );
      }
    }
  } else if (type.kind !== "unsettled") {
    for (const word of ["to", "mode", "unit"] as const) {
      if (digits[word] === undefined) continue;
      report(checking, { ...at, path: [...at.path, word], key: true }, "quantity-only", { word });
    }
  }
  const to = digits.to === undefined ? undefined : readExact(digits.to);
  if (digits.to !== undefined && (to === undefined || to.numerator <= 0)) {
    report(checking, { ...at, path: [...at.path, "to"] }, "not-above-zero", { text: digits.to });
  }
  const own = tree.kind === "quantity" || tree.kind === "count" ? tree.unit.text : "";
  return present({
    id: scope.id,
    main: data.main === "true",
    label: data.label,
    shown: present({
      to: digits.to,
      mode: digits.mode ?? ("half_up" as const),
      unit: digits.unit ?? showAs ?? own,
    }),
    words: words === undefined ? undefined : { true: words.true, false: words.false },
    chart: data.chart,
  }) as OutputTree;
}
