// @vitest-environment happy-dom
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { waitFor } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { accessibleTree } from "../support/accessible-tree.ts";
import { expectResult, openBuilt, type } from "../support/calculator.tsx";

/**
 * What assistive technology is told by whole calculators, held as files beside this one. `TREES=write` writes them
 * anew; what has changed is then read in the difference.
 */
const isWriting = process.env.TREES === "write";

function hold(name: string): void {
  const root = document.querySelector(".santei");
  if (root === null) throw new Error("there is no calculator");
  const now = accessibleTree(root);
  const file = `test/widgets/trees/${name}.txt`;
  if (isWriting) writeFileSync(file, now);
  expect(existsSync(file) ? readFileSync(file, "utf8") : "").toBe(now);
}

describe("the accessible tree", () => {
  it("of a meeting with its result is the one that is held", async () => {
    await openBuilt("MEETING-1");
    type("Number of participants", "30");
    type("Area of the room", "120");
    type("Hours of use", "3");
    await expectResult("13.4 kg-CO2e");
    await waitFor(() => expect(document.querySelectorAll(".values caption")).toHaveLength(2));
    hold("meeting");
  });

  it.each(["EVENT-1", "EN-S-001", "AG-004", "FO-001"])(
    "of %s before anything is entered is the one that is held",
    async (id) => {
      await openBuilt(id);
      hold(id.toLowerCase());
    },
  );
});
