import { describe, expect, it } from "vitest";
import { libraryAt } from "../../../engine/cli/load.ts";
import { openInput } from "../../../engine/cli/open.ts";
import { describe as sentence } from "../../../engine/locales/describe.ts";
import { en } from "../../../engine/locales/en.ts";
import { plantMutants } from "../../../engine/proof/mutants.ts";
import { decimalLane } from "../../../engine/quantity/decimal.ts";

const file = (test: string) => `
format: methodology/1
id: T-1
version: 1.0-r1
status: draft
title: { ja: 試し }
documents: { paper: { title: { ja: 資料 }, standing: official } }
constants:
  as_equivalent: { value: 1, unit: t-CO2e/t-CO2, source: { document: paper }, provenance: confirmed }
inputs:
  used: { type: quantity t-CO2, label: { ja: 量 } }
  saved: { type: quantity t-CO2, label: { ja: 減った量 } }
formulas:
  nothing: { label: { ja: なし }, unit: t-CO2, expr: "0 [t-CO2]", source: { document: paper }, provenance: confirmed }
  left: { label: { ja: 残り }, unit: t-CO2e, expr: (used - saved - nothing) * as_equivalent, source: { document: paper }, provenance: confirmed }
outputs: { left: { main: true } }
tests:
  one: ${test}
`;

async function mutantsOf(test: string) {
  const opened = await openInput(
    libraryAt("methodologies").inputOf("methodology.yaml", file(test)),
  );
  if (!opened.ok) throw new Error(opened.issues.map(({ code }) => code).join());
  const { plan, methodology } = opened.value;
  const report = plantMutants(plan, methodology.data, "2026-11-22", decimalLane);
  return report.ok ? report.value : report.issues.map((issue) => sentence(issue, en));
}

describe("slips planted in a methodology", () => {
  it("leave out what cannot change anything: a factor of 1, a term of 0", async () => {
    const report = await mutantsOf(
      "{ worked: by_hand, given: { used: 5 t-CO2, saved: 2 t-CO2 }, expect: { left: 3 t-CO2e } }",
    );
    expect(report).toEqual({ planted: 1, found: 1, survivors: [] });
  });

  it("are refused while a worked test fails, because each would count as found", async () => {
    const report = await mutantsOf(
      "{ worked: by_hand, given: { used: 5 t-CO2, saved: 2 t-CO2 }, expect: { left: 4 t-CO2e } }",
    );
    expect(report).toEqual([
      "No slips were planted in T-1, because this worked test fails without any: one. Each slip would count as found. Mend the test or what it finds first.",
    ]);
  });

  it("are told where no test notices them", async () => {
    const report = await mutantsOf(
      "{ worked: by_hand, given: { used: 5 t-CO2, saved: 0 t-CO2 }, expect: { left: 5 t-CO2e } }",
    );
    expect(report).toEqual({ planted: 1, found: 0, survivors: ["left: - became +"] });
  });
});
