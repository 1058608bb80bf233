import { describe, expect, it } from "vitest";
import { originOf } from "../../../engine/check/build-origin.ts";
import type { Origin } from "../../../engine/methodology/tree.ts";
import { model } from "../explain/model.ts";
import { treeOf } from "../run/plan-of.ts";

/** The origin of a rounding whose formula is confirmed and which itself says this. */
async function rounded(said: string): Promise<Origin | undefined> {
  const own = "round: { mode: floor, to: 0.1, source: { document: paper }";
  const from = `${own}, provenance: unconfirmed }`;
  if (!model.includes(from)) throw new Error("the model has no such rounding");
  const tree = await treeOf(model.replace(from, `${own}${said} }`));
  return tree.formulas.find(({ id }) => id === "emission")?.round?.origin;
}

describe("the origin of a rounding", () => {
  const sources = [{ document: "paper" }];

  it.each([
    ["", "confirmed"],
    [", provenance: secondary", "secondary"],
  ])("that says { source%s } is %s", async (said, provenance) => {
    expect(await rounded(said)).toEqual({ sources, provenance });
  });
});

describe("confidence", () => {
  const low = { provenance: "unconfirmed", confidence: "low" } as const;

  it.each([
    ["is that of the table where a row says nothing", [{}, {}, low], low],
    [
      "does not reach a row that states its provenance",
      [{ provenance: "confirmed" }, {}, low],
      { provenance: "confirmed" },
    ],
    [
      "does not reach past a column that states its provenance",
      [{}, { provenance: "secondary" }, low],
      { provenance: "secondary" },
    ],
    [
      "of a row stands beside the provenance of the table",
      [{ confidence: "medium" }, {}, low],
      { provenance: "unconfirmed", confidence: "medium" },
    ],
    [
      "of a column stands beside the provenance of the table",
      [{}, { confidence: "medium" }, low],
      { provenance: "unconfirmed", confidence: "medium" },
    ],
    ["is not made up where nobody states a provenance", [{}, {}], { provenance: "unconfirmed" }],
  ] as const)("%s", (_, said, expected) => {
    expect(originOf("", ...said)).toEqual({ sources: [], ...expected });
  });
});
