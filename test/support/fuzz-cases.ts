import { libraryAt } from "../../engine/cli/load.ts";
import { openMethodology } from "../../engine/cli/open.ts";
import { modes } from "../../engine/methodology/schema.ts";
import type { Plan } from "../../engine/plan.ts";
import type { ReadInput } from "../../engine/read.ts";
import { spoilAnswers, spoilText } from "./fuzz.ts";
import { type Outcome, tryAnswers, tryFile } from "./fuzz-run.ts";
import { answersOf, fileOf } from "./oracle/file.ts";
import { generateAnswers, generateModel } from "./oracle/generate.ts";
import { chanceOf } from "./oracle/random.ts";

/** The methodologies that are spoilt: the project's own, and small ones made by chance, which are quicker to read. */
export interface FuzzGround {
  readonly library: ReturnType<typeof libraryAt>;
  readonly own: readonly {
    readonly input: ReadInput;
    readonly plan: Plan;
    readonly given: readonly unknown[];
  }[];
}

const grounds = new Map<string, Promise<FuzzGround>>();

/** The ground of a folder, made once for all that is tried on it. */
export function fuzzGround(root: string): Promise<FuzzGround> {
  const ground = grounds.get(root) ?? openGround(root);
  grounds.set(root, ground);
  return ground;
}

async function openGround(root: string): Promise<FuzzGround> {
  const library = libraryAt(root);
  const own = [];
  for (const { id, version } of await library.list()) {
    const reference = `${id}@${version}`;
    const input = await library.resolve(reference);
    const opened = await openMethodology(library, reference);
    if (!input.ok || !opened.ok) throw new Error(`${reference} does not pass the check`);
    const tests = Object.values(opened.value.methodology.data.tests ?? {});
    own.push({
      input: input.value,
      plan: opened.value.plan,
      given: tests.map(({ given, period }) =>
        period === undefined ? given : { ...given, period },
      ),
    });
  }
  return { library, own };
}

/** A made methodology of so many formulas at most, with its text or its tables spoilt. */
export function spoiltMadeFile(ground: FuzzGround, seed: number, most?: number): Promise<Outcome> {
  const chance = chanceOf(seed);
  const model = generateModel(seed, most);
  const text = spoilText(JSON.stringify(fileOf(model), null, 1), chance);
  const answers = answersOf(generateAnswers(model, seed), model.enums.kind ?? []);
  return tryFile(ground.library.inputOf("made.yaml", text), {
    ...answers.given,
    period: answers.period,
  });
}

/** One of the project's methodologies with its text, a table, a component or a CSV file spoilt. */
export function spoiltOwnFile(ground: FuzzGround, seed: number): Promise<Outcome> {
  const chance = chanceOf(seed);
  const { input, given } = chance.pick(ground.own);
  const answers = chance.pick(given);
  if (chance.percent(70))
    return tryFile({ ...input, text: spoilText(input.text, chance) }, answers);
  const edition: ReadInput["edition"] = async (kind, reference) => {
    const found = await input.edition(kind, reference);
    if (found === undefined || chance.percent(40)) return found;
    return {
      ...found,
      text: chance.percent(60) ? spoilText(found.text, chance) : found.text,
      beside: async (name) => {
        const beside = await found.beside(name);
        return beside === undefined ? undefined : spoilText(beside, chance);
      },
    };
  };
  return tryFile({ ...input, edition }, answers);
}

/** Spoilt answers for one of the project's methodologies, as a bare map or as a record. */
export function spoiltAnswers(ground: FuzzGround, seed: number): Outcome {
  const chance = chanceOf(seed);
  const { plan, given } = chance.pick(ground.own);
  const spoilt = spoilAnswers(chance.pick(given), chance);
  const mode = chance.pick(modes);
  if (chance.percent(70)) return tryAnswers(plan, spoilt, mode);
  const { period, ...rest } = (spoilt ?? {}) as { period?: unknown };
  const record = {
    format: "answers/1",
    methodology: plan.tree.id,
    sets: { plan: { period, given: rest }, actual: { period, given: rest } },
  };
  return tryAnswers(plan, chance.percent(50) ? record : spoilAnswers(record, chance), mode);
}
