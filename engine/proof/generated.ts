import type { MethodologyData, TestData } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { divide, exact, sign } from "../quantity/exact.ts";
import { wholeQuotient } from "../quantity/rounding.ts";
import { type Count, countOf } from "./coverage.ts";
import { faultsOf, isExact } from "./faults.ts";
import { limitAnswers } from "./limits.ts";
import { marksOf, type Target, targetsOf } from "./marks.ts";
import { type Observation, observe } from "./observe.ts";
import { rowAnswers } from "./row-answers.ts";
import { choicesOf, gridOf, type Slot, slotsOf, withOpenChoices, withText } from "./slots.ts";

/**
 * Evaluations that nobody wrote: the answers of the worked tests with one thing moved. Each choice is taken once, each
 * table row looked up, each limit tried at its end and beyond it, and figures and dates are moved until a decision turns
 * or a rounding steps, then closed in on until two neighbours stand on both sides of the edge.
 *
 * No expected value is known for any of them. What must hold all the same: each ends in values or in a word why there
 * is none, each rounding is the one declared, an answer beyond its limit is refused, and no law of the file breaks.
 */
export interface GeneratedReport {
  readonly evaluations: number;
  readonly rows: Count;
  readonly choices: Count;
  /** Both ways of every comparison that decides: conditions, cases and values that are true or false. */
  readonly decisions: Count;
  /** Roundings whose step was found from both sides. */
  readonly edges: Count;
  readonly limits: Count;
  readonly faults: readonly string[];
  /** What neither a worked test nor a generated evaluation reaches. */
  readonly gaps: readonly string[];
}

/** The most evaluations for one methodology, so that a large one ends too. */
const mostEvaluations = 4000;
/** How often an answer is moved to find an edge, as numerator and denominator. */
const moves: readonly (readonly [bigint, bigint])[] = [
  [0n, 1n],
  [1n, 2n],
  [9n, 10n],
  [11n, 10n],
  [2n, 1n],
  [10n, 1n],
];
/** The same for dates, in days. */
const days = [-3653n, -366n, -31n, 31n, 366n, 3653n];

/** Makes and evaluates them. `asOf` serves the tests that name no day. */
export function generate(plan: Plan, data: MethodologyData, asOf: string): GeneratedReport {
  const targets = targetsOf(plan);
  const marks = new Set<string>();
  const edges = new Set<number>();
  const faults = new Set<string>();
  const limits = { reached: 0, all: 0 };
  let evaluations = 0;

  const tests = Object.entries(data.tests ?? {}).filter(
    ([, test]) => (test.mode ?? plan.tree.mode) !== "range",
  );
  const laws = Object.entries(data.properties ?? {}).filter(
    ([, { law }]) => law === "non_negative",
  );

  /** Evaluates moved answers and keeps what they reach; `what` names them where something is wrong. */
  function attempt(
    name: string,
    test: TestData,
    what: string,
    moved?: string,
  ): ReturnType<typeof observe> {
    evaluations += 1;
    let observation: ReturnType<typeof observe>;
    try {
      observation = observe(plan, test, asOf);
    } catch (error) {
      faults.add(`${name}, ${what}: ${String(error)}`);
      return { issues: [] };
    }
    const { evaluation, issues } = observation;
    if (evaluation === undefined) {
      if (issues.length === 0) faults.add(`${name}, ${what}: no result and no issue`);
      return observation;
    }
    for (const mark of marksOf(plan, evaluation)) marks.add(mark);
    for (const fault of faultsOf(plan, observation as Observation)) {
      faults.add(`${name}, ${what}: ${fault}`);
    }
    if (moved !== undefined && issues.length === 0) {
      holdLaws(name, observation as Observation, moved, what);
    }
    return observation;
  }

  /** A law that output or formula is not negative holds for everything made from the test it names. */
  function holdLaws(name: string, { evaluation }: Observation, moved: string, what: string): void {
    for (const [id, law] of laws) {
      if (law.from !== name || (law.in !== undefined && law.in !== moved)) continue;
      const isNegative = (evaluation.steps ?? []).some(
        ({ formula, value }) =>
          plan.formulas[formula]?.tree.id === law.of && isExact(value) && sign(value) < 0,
      );
      if (isNegative) faults.add(`${name}, ${what}: ${law.of} is negative, against ${id}`);
    }
  }

  const isSeen = ({ mark }: Target): boolean => marks.has(mark);
  const hasRoom = (): boolean => evaluations < mostEvaluations;
  const open = (): boolean =>
    hasRoom() &&
    (targets.some(
      (target) => target.kind !== "row" && target.kind !== "choice" && !isSeen(target),
    ) ||
      edges.size < rounded.length);

  /** Whether a law holds for what is made of a test, so that all of it is worth making. */
  const isBound = (name: string): boolean =>
    hasRoom() && laws.some(([, { from }]) => from === name);

  const rounded = [...plan.tree.formulas.keys()].filter(
    (index) => plan.tree.formulas[index]?.round?.to !== undefined,
  );
  const bases = tests.flatMap(([name, test]) => {
    const base = attempt(name, test, "as it stands");
    return base.evaluation === undefined
      ? []
      : [{ name, test, base: base as Observation, slots: slotsOf(plan.tree, test.given) }];
  });

  // Each choice once.
  for (const { name, test, slots } of bases) {
    for (const slot of withOpenChoices(plan.tree, test.given, slots)) {
      const position = plan.at.inputs.get(slot.input.id) ?? -1;
      for (const [at, choice] of choicesOf(plan.tree, slot.input).entries()) {
        const value = slot.input.type.kind === "boolean" ? choice === "true" : at;
        if (!hasRoom() || marks.has(`choice ${position}:${value}`)) continue;
        const given = withText(test.given, slot.path, choice);
        const what = `${slot.path.join(".")} = ${choice}`;
        attempt(name, { ...test, given }, what, slot.input.id);
      }
    }
  }

  // Each row once.
  for (const target of targets) {
    if (target.kind !== "row") continue;
    for (const { name, test, slots } of bases) {
      if (isSeen(target) || !hasRoom()) break;
      const moved = rowAnswers(
        plan.tree,
        test,
        withOpenChoices(plan.tree, test.given, slots),
        target.mark,
      );
      if (moved !== undefined) attempt(name, moved, target.name);
    }
  }

  // Each limit once.
  const tried = new Set<string>();
  for (const { name, test, slots } of bases) {
    for (const slot of slots) {
      for (const { limit, text, isAllowed } of limitAnswers(slot)) {
        const key = `${slot.input.id} ${limit}`;
        if (tried.has(key) || !hasRoom()) continue;
        tried.add(key);
        limits.all += 1;
        const given = withText(test.given, slot.path, text);
        const what = `${slot.path.join(".")} = ${text}`;
        const { issues } = attempt(name, { ...test, given }, what, slot.input.id);
        const refused = issues.some(
          ({ code, severity }) =>
            code === "answer-beyond-limit" || (!isAllowed && severity === "error"),
        );
        if (refused === isAllowed) {
          faults.add(`${name}, ${what}: ${isAllowed ? "refused at" : "taken beyond"} its limit`);
        } else {
          limits.reached += 1;
        }
      }
    }
  }

  // Both sides of every decision and of every rounding's steps.
  for (const { name, test, base, slots } of bases) {
    for (const slot of slots) {
      if (!open() && !isBound(name)) break;
      seekEdges(name, test, base, slot);
    }
  }

  function seekEdges(name: string, test: TestData, base: Observation, slot: Slot): void {
    const grid = gridOf(slot);
    if (grid === undefined) return;
    const look = (at: bigint): Observation | undefined => {
      const given = withText(test.given, slot.path, grid.write(at));
      const what = `${slot.path.join(".")} = ${grid.write(at)}`;
      const found = attempt(name, { ...test, given }, what, slot.input.id);
      const isRead = found.evaluation !== undefined && found.issues.length === 0;
      return isRead ? (found as Observation) : undefined;
    };
    const places =
      slot.input.type.kind === "date"
        ? days.map((count) => grid.at + count)
        : moves.map(([above, below]) => (grid.at * above) / below);
    for (const far of places) {
      if (!(open() || isBound(name)) || far === grid.at) continue;
      const before = marks.size;
      const found = look(far);
      if (found === undefined) continue;
      const turned = turnedBetween(
        plan,
        base,
        found,
        rounded.filter((index) => !edges.has(index)),
      );
      for (const index of turned.edges) {
        if (closeIn(grid.at, far, (one) => stepOf(plan, one, index), base, look)) edges.add(index);
      }
      // A decision that turned is new: its two neighbours are worth having.
      if (marks.size > before && turned.isDecision) {
        closeIn(grid.at, far, (one) => decisionsOf(plan, one), base, look);
      }
    }
  }

  const seen = (kind: Target["kind"]): Count => countOf(targets, kind, marks);
  return {
    evaluations,
    rows: seen("row"),
    choices: seen("choice"),
    decisions: seen("decision"),
    edges: { reached: edges.size, all: rounded.length },
    limits,
    faults: [...faults],
    gaps: [
      ...targets.filter((target) => !isSeen(target)).map(({ name }) => name),
      ...rounded.flatMap((index) =>
        edges.has(index) ? [] : [`${plan.tree.formulas[index]?.id}: the edge of its rounding`],
      ),
    ],
  };
}

/** Which way every decision went, as one text. */
function decisionsOf(plan: Plan, { evaluation }: Observation): string {
  return [...marksOf(plan, evaluation)].filter((mark) => mark.startsWith("decision")).join();
}

/** On which step each value of a rounded formula stands, as one text. */
function stepOf(plan: Plan, { evaluation }: Observation, index: number): string {
  const round = plan.tree.formulas[index]?.round;
  const to = exact(round?.to ?? "1");
  return (evaluation.steps ?? [])
    .filter(({ formula }) => formula === index)
    .map(({ before }) =>
      isExact(before) ? wholeQuotient(divide(before, to), round?.mode ?? "floor") : "none",
    )
    .join();
}

function turnedBetween(
  plan: Plan,
  base: Observation,
  found: Observation,
  rounded: readonly number[],
): { readonly isDecision: boolean; readonly edges: readonly number[] } {
  return {
    isDecision: decisionsOf(plan, base) !== decisionsOf(plan, found),
    edges: rounded.filter((index) => stepOf(plan, base, index) !== stepOf(plan, found, index)),
  };
}

/** Halves the way between two answers until they are neighbours that still differ; false where one could not be read. */
function closeIn(
  from: bigint,
  to: bigint,
  nameOf: (one: Observation) => string,
  base: Observation,
  look: (at: bigint) => Observation | undefined,
): boolean {
  let near = from;
  let far = to;
  const name = nameOf(base);
  while (far - near > 1n || near - far > 1n) {
    const middle = (near + far) / 2n;
    const found = look(middle);
    if (found === undefined) return false;
    if (nameOf(found) === name) near = middle;
    else far = middle;
  }
  return true;
}
