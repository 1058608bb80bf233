// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import type { Assessor } from "../../engine/assessment/assessment.ts";
import { createAssessor } from "../../engine/assessment/assessor.ts";
import { compile } from "../../engine/compile.ts";
import { ok } from "../../engine/issue.ts";
import { everyLane } from "../../engine/lanes/every-lane.ts";
import type { Form } from "../../engine/methodology/form.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import { createAssessorClient } from "../../engine/service/assessor-client.ts";
import { assessorService } from "../../engine/service/assessor-worker.ts";
import type { Manifest } from "../../engine/service/protocol.ts";
import { AssessmentSite } from "../../site/assessment/assessment-site.tsx";
import { AssessorContext } from "../../site/assessment/assessor-context.ts";
import { assessmentFragment } from "../../site/assessment/share-assessment.ts";
import { readBuilt } from "../support/built.ts";

const { editions, newest } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
const guide = JSON.parse(readBuilt("methodologies/assessment.json")) as Guide;
const asOf = "2026-11-22";

/** The assessor on the trees that were built. */
const real = createAssessor({
  guide,
  asOf,
  open: async (id) => {
    const edition = newest[id] ?? "";
    const tree = JSON.parse(readBuilt(`methodologies/${edition}/tree.json`)) as Tree;
    return ok(compile(tree, editions[edition]?.hash ?? "", { ...everyLane, decimal: decimalLane }));
  },
});

const loadForm = async (id: string): Promise<Form | undefined> =>
  newest[id] === undefined
    ? undefined
    : JSON.parse(readBuilt(`methodologies/${newest[id]}/form.json`));

/** Opens the page in English, with the real assessor on the same thread, but where a function says otherwise. */
function open(others: Partial<Assessor> = {}, ticked: readonly string[] = []): void {
  const client = createAssessorClient({
    connect() {
      throw new Error("no worker here");
    },
    fallback: async () => assessorService({ ...real, ...others }),
  });
  const page = { language: "en", root: "./", newest, guide } as const;
  render(
    <AssessorContext.Provider value={{ client, loadForm, today: asOf }}>
      <AssessmentSite page={page} ticked={ticked} />
    </AssessorContext.Provider>,
  );
}

afterEach(() => {
  cleanup();
  location.hash = "";
});

const tick = (name: string) => fireEvent.click(screen.getByRole("checkbox", { name }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

function type(name: string | RegExp, text: string): void {
  const field = screen.getByLabelText(name);
  fireEvent.input(field, { target: { value: text } });
  fireEvent.focusOut(field);
}

const headline = () =>
  document.querySelector(".totals [role=status]")?.textContent?.replace(/\s+/g, " ") ?? "";

const card = () => document.querySelector(".project h3");
const forest = () => waitFor(() => expect(card()?.textContent).toBe("Forest management"));

describe("the page of an assessment", () => {
  it("asks what comes first in the order of the guide, and gives a range for what stays open", async () => {
    open();
    expect(headline()).toBe("Tick what there is, and the estimate appears here.");
    tick("Cedar (sugi) forest");
    await forest();
    const fields = [...document.querySelectorAll(".project > .project-questions > .question")];
    const names = fields.map((one) => one.querySelector("label, .label")?.textContent);
    expect(names.slice(0, 3)).toEqual(["Area", "Species", "Age in the register"]);
    await waitFor(() => expect(headline()).toMatch(/^There are no figures yet/));
    type("Area", "160");
    type("Age in the register", "３０〜40");
    await waitFor(() => expect(headline()).toMatch(/^Per year[−\d.,]+–[\d.,]+ t-CO2\/year/));
    const next = await waitFor(() => screen.getByRole("region", { name: "Worth answering next" }));
    const [first] = within(next).getAllByRole("button");
    fireEvent.click(first as HTMLElement);
    const focused = document.activeElement as HTMLInputElement | null;
    expect(focused?.id).toMatch(/^project-cedar_forest-/);
  });

  it("keeps what was typed when a tick goes and comes, and while the assessor fails", async () => {
    let isBroken = false;
    open({
      assess: (record) => (isBroken ? Promise.reject(new Error("broken")) : real.assess(record)),
    });
    tick("Cedar (sugi) forest");
    await forest();
    type("Area", "160 and a bit");
    const isWrong = () => screen.getByLabelText("Area").getAttribute("aria-invalid");
    await waitFor(() => expect(isWrong()).toBe("true"));
    const summary = screen.getByRole("region", { name: /^Please check the entries/ });
    fireEvent.click(within(summary).getByRole("button"));
    expect(document.activeElement).toBe(screen.getByLabelText("Area"));
    tick("Cedar (sugi) forest");
    expect(card()).toBeNull();
    isBroken = true;
    tick("Cedar (sugi) forest");
    await forest();
    const alert = document.querySelector(".totals [role=alert]");
    await waitFor(() => expect(alert?.textContent).toMatch(/There is no result/));
    expect(screen.getByLabelText("Area")).toHaveProperty("value", "160 and a bit");
    isBroken = false;
    press("Calculate again");
    await waitFor(() => expect(alert?.textContent).toBe(""));
  });

  it("brings the questions of things that were ticked before it came to life", async () => {
    open({}, ["cedar_forest"]);
    await forest();
    expect(screen.getByRole("checkbox", { name: "Cedar (sugi) forest" })).toHaveProperty(
      "checked",
      true,
    );
  });

  it.each([
    ["no JSON", "{", /text could not be read as JSON/],
    ["another format", '{"format":"answers/1"}', /begins with format: assessment\/1/],
    ["a wrong shape", '{"format":"assessment/1","has":"boiler","projects":[]}', /should be a list/],
  ])("says what is wrong with a file of %s, and leaves all as it was", async (_, text, why) => {
    open();
    tick("Cedar (sugi) forest");
    await forest();
    type("Area", "7");
    const picker = document.querySelector('input[type="file"]') as HTMLInputElement;
    const file = new File([text], "x.json", { type: "application/json" });
    Object.defineProperty(picker, "files", { value: [file], configurable: true });
    fireEvent.change(picker);
    const said = document.querySelector(".files > .said");
    await waitFor(() => expect(said?.textContent).toMatch(/cannot be read as an assessment/));
    expect(said?.textContent).toMatch(why);
    expect(screen.getByLabelText("Area")).toHaveProperty("value", "7");
  });

  it("opens a link, and says of a damaged one that it is damaged", async () => {
    const started = await real.start(["cedar_forest"], { asOf });
    if (!started.ok) throw new Error("no record");
    const fragment = assessmentFragment({ ...started.value, title: "Yamada" });
    location.hash = fragment;
    open();
    await forest();
    expect(document.querySelector(".files > .said")?.textContent).toMatch(
      /^The entries of the link are open/,
    );
    await waitFor(() =>
      expect(screen.getByLabelText("Applicant, subject")).toHaveProperty("value", "Yamada"),
    );
    location.hash = fragment.slice(0, -4);
    dispatchEvent(new Event("hashchange"));
    await waitFor(() =>
      expect(document.querySelector(".files > .said")?.textContent).toMatch(/cut off or damaged/),
    );
    await forest();
  });

  it("takes a project out of the total, and compares another way of it", async () => {
    open();
    tick("Cedar (sugi) forest");
    await forest();
    type("Area", "160");
    type("Age in the register", "35");
    await waitFor(() => expect(headline()).toMatch(/^Per year/));
    press(/^Make a variant/);
    await waitFor(() => screen.getByRole("radiogroup", { name: /^Variant/ }));
    type("Area", "320");
    const table = await waitFor(() => screen.getByRole("table", { name: /^Variants compared/ }));
    const heads = within(table).getAllByRole("columnheader");
    expect(heads.map(({ textContent }) => textContent)).toEqual(["Item", "Base", "Variant 1"]);
    type("Name of the variant", "Twice as large");
    await waitFor(() => press("Remove “Twice as large”"));
    await waitFor(() => screen.getByText("“Twice as large” has been removed."));
    expect(screen.getByText("“Twice as large” has been removed.").getAttribute("role")).toBe(
      "status",
    );
    expect(screen.queryByRole("radiogroup", { name: /^Variant/ })).toBeNull();
    press(/^Undo.*Twice as large$/);
    const back = await screen.findByRole("radio", { name: "Twice as large" });
    await waitFor(() => expect(document.activeElement).toBe(back));
    expect(screen.getByLabelText("Area")).toHaveProperty("value", "320");
    expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
    press("Remove “Twice as large”");
    await waitFor(() => screen.getByRole("button", { name: /^Undo.*Twice as large$/ }));
    // It stays until the next change.
    type("Area", "170");
    await waitFor(() => expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull());
    expect(screen.queryByText(/has been removed/)).toBeNull();
    type("Area", "160");
    fireEvent.click(screen.getByRole("checkbox", { name: /^Leave this project out/ }));
    await waitFor(() => expect(headline()).toMatch(/^There are no figures yet/));
    expect(document.querySelector(".project-lines")?.textContent).toMatch(/not in the total/);
  });
});
