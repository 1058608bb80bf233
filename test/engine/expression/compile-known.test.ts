import { expect, it } from "vitest";
import type { Node } from "../../../engine/methodology/tree.ts";
import {
  arithmetic,
  booleanType,
  constant,
  constantOf,
  input,
  known,
  number,
  read,
  valueOfNode,
} from "../../support/trees.ts";

const parts = { inputs: [input("x")], constants: [constant("k", "2")] };
const convert = (value: Node): Node => ({
  kind: "convert",
  factor: "1/1000",
  from: "kg",
  to: "t",
  value,
});

it.each<[string, Node, string, string]>([
  ["an answer", read("x"), "true", "false"],
  ["an answer in another unit", convert(read("x")), "true", "false"],
  ["an answer in another unit again", convert(convert(read("x"))), "true", "false"],
  ["a figure", number("1"), "true", "true"],
  ["a figure in another unit", convert(number("1")), "true", "true"],
  ["a constant", constantOf("k"), "true", "true"],
  ["what is reckoned", arithmetic(number("1"), "+", number("1")), "true", "true"],
])("tells whether %s is known", (_, node, answered, open) => {
  const type = { type: booleanType };
  expect(valueOfNode(known(node), parts, { given: { x: "3" } }, type)).toBe(answered);
  expect(valueOfNode(known(node), parts, {}, type)).toBe(open);
});
