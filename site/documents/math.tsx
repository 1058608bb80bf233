import type { ComponentChildren, VNode } from "preact";
import type { Node } from "../../engine/methodology/tree.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { Brackets, ColumnMath, commas, Figure, type Hand, NameMath, Words } from "./symbols.tsx";

/**
 * Expressions of a checked tree as MathML, the way a methodology prints them: quotients as fractions, symbols with
 * their indices, sums with what they run over. Brackets stand where the order of operations needs them and nowhere
 * else. Conversions between units of one dimension are the units' work and are not printed.
 */

/** How tightly an expression holds together, loosest first. */
const binding = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  term: 6,
  sign: 7,
  atom: 8,
} as const;

const signs: Readonly<Record<string, string>> = {
  "*": "×",
  "-": "−",
  "<=": "≤",
  ">=": "≥",
  "==": "=",
  "!=": "≠",
};

/** A sign between two values. */
function Sign({ children }: { readonly children: string }): VNode {
  return <mo>{signs[children] ?? children}</mo>;
}

function Applied({
  name,
  values,
}: {
  readonly name: string;
  readonly values: readonly ComponentChildren[];
}): VNode {
  return (
    <mrow>
      <mi mathvariant="normal">{name}</mi>
      <Brackets>{commas(values)}</Brackets>
    </mrow>
  );
}

/** How tightly the top of an expression binds. */
function bindingOf(node: Node): number {
  if (node.kind === "convert") return bindingOf(node.value);
  if (node.kind === "logical") return binding[node.operator];
  if (node.kind === "not") return binding.not;
  if (node.kind === "comparison") return binding.comparison;
  if (node.kind === "move" || node.kind === "apart") return binding.sum;
  if (node.kind === "negation") return binding.sign;
  if (node.kind !== "arithmetic") return binding.atom;
  if (node.operator === "/") return binding.atom;
  return node.operator === "*" ? binding.term : binding.sum;
}

/** An operand, in brackets where it binds less tightly than `least`. */
function Operand({
  node,
  least,
  hand,
}: {
  readonly node: Node;
  readonly least: number;
  readonly hand: Hand;
}): VNode {
  const inner = <NodeMath node={node} hand={hand} />;
  return bindingOf(node) < least ? <Brackets>{inner}</Brackets> : inner;
}

function Between({
  sign,
  left,
  right,
  levels: [first, second],
  hand,
}: {
  readonly sign: ComponentChildren;
  readonly left: Node;
  readonly right: Node;
  readonly levels: readonly [number, number];
  readonly hand: Hand;
}): VNode {
  return (
    <mrow>
      <Operand node={left} least={first} hand={hand} />
      {sign}
      <Operand node={right} least={second} hand={hand} />
    </mrow>
  );
}

function Arithmetic({
  node,
  hand,
}: {
  readonly node: Node & { readonly kind: "arithmetic" };
  readonly hand: Hand;
}): VNode {
  const { operator, left, right } = node;
  if (operator === "/") {
    return (
      <mfrac>
        <NodeMath node={left} hand={hand} />
        <NodeMath node={right} hand={hand} />
      </mfrac>
    );
  }
  const level = operator === "*" ? binding.term : binding.sum;
  // A difference in brackets after a minus keeps them; a factor with a sign of its own gets them.
  const second = operator === "-" ? level + 1 : operator === "*" ? binding.atom : level;
  return (
    <Between
      sign={<Sign>{operator}</Sign>}
      left={left}
      right={right}
      levels={[
        level,
        second === binding.atom && bindingOf(right) === binding.term ? level : second,
      ]}
      hand={hand}
    />
  );
}

function Lookup({
  node,
  hand,
}: {
  readonly node: Node & { readonly kind: "lookup" };
  readonly hand: Hand;
}): VNode {
  const table = hand.names.table(node.table);
  const { inverse } = node;
  const keys = node.keys.map((key, at) =>
    key === null && inverse !== undefined ? (
      <mrow key={at}>
        <ColumnMath table={table} column={inverse.column} hand={hand} />
        <mo>=</mo>
        <NodeMath node={inverse.value} hand={hand} />
      </mrow>
    ) : (
      key !== null && <NodeMath key={at} node={key} hand={hand} />
    ),
  );
  return (
    <mrow>
      <ColumnMath table={table} column={node.column} hand={hand} />
      <mrow>
        <mo>[</mo>
        {commas(keys)}
        <mo>]</mo>
      </mrow>
    </mrow>
  );
}

function Over({
  node,
  hand,
}: {
  readonly node: Node & { readonly kind: "over" };
  readonly hand: Hand;
}): VNode {
  const { names, words, language } = hand;
  const what = (
    <mrow>
      <mi>{names.letter(node.axis)}</mi>
      <mo>:</mo>
      <Words>{plainWords(names.axisLabel(node.axis), language)}</Words>
      {node.where !== undefined && (
        <>
          <mo>,</mo>
          <NodeMath node={node.where} hand={hand} />
        </>
      )}
    </mrow>
  );
  const sign =
    node.function === "sum" ? (
      <mo largeop movablelimits={false}>
        ∑
      </mo>
    ) : (
      <Words>{words.over[node.function] ?? node.function}</Words>
    );
  const under = (
    <munder>
      {sign}
      {what}
    </munder>
  );
  if (node.value === undefined) return under;
  return (
    <mrow>
      {under}
      <Operand node={node.value} least={node.function === "sum" ? binding.term : 9} hand={hand} />
      {node.weight !== undefined && (
        <>
          <mo>;</mo>
          <NodeMath node={node.weight} hand={hand} />
        </>
      )}
    </mrow>
  );
}

function Call({
  node,
  hand,
}: {
  readonly node: Node & { readonly kind: "call" };
  readonly hand: Hand;
}): VNode {
  const [first, second] = node.arguments;
  const value = (one: Node | undefined) =>
    one === undefined ? null : <NodeMath node={one} hand={hand} />;
  switch (node.function) {
    case "abs":
      return (
        <mrow>
          <mo>|</mo>
          {value(first)}
          <mo>|</mo>
        </mrow>
      );
    case "sqrt":
      return <msqrt>{value(first)}</msqrt>;
    case "exp":
      return (
        <msup>
          <mi>e</mi>
          {value(first)}
        </msup>
      );
    case "pow":
      return (
        <msup>
          {first === undefined ? null : <Operand node={first} least={binding.atom} hand={hand} />}
          {value(second)}
        </msup>
      );
    case "log10":
      return (
        <mrow>
          <msub>
            <mi>log</mi>
            <mn>10</mn>
          </msub>
          <Brackets>{value(first)}</Brackets>
        </mrow>
      );
    default:
      return <Applied name={node.function} values={node.arguments.map(value)} />;
  }
}

/** Any expression of a checked tree. */
export function NodeMath({ node, hand }: { readonly node: Node; readonly hand: Hand }): VNode {
  const { names, words, language } = hand;
  const math = (one: Node) => <NodeMath node={one} hand={hand} />;
  switch (node.kind) {
    case "number":
      return <Figure value={node.value} unit={node.unit} />;
    case "boolean":
      return <Words>{node.value ? words.yes : words.no}</Words>;
    case "member":
      return <Words>{plainWords(names.member(node.enum, node.member), language)}</Words>;
    case "constant":
    case "input":
    case "formula":
      return <NameMath id={node.id} hand={hand} />;
    case "axis":
      return <mi>{names.letter(node.axis)}</mi>;
    case "part":
      return <Words>{words[node.of]}</Words>;
    case "through":
      return (
        <mrow>
          {math(node.value)}
          <mo>|</mo>
          <mrow>
            <mi>{names.letter(node.list)}</mi>
            <mo>=</mo>
            {math(node.pointer)}
          </mrow>
        </mrow>
      );
    case "lookup":
      return <Lookup node={node} hand={hand} />;
    case "convert":
      return math(node.value);
    case "negation":
      return (
        <mrow>
          <mo>−</mo>
          <Operand node={node.value} least={binding.sign} hand={hand} />
        </mrow>
      );
    case "not":
      return (
        <mrow>
          <Words>{words.not}</Words>
          <Brackets>{math(node.value)}</Brackets>
        </mrow>
      );
    case "arithmetic":
      return <Arithmetic node={node} hand={hand} />;
    case "comparison":
      return (
        <Between
          sign={<Sign>{node.operator}</Sign>}
          left={node.left}
          right={node.right}
          levels={[binding.sum, binding.sum]}
          hand={hand}
        />
      );
    case "logical":
      return (
        <Between
          sign={<Words>{` ${words[node.operator]} `}</Words>}
          left={node.left}
          right={node.right}
          levels={[binding[node.operator], binding[node.operator]]}
          hand={hand}
        />
      );
    case "choose":
      return <Applied name={node.function} values={node.values.map(math)} />;
    case "call":
      return <Call node={node} hand={hand} />;
    case "move":
      return (
        <Between
          sign={<Sign>{node.operator}</Sign>}
          left={node.value}
          right={node.by}
          levels={[binding.sum, binding.term]}
          hand={hand}
        />
      );
    case "apart":
      return (
        <Between
          sign={<Sign>-</Sign>}
          left={node.left}
          right={node.right}
          levels={[binding.sum, binding.term]}
          hand={hand}
        />
      );
    case "calendar":
      return (
        <mrow>
          <Words>{words.calendar[node.function] ?? node.function}</Words>
          <Brackets>{commas(node.arguments.map(math))}</Brackets>
        </mrow>
      );
    case "over":
      return <Over node={node} hand={hand} />;
    case "known":
      return (
        <mrow>
          <Words>{words.known}</Words>
          <Brackets>{math(node.value)}</Brackets>
        </mrow>
      );
  }
}
