import type { ComponentChildren, VNode } from "preact";
import { expressionsOf, nodesIn } from "../../engine/check/nodes.ts";
import type { Axis, Body, FormulaTree, Node, Outcome } from "../../engine/methodology/tree.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { NodeMath } from "./math.tsx";
import type { Name, Names } from "./names.ts";
import { type Hand, NameMath, Words } from "./symbols.tsx";

/** A formula as one displayed equation: its symbol, and its expression or the branches of it. */
export function Equation({
  formula,
  hand,
}: {
  readonly formula: Pick<FormulaTree, "id" | "body" | "round">;
  readonly hand: Hand;
}): VNode {
  const { id, body, round } = formula;
  return (
    <Displayed id={id}>
      <NameMath id={id} hand={hand} />
      <mo>=</mo>
      <Rounded round={round}>
        <BodyMath body={body} hand={hand} />
      </Rounded>
    </Displayed>
  );
}

/** What a condition asks, displayed. */
export function BodyEquation({
  id,
  body,
  hand,
}: {
  readonly id: string;
  readonly body: Body;
  readonly hand: Hand;
}): VNode {
  return (
    <Displayed id={id}>
      <BodyMath body={body} hand={hand} />
    </Displayed>
  );
}

/** A line of its own, scrolled sideways where the window is too narrow for it. */
function Displayed({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: an equation that scrolls has to be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and this is an equation.
    <div class="equation" tabIndex={0} role="group" aria-label={id}>
      <math display="block">
        <mrow>{children}</mrow>
      </math>
    </div>
  );
}

const roundingSigns: Readonly<Record<string, readonly [string, string]>> = {
  floor: ["⌊", "⌋"],
  ceil: ["⌈", "⌉"],
};

/** Brackets of a floor or ceiling to whole units; every other rounding is said below the equation. */
function Rounded({
  round,
  children,
}: {
  readonly round: FormulaTree["round"];
  readonly children: VNode;
}): VNode {
  const pair = round?.to === "1" ? roundingSigns[round.mode] : undefined;
  if (pair === undefined) return children;
  return (
    <mrow>
      <mo>{pair[0]}</mo>
      {children}
      <mo>{pair[1]}</mo>
    </mrow>
  );
}

/** What a formula or condition computes. */
function BodyMath({ body, hand }: { readonly body: Body; readonly hand: Hand }): VNode {
  if (body.kind === "expr") return <NodeMath node={body.value} hand={hand} />;
  const rows =
    body.kind === "cases"
      ? [
          ...body.cases.map((one) => [one, <NodeMath node={one.when} hand={hand} />] as const),
          [body.otherwise, <Words>{hand.words.otherwise}</Words>] as const,
        ]
      : body.branches.map(
          (branch) => [branch, <Member body={body} branch={branch} hand={hand} />] as const,
        );
  return (
    <mrow>
      <mtable class="cases">
        {rows.map(([outcome, when], at) => (
          <mtr key={at}>
            <mtd>
              <OutcomeMath outcome={outcome} hand={hand} />
            </mtd>
            <mtd>{when}</mtd>
          </mtr>
        ))}
      </mtable>
    </mrow>
  );
}

function Member({
  body,
  branch,
  hand,
}: {
  readonly body: Body & { readonly kind: "match" };
  readonly branch: { readonly member: string };
  readonly hand: Hand;
}): VNode {
  const enumId = enumOf(body.subject, hand.names);
  const label =
    enumId === undefined
      ? branch.member
      : plainWords(hand.names.member(enumId, branch.member), hand.language);
  return (
    <mrow>
      <NodeMath node={body.subject} hand={hand} />
      <mo>=</mo>
      <Words>{label}</Words>
    </mrow>
  );
}

/** The closed list that the subject of a `match` is of. */
function enumOf(subject: Node, names: Names): string | undefined {
  if (subject.kind === "member") return subject.enum;
  if (subject.kind === "axis") return subject.axis;
  if (subject.kind === "through") return enumOf(subject.value, names);
  if (subject.kind === "lookup") {
    const type = names.table(subject.table).columns.find(({ id }) => id === subject.column)?.type;
    return type?.kind === "enum" ? type.enum : undefined;
  }
  if (subject.kind === "input" || subject.kind === "constant" || subject.kind === "formula") {
    return names.of(subject.id).enum;
  }
  return undefined;
}

function OutcomeMath({ outcome, hand }: { readonly outcome: Outcome; readonly hand: Hand }): VNode {
  return outcome.then === undefined ? (
    <Words>{hand.words.noValue}</Words>
  ) : (
    <NodeMath node={outcome.then} hand={hand} />
  );
}

/** What the equations of a body read: names, tables and the letters that run. */
export interface Reads {
  readonly names: readonly Name[];
  readonly tables: readonly string[];
  readonly axes: readonly Axis[];
}

/** Everything that a reader has to be told of an equation, each once, in the order in which it is read. */
export function readsOf(body: Body, own: readonly Axis[], names: Names): Reads {
  const nodes = expressionsOf(body).flatMap((node) => [...nodesIn(node)]);
  const read = new Map<string, Name>();
  const tables = new Set<string>();
  const axes = new Set(own);
  for (const node of nodes) {
    if (node.kind === "constant" || node.kind === "input" || node.kind === "formula") {
      read.set(node.id, names.of(node.id));
    }
    if (node.kind === "lookup") tables.add(node.table);
    if (node.kind === "over" || node.kind === "axis") axes.add(node.axis);
  }
  for (const name of read.values()) for (const axis of name.axes) axes.add(axis);
  return { names: [...read.values()], tables: [...tables], axes: [...axes] };
}
