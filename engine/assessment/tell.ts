import { present } from "../explain/present.ts";
import { sourceOf } from "../explain/sources.ts";
import type { Guide } from "../methodology/guide-schema.ts";
import type { Provenance } from "../methodology/schema.ts";
import type { Tree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import type {
  CalculationResult,
  FigureResult,
  InputPlace,
  SourceResult,
} from "../result/result.ts";
import { inputsBehind } from "./alter-plan.ts";
import type {
  Assumption,
  CheckResult,
  Identity,
  MissingAnswer,
  MonitoringItem,
  UnconfirmedFigure,
} from "./assessment.ts";
import { isTime } from "./given.ts";
import type { StoodIn, TypicalRun } from "./run-typical.ts";
import { inputNamed } from "./stand-ins.ts";

/** What an edition is called, exactly. */
export function identityOf({ tree, hash }: Plan): Identity {
  const { id, version, status, title } = tree;
  return { edition: `${id}@${version}`, id, version, hash, status, title };
}

type GuideOrigin = {
  readonly source: Guide["adding"]["source"];
  readonly provenance: Provenance;
};

/** A source of the guide with the document that it names. */
export function guideSource(guide: Guide, { source }: Pick<GuideOrigin, "source">): SourceResult {
  const document = guide.documents[source.document];
  return present({
    ...source,
    title: document?.title,
    edition: document?.edition,
    url: document?.url,
  }) as SourceResult;
}

/** The documents of a methodology, as sources. */
export function documentsOf(tree: Tree): readonly SourceResult[] {
  return tree.documents
    .filter(({ standing }) => standing !== "none")
    .map(({ id, title, edition, url }) => present({ document: id, title, edition, url }));
}

/** A place without its year or part: where the answer of a typical year stands. */
export function withoutTimeAt(
  at: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(at).filter(([axis]) => !isTime(axis)));
}

export function placeName(input: string, at: Readonly<Record<string, string>>): string {
  return `${input} ${JSON.stringify(at)}`;
}

/** The axes of a stood-in place, as a result writes them. */
export function atOf(
  tree: Tree,
  { input, item, members }: StoodIn,
): Readonly<Record<string, string>> {
  const list = inputNamed(tree, input)?.list;
  return {
    ...(list === undefined || item === undefined ? {} : { [list]: String(item + 1) }),
    ...members,
  };
}

/** Questions without an answer for which nothing stood in, each once. */
export function missingIn({ tree }: Plan, result: CalculationResult): readonly MissingAnswer[] {
  const seen = new Set<string>();
  return result.missing.flatMap(({ input, at, label }): readonly MissingAnswer[] => {
    const place = withoutTimeAt(at);
    const name = placeName(input, place);
    if (seen.has(name)) return [];
    seen.add(name);
    const help = inputNamed(tree, input)?.help;
    return [
      { methodology: tree.id, input, at: place, label, ...(help === undefined ? {} : { help }) },
    ];
  });
}

/** Every question that was asked for, each place once. */
export function askedIn({ asked }: CalculationResult): readonly InputPlace[] {
  const places = asked.map(({ input, at }) => ({ input, at: withoutTimeAt(at) }));
  return [...new Map(places.map((one) => [placeName(one.input, one.at), one])).values()];
}

/** Questions of which every member stood in, or ends: open, though there is a figure. */
export function openIn(plan: Plan, { result, stoodIn }: TypicalRun): readonly MissingAnswer[] {
  const { tree } = plan;
  if (result === undefined) return [];
  const seen = new Set<string>();
  const asked = new Set(result.asked.map(({ input, at }) => placeName(input, withoutTimeAt(at))));
  const places = [
    ...result.assumed.map(({ input, at }) => ({ input, at: withoutTimeAt(at) })),
    ...stoodIn
      .filter(({ kind }) => kind === "range")
      .map((one) => ({ input: one.input, at: atOf(tree, one) })),
  ];
  return places.flatMap(({ input, at }): readonly MissingAnswer[] => {
    const name = placeName(input, at);
    const found = inputNamed(tree, input);
    if (seen.has(name) || !asked.has(name) || found === undefined) return [];
    seen.add(name);
    const { label, help } = found;
    return [{ methodology: tree.id, input, at, label, ...(help === undefined ? {} : { help }) }];
  });
}

/**
 * Each condition once, over all its places: it fails where it fails anywhere. Those that are `shown`, or all; what is
 * `computed` is never asked for.
 */
export function checksOf(
  plan: Plan,
  run: TypicalRun,
  shown?: readonly string[],
  computed: readonly string[] = [],
): readonly CheckResult[] {
  const { tree } = plan;
  const { result } = run;
  if (result === undefined) return [];
  const open = [...missingIn(plan, result), ...openIn(plan, run)].filter(
    ({ input }) => !computed.includes(input),
  );
  // A condition that refuses looks after slips of entry: it is told where there is one.
  return tree.conditions.flatMap((condition): readonly CheckResult[] => {
    const { id, label, effect, origin } = condition;
    if (shown !== undefined && !shown.includes(id)) return [];
    const places = result.conditions.filter((one) => one.id === id);
    if (places.length === 0) return [];
    const failed = places.find(({ holds }) => holds === false);
    const isOpen = places.some(({ holds }) => holds === null);
    const outcome = failed !== undefined ? "fails" : isOpen ? "unknown" : "holds";
    if (shown === undefined && effect === "refuse" && outcome !== "fails") return [];
    const behind = inputsBehind(tree, id);
    return [
      present({
        id: `${tree.id}.${id}`,
        label: label ?? { ja: id },
        outcome,
        weight: effect === "warn" ? ("warning" as const) : ("condition" as const),
        because: failed?.because,
        missing: outcome === "unknown" ? open.filter(({ input }) => behind.has(input)) : [],
        source: sourceOf(tree, origin),
        provenance: origin.provenance,
        edition: `${tree.id}@${tree.version}`,
      }) as CheckResult,
    ];
  });
}

/** What stood in for answers and was read. `originOf` tells where ends or an assumed answer of the guide come from. */
export function assumptionsOf(
  plan: Plan,
  { result, stoodIn, repeated }: TypicalRun,
  originOf: (one: StoodIn) => { readonly provenance: Provenance; readonly source?: SourceResult },
): readonly Assumption[] {
  const { tree } = plan;
  if (result === undefined) return [];
  const methodology = tree.id;
  const asked = new Set(result.asked.map(({ input, at }) => placeName(input, withoutTimeAt(at))));
  const filled = stoodIn.flatMap((one): readonly Assumption[] => {
    const at = atOf(tree, one);
    const label = inputNamed(tree, one.input)?.label;
    if (label === undefined || !asked.has(placeName(one.input, at))) return [];
    const value = one.low === one.high ? one.low : `${one.low}–${one.high}`;
    const kind = ({ assumed: "answer", range: "range", begins: "period" } as const)[one.kind];
    const members = membersOf(tree, one.input, value);
    const origin = originOf(one);
    return [
      present({
        kind,
        methodology,
        input: one.input,
        at,
        label,
        value,
        members,
        ...origin,
      }) as Assumption,
    ];
  });
  const names = new Set(filled.map(({ input, at }) => placeName(input ?? "", at ?? {})));
  const seen = new Set<string>();
  const others = result.assumed.flatMap((one): readonly Assumption[] => {
    const at = withoutTimeAt(one.at);
    const name = placeName(one.input, at);
    if (names.has(name) || seen.has(name)) return [];
    seen.add(name);
    const members = membersOf(tree, one.input, one.value);
    return [
      present({
        kind: "range" as const,
        methodology,
        input: one.input,
        at,
        label: one.label,
        value: one.value,
        members,
        provenance: one.provenance,
        source: one.source,
      }) as Assumption,
    ];
  });
  return [
    ...filled,
    ...others,
    ...repeated.flatMap((id): readonly Assumption[] => {
      const label = inputNamed(tree, id)?.label;
      return label === undefined
        ? []
        : [{ kind: "typical_year", methodology, input: id, label, provenance: "unconfirmed" }];
    }),
    ...overYears(result.unconfirmed.filter(({ kind }) => kind === "carried_over")).map(
      ({ id, keys, value, label, provenance, source }): Assumption =>
        present({
          kind: "carried_over" as const,
          methodology,
          label: label ?? { ja: id },
          value: [...(keys ?? []), value ?? ""].join(" "),
          provenance,
          source,
        }) as Assumption,
    ),
  ];
}

/** The labels of members that a text lists, `hhv, lhv`. */
function membersOf(tree: Tree, input: string, value: string) {
  const type = inputNamed(tree, input)?.type;
  if (type?.kind !== "enum") return undefined;
  const listed = value.split(", ");
  const members = tree.enums.find(({ id }) => id === type.enum)?.members ?? [];
  const found = members.filter(({ id }) => listed.includes(id));
  return found.length === 0 ? undefined : found.map(({ label }) => label);
}

/** Figures that are not confirmed, each once over the years for which it is the same. */
export function unconfirmedIn(
  { tree }: Plan,
  result: CalculationResult,
): readonly UnconfirmedFigure[] {
  return overYears(result.unconfirmed.filter(({ provenance }) => provenance !== "confirmed")).map(
    ({ confidence, ...one }) => ({ methodology: tree.id, ...one }),
  );
}

const yearKey = /^FY\d{4}/;

/** The same figure looked up for several years becomes one, from the first to the last of them. */
function overYears(figures: readonly FigureResult[]): readonly FigureResult[] {
  const groups = new Map<string, FigureResult[]>();
  for (const one of figures) {
    const keys = (one.keys ?? []).map((key) => key.replace(yearKey, ""));
    const name = JSON.stringify([one.kind, one.id, keys, one.value, one.source]);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const one = group[0] as FigureResult;
    if (group.length === 1 || one.keys === undefined) return one;
    const keys = one.keys.map((key, at) => {
      const years = group.map((other) => yearKey.exec(other.keys?.[at] ?? "")?.[0] ?? "").sort();
      const [first = "", last = first] = [years[0], years.at(-1)];
      return first === last ? key : key.replace(yearKey, `${first}–${last}`);
    });
    return { ...one, keys };
  });
}

/** What has to be monitored: the questions that were asked and say how. */
export function monitoringOf({ tree }: Plan, result: CalculationResult): readonly MonitoringItem[] {
  const asked = new Set(result.asked.map(({ input }) => input));
  return tree.inputs.flatMap((input): readonly MonitoringItem[] => {
    const { monitoring, id, label, units } = input;
    if (monitoring === undefined || !asked.has(id)) return [];
    return [
      present({
        input: id,
        label,
        unit: units[0] ?? "",
        class: monitoring.class,
        how: monitoring.how,
      }) as MonitoringItem,
    ];
  });
}
