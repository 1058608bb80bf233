import type { Tree } from "../../engine/methodology/tree.ts";
import type { CalculationRequest } from "../../engine/service/protocol.ts";

const label = (text: string) => ({ ja: text, en: text });
const origin = { sources: [{ document: "rule", clause: "1" }], provenance: "confirmed" } as const;
const kilograms = { kind: "quantity", unit: { text: "kg" } } as const;

/** A methodology with one input and one formula, twice the input, for tests of what carries trees about. */
export const tinyTree: Tree = {
  format: "tree/1",
  id: "TINY-1",
  version: "1.0-r1",
  status: "illustrative",
  title: label("Twice"),
  mode: "official",
  documents: [{ id: "rule", title: label("Rule"), standing: "none" }],
  uses: [],
  groups: [],
  enums: [],
  things: [],
  units: [],
  lists: [],
  inputs: [
    {
      id: "amount",
      label: label("Amount"),
      type: kilograms,
      units: ["kg"],
      per: [],
      optional: false,
    },
  ],
  constants: [],
  tables: [],
  formulas: [
    {
      id: "twice",
      label: label("Twice"),
      type: kilograms,
      per: [],
      body: {
        kind: "expr",
        value: {
          kind: "arithmetic",
          operator: "+",
          left: { kind: "input", id: "amount" },
          right: { kind: "input", id: "amount" },
        },
      },
      text: "amount + amount",
      origin,
    },
  ],
  conditions: [],
  outputs: [{ id: "twice", main: true, shown: { to: "1", mode: "half_up", unit: "kg" } }],
  renamed: {},
};

export const tinyEdition = `${tinyTree.id}@${tinyTree.version}`;

/** Asks for twice an amount. */
export function tinyRequest(
  amount: string,
  changes: Partial<CalculationRequest> = {},
): CalculationRequest {
  return {
    caller: "calculator",
    edition: tinyEdition,
    answers: {
      format: "answers/1",
      methodology: tinyTree.id,
      sets: { plan: { given: { amount } } },
    },
    mode: "official",
    asOf: "2026-11-22",
    steps: false,
    ...changes,
  };
}
