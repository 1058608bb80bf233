// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { options, type VNode } from "preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { expectResult, openCalculator, press } from "../support/calculator.tsx";
import { legs } from "./samples.ts";

/** The names of the components that were drawn since it was emptied. */
let drawn: string[] = [];

/** Preact's hook before a component is drawn, under the name that it has in the package. */
const hooks = options as { __r?: (node: VNode) => void };
const before = hooks.__r;

beforeEach(() => {
  hooks.__r = (node) => {
    if (typeof node.type === "function") drawn.push(node.type.name);
    before?.(node);
  };
});

afterEach(() => {
  if (before === undefined) delete hooks.__r;
  else hooks.__r = before;
});

const count = (name: string) => drawn.filter((one) => one === name).length;
const item = (name: string) => within(screen.getByRole("region", { name }));

it("draws one item anew while its figure is typed, and no question when the result comes", async () => {
  await openCalculator(legs);
  for (const name of ["Leg 1", "Leg 2", "Leg 3"]) {
    press("Add: Leg");
    await waitFor(() => item(name).getByRole("radio", { name: "By distance" }));
    fireEvent.click(item(name).getByRole("radio", { name: "By distance" }));
    await waitFor(() => item(name).getByLabelText("Kilometres"));
    fireEvent.input(item(name).getByLabelText("Kilometres"), { target: { value: "10" } });
  }
  await expectResult("30 km");
  await waitFor(() => screen.getByText("Record of the calculation"));

  drawn = [];
  const field = item("Leg 2").getByLabelText("Kilometres");
  fireEvent.input(field, { target: { value: "12" } });
  await waitFor(() => expect((field as HTMLInputElement).value).toBe("12"));
  await waitFor(() => expect(count("ItemCard")).toBe(1));
  const questions = count("Question");

  await expectResult("32 km");
  await waitFor(() => expect(count("Headline")).toBeGreaterThan(0));
  expect([count("ItemCard"), count("Question")]).toEqual([1, questions]);
  expect(count("Identity")).toBe(0);
});
