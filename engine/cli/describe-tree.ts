import type { InputTree, Tree } from "../methodology/tree.ts";

/** What a methodology asks and gives, as plain data: ids, types, units, limits, needed or not. */
export function describeTree(tree: Tree, hash: string) {
  return {
    id: tree.id,
    version: tree.version,
    hash,
    status: tree.status,
    title: tree.title,
    ...(tree.summary === undefined ? {} : { summary: tree.summary }),
    mode: tree.mode,
    asks_period: tree.period !== undefined,
    groups: tree.groups.map(({ id, label }) => ({ id, label })),
    lists: tree.lists.map((list) => ({
      id: list.id,
      label: list.label,
      min_items: list.minItems,
      max_items: list.maxItems,
      ...(list.dated === undefined ? {} : { dated: list.dated }),
      fields: list.fields,
    })),
    inputs: tree.inputs.map((input) => describeInput(input, tree)),
    outputs: tree.outputs.map(({ id, main, label, shown, chart }) => {
      const formula = tree.formulas.find((one) => one.id === id);
      return {
        id,
        main,
        label: label ?? formula?.label,
        type: formula?.type.kind,
        unit: shown.unit,
        per: formula?.per ?? [],
        ...(chart === undefined ? {} : { chart }),
      };
    }),
    documents: tree.documents,
    uses: tree.uses,
  };
}

function describeInput(input: InputTree, tree: Tree) {
  const { type } = input;
  return {
    id: input.id,
    ...(input.list === undefined ? {} : { list: input.list }),
    label: input.label,
    ...(input.help === undefined ? {} : { help: input.help }),
    ...(input.group === undefined ? {} : { group: input.group }),
    type: type.kind,
    ...(type.kind === "enum"
      ? {
          enum: type.enum,
          members:
            tree.enums
              .find(({ id }) => id === type.enum)
              ?.members.map(({ id, label }) => ({ id, label })) ?? [],
        }
      : {}),
    ...(type.kind === "item" ? { of: type.list } : {}),
    ...(type.kind === "quantity" || type.kind === "count"
      ? { unit: type.unit.text, units: input.units }
      : {}),
    ...(input.showAs === undefined ? {} : { shown_as: input.showAs }),
    per: input.per,
    ...(input.time === undefined ? {} : { time: input.time }),
    meter: input.meter !== undefined,
    ...(input.allowed === undefined ? {} : { allowed: input.allowed }),
    // Needed in official mode wherever it matters; an optional one may stay open.
    needed: !input.optional,
    conditional: input.when !== undefined,
    ...(input.initial === undefined ? {} : { initial: input.initial }),
    ...(input.default === undefined ? {} : { default: input.default.value }),
    ...(input.range === undefined
      ? {}
      : { range: { low: input.range.low, high: input.range.high } }),
  };
}
