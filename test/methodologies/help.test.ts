import { describe, expect, it } from "vitest";
import type { Label, MethodologyData } from "../../engine/methodology/schema.ts";
import { read } from "../../engine/read.ts";
import { methodologies, methodologyInput } from "../support/editions.ts";

type Input = MethodologyData["inputs"][string];

interface Question {
  readonly place: string;
  readonly label: Label;
  readonly help: Label | undefined;
}

/** Questions that need no further words, and why. On the first page of the meeting words cost time. */
const sayItAll: Readonly<Record<string, string>> = {
  "MEETING-1 meeting_form": "its options",
  "MEETING-1 grid_source": "its options",
  "MEETING-1 preparation_hours": "its label",
  "MEETING-1 clearing_hours": "its label",
};

/** The most letters of a help: it is read beside a field. */
const longest = { ja: 80, en: 180 };

function questionsIn(inputs: Readonly<Record<string, Input>>, place: string): readonly Question[] {
  return Object.entries(inputs).flatMap(([id, input]) => {
    if ("item" in input) return questionsIn(input.item, `${place}${id}/`);
    const { type, label, help } = input;
    return type === "text" ? [] : [{ place: `${place}${id}`, label, help }];
  });
}

async function questionsOf(id: string, version: string): Promise<readonly Question[]> {
  const methodology = await read(await methodologyInput(id, version));
  if (!methodology.ok) throw new Error(`${id} ${version} cannot be read.`);
  return questionsIn(methodology.value.data.inputs, `${id} `);
}

describe.each(await methodologies())("the help of %s %s", async (id, version) => {
  const questions = await questionsOf(id, version);

  it("stands with every question but a name, in three languages", () => {
    const lacking = questions.filter(
      ({ place, help }) =>
        !(place in sayItAll) &&
        (help?.ja === undefined || help.en === undefined || help.ja_easy === undefined),
    );
    expect(lacking.map(({ place }) => place)).toEqual([]);
  });

  it("says more than the label, and is short", () => {
    const faults = questions.flatMap(({ place, label, help }) => {
      if (help === undefined) return [];
      const { ja, en = "" } = help;
      const isLong = ja.length > longest.ja || en.length > longest.en;
      return isLong || ja.replace(/。$/, "") === label.ja ? [`${place}: ${ja}`] : [];
    });
    expect(faults).toEqual([]);
  });
});

it("is left out only where the list says so", async () => {
  const all = await Promise.all((await methodologies()).map((edition) => questionsOf(...edition)));
  const without = all.flat().filter(({ help }) => help === undefined);
  expect(without.map(({ place }) => place).sort()).toEqual(Object.keys(sayItAll).sort());
});
