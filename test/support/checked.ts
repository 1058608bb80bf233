import { buildTree } from "../../engine/check/build-tree.ts";
import type { Issue } from "../../engine/issue.ts";
import { describe } from "../../engine/locales/describe.ts";
import { en } from "../../engine/locales/en.ts";
import { ja } from "../../engine/locales/ja.ts";
import type { FormulaTree, Node, Tree } from "../../engine/methodology/tree.ts";
import { type Files, parseFiles } from "./load.ts";

/** The head of a methodology file for tests of the checker; sections follow it. */
export const head = `format: methodology/1
id: TEST-1
version: 1.0-r1
status: illustrative
title: { ja: 試験, en: Test }
documents: { rule: { title: { ja: 規程, en: Rule }, standing: none } }
`;

/** The tree of a methodology and what the checker found while it was built. */
export async function built(
  files: string | Files,
): Promise<{ readonly tree: Tree; readonly issues: readonly Issue[] }> {
  const parsed = await parseFiles(files);
  if (!parsed.ok) {
    const [first] = parsed.issues;
    const place = `${first?.span?.line}:${first?.span?.column}`;
    throw new Error(`${place} ${first === undefined ? "" : describe(first, en)}`);
  }
  return buildTree(parsed.value);
}

/** The tree of a methodology that has no errors. */
export async function treeOf(files: string | Files): Promise<Tree> {
  const { tree, issues } = await built(files);
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(tell).join("\n"));
  return tree;
}

/** The errors of a methodology, one line each: place, code, the characters meant, and the sentence. */
export async function errors(files: string | Files): Promise<readonly string[]> {
  const { issues } = await built(files);
  return issues.filter(({ severity }) => severity === "error").map(tell);
}

/** `12:7 unit-mismatch <co2_per_c>: This should be …`. */
export function tell(issue: Issue): string {
  const { span } = issue;
  const place = span === undefined ? "nowhere" : `${span.line}:${span.column}`;
  return `${place} ${issue.code} <${meant(issue)}>: ${describe(issue, en)}`;
}

/** The characters that an issue is about. */
export function meant({ span }: Issue): string {
  return span === undefined ? "" : span.text.slice(span.column - 1, span.column - 1 + span.length);
}

/** The sentence of an issue in Japanese. */
export function inJapanese(issue: Issue): string {
  return describe(issue, ja);
}

export function formulaOf(tree: Tree, id: string): FormulaTree {
  const formula = tree.formulas.find((one) => one.id === id);
  if (formula === undefined) throw new Error(`no formula ${id}`);
  return formula;
}

/** The node of a formula that is one expression, on one line. */
export function nodeOf(tree: Tree, id: string): string {
  const { body } = formulaOf(tree, id);
  if (body.kind !== "expr") throw new Error(`${id} is no single expression`);
  return printNode(body.value);
}

/** A node on one line: inputs `?id`, formulas and constants by id, conversions `(value kWh→GJ ×0.0036)`. */
export function printNode(node: Node): string {
  switch (node.kind) {
    case "number":
      return node.unit === "1" ? node.value : `${node.value}[${node.unit}]`;
    case "boolean":
      return String(node.value);
    case "member":
      return `${node.enum}.${node.member}`;
    case "constant":
    case "formula":
      return node.id;
    case "input":
      return `?${node.id}`;
    case "axis":
      return `@${node.axis}`;
    case "part":
      return `part.${node.of}`;
    case "through":
      return `${printNode(node.pointer)}→${printNode(node.value)}`;
    case "lookup": {
      const keys = node.keys.map((key) => (key === null ? "_" : printNode(key)));
      const known =
        node.inverse === undefined
          ? ""
          : ` | ${node.inverse.column} = ${printNode(node.inverse.value)}`;
      return `${node.table}[${keys.join(", ")}${known}].${node.column}`;
    }
    case "convert":
      return `(${printNode(node.value)} ${node.from}→${node.to} ×${node.factor})`;
    case "negation":
      return `-${printNode(node.value)}`;
    case "not":
      return `not ${printNode(node.value)}`;
    case "arithmetic":
    case "comparison":
    case "logical":
      return `(${printNode(node.left)} ${node.operator} ${printNode(node.right)})`;
    case "choose":
      return `${node.function}(${node.values.map(printNode).join(", ")})`;
    case "call":
    case "calendar":
      return `${node.function}(${node.arguments.map(printNode).join(", ")})`;
    case "move":
      return `(${printNode(node.value)} ${node.operator} ${printNode(node.by)} ${node.unit})`;
    case "apart":
      return `(${printNode(node.left)} apart ${printNode(node.right)})`;
    case "over": {
      const values = [node.value, node.weight].filter((one) => one !== undefined).map(printNode);
      const where = node.where === undefined ? "" : ` where ${printNode(node.where)}`;
      return `${node.function}(${[node.axis, ...values].join(", ")}${where})`;
    }
    case "known":
      return `known(${printNode(node.value)})`;
  }
}
