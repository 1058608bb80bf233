import type { Issue } from "../issue.ts";
import type { Body, InputTree, Node } from "../methodology/tree.ts";
import { childrenOf, type Directory, directoryOf } from "./nodes.ts";
import { enterAxis, enterPointer, type Facts, factsAbout, withFact } from "./relevance/facts.ts";
import { interestsOf } from "./relevance/interests.ts";
import { not } from "./relevance/logic.ts";
import {
  isNew,
  type Proof,
  requireCell,
  requireInput,
  requireList,
  type Site,
} from "./relevance/requirements.ts";
import { matches, translate } from "./relevance/translate.ts";
import { type CheckContext, type Home, homeOf, issueAt, keyOfHome, matchPath } from "./written.ts";

/**
 * Proves that no formula needs a hidden input.
 *
 * From every output and condition the expressions are walked as an evaluator would walk them, with the facts that hold on
 * the way: the member of a `match` taken, the `when` of a branch and the failure of those before it, the left side of
 * `and` and `or`, the `where` of a list function. Facts go along into the formulas that are read. Under a list function
 * those that speak of another item of its axis are dropped, and through a pointer only those that came through it speak
 * of the item there. At each read of an input that has a `when`, the facts must make it hold; an optional input must be
 * known. A formula that is read in several ways is proved for each.
 */

/** Formulas walked in more ways than this, or deeper, are not proved. */
const mostWays = 20_000;
const deepestWay = 100;

/** Refuses reads of inputs, lists and open cells that are not proved to be there. */
export function checkRelevance(context: CheckContext): readonly Issue[] {
  const { parsed, tree } = context;
  const directory = directoryOf(tree);
  const proof: Proof = {
    context,
    directory,
    interests: interestsOf(directory),
    issues: [],
    seen: new Set(),
    reported: new Set(),
  };
  const own = homeOf(parsed, "formulas", "");
  for (const output of tree.outputs) {
    const per = directory.formulas.get(output.id)?.per ?? [];
    const site = { home: own, path: ["outputs", output.id], reader: output.id, route: [] };
    walk({ kind: "formula", id: output.id }, factsOfAxes(per, directory), site, proof);
  }
  for (const condition of tree.conditions) {
    const home = homeOf(parsed, "conditions", condition.id);
    const site = { home, path: home.path, reader: condition.id, route: [condition.id] };
    walkBody(condition.body, factsOfAxes(condition.per, directory), site, false, proof);
  }
  for (const input of tree.inputs) walkQuestion(input, proof);
  for (const list of tree.lists) {
    const home = homeOf(parsed, "inputs", list.id);
    if (list.when !== undefined) walk(list.when, [], whenSite(home, list.id), proof);
  }
  for (const cut of tree.period?.cuts ?? []) {
    if (cut.kind !== "after") continue;
    const site = { home: own, path: ["period"], reader: "period", route: [] };
    walk(cut.of, factsOfAxes(cut.list === undefined ? [] : [cut.list], directory), site, proof);
  }
  return proof.issues;
}

function whenSite(home: Home, id: string): Site {
  return { home, path: [...home.path, "when"], reader: id, route: [] };
}

/** Where an item is at hand, its list is asked for. */
function factsOfAxes(axes: readonly string[], directory: Directory): Facts {
  return axes.reduce<Facts>((facts, axis) => withListOf(facts, axis, directory), []);
}

function withListOf(facts: Facts, axis: string, directory: Directory): Facts {
  const when = directory.lists.get(axis)?.when;
  return when === undefined ? facts : withFact(facts, translate(when, directory), directory);
}

/** What makes an input relevant is read too, and so is what decides its unit. */
function walkQuestion(input: InputTree, proof: Proof): void {
  const { directory } = proof;
  const home = homeOf(proof.context.parsed, "inputs", input.id);
  const facts = factsOfAxes(input.list === undefined ? [] : [input.list], directory);
  if (input.when !== undefined) walk(input.when, facts, whenSite(home, input.id), proof);
  if (input.type.kind !== "quantity" && input.type.kind !== "count") return;
  const asked =
    input.when === undefined ? facts : withFact(facts, translate(input.when, directory), directory);
  for (const [variable, { key }] of Object.entries(input.type.unit.variables ?? {})) {
    const path = [...home.path, "unit_variable", variable];
    walk(key, asked, { home, path, reader: input.id, route: [] }, proof);
  }
}

function walkBody(body: Body, facts: Facts, site: Site, isArgument: boolean, proof: Proof): void {
  const { directory } = proof;
  const at = (...steps: readonly (string | number)[]): Site => ({
    ...site,
    path: isArgument ? site.home.path : [...site.home.path, ...steps],
  });
  switch (body.kind) {
    case "expr":
      walk(body.value, facts, at("expr"), proof);
      return;
    case "cases": {
      let before = facts;
      body.cases.forEach((branch, index) => {
        walk(branch.when, before, at("cases", index, "when"), proof);
        const when = translate(branch.when, directory);
        const taken = withFact(before, when, directory);
        if (branch.then !== undefined) walk(branch.then, taken, at("cases", index, "then"), proof);
        before = withFact(before, not(when), directory);
      });
      if (body.otherwise.then === undefined) return;
      walk(body.otherwise.then, before, at("cases", body.cases.length, "otherwise"), proof);
      return;
    }
    case "match":
      walk(body.subject, facts, at("match"), proof);
      for (const { member, then } of body.branches) {
        if (then === undefined) continue;
        const taken = withFact(facts, matches(body.subject, member, directory), directory);
        walk(then, taken, { ...site, path: matchPath(site.home, member) }, proof);
      }
  }
}

function walk(node: Node, facts: Facts, site: Site, proof: Proof): void {
  const { directory } = proof;
  switch (node.kind) {
    case "input":
      requireInput(node, facts, site, proof);
      return;
    case "formula":
      readFormula(node.id, facts, site, proof);
      return;
    case "known":
      walkAsked(node.value, facts, site, proof);
      return;
    case "logical": {
      walk(node.left, facts, site, proof);
      const left = translate(node.left, directory);
      const logic = node.operator === "and" ? left : not(left);
      walk(node.right, withFact(facts, logic, directory), site, proof);
      return;
    }
    case "over": {
      requireList(node.axis, facts, site, proof);
      const inside = withListOf(enterAxis(facts, node.axis), node.axis, directory);
      if (node.where !== undefined) walk(node.where, inside, site, proof);
      const kept =
        node.where === undefined
          ? inside
          : withFact(inside, translate(node.where, directory), directory);
      if (node.value !== undefined) walk(node.value, kept, site, proof);
      if (node.weight !== undefined) walk(node.weight, kept, site, proof);
      return;
    }
    case "through":
      walk(node.pointer, facts, site, proof);
      walk(node.value, enterPointer(facts, node, directory), site, proof);
      return;
    case "lookup":
      for (const child of childrenOf(node)) walk(child, facts, site, proof);
      requireCell(node, facts, site, proof);
      return;
    default:
      for (const child of childrenOf(node)) walk(child, facts, site, proof);
  }
}

/** To ask whether something is known needs the pointer and the keys on the way to it, and not the thing itself. */
function walkAsked(value: Node, facts: Facts, site: Site, proof: Proof): void {
  if (value.kind === "through") {
    walk(value.pointer, facts, site, proof);
    walkAsked(value.value, enterPointer(facts, value, proof.directory), site, proof);
  } else if (value.kind === "lookup") {
    for (const child of childrenOf(value)) walk(child, facts, site, proof);
  }
}

function readFormula(id: string, facts: Facts, site: Site, proof: Proof): void {
  const formula = proof.directory.formulas.get(id);
  const interest = proof.interests.get(id);
  if (formula === undefined || interest?.isGuarded !== true || site.route.includes(id)) return;
  const carried = factsAbout(facts, interest.ids);
  const way = [id, ...carried.map(({ key }) => key).sort()].join("\n");
  if (proof.seen.has(way)) return;
  proof.seen.add(way);
  const home = homeOf(proof.context.parsed, "formulas", id);
  if (proof.seen.size > mostWays || site.route.length > deepestWay) {
    const facts = { formula: id, limit: mostWays };
    if (isNew("too many ways", proof)) {
      proof.issues.push(issueAt(keyOfHome(home), "error", "relevance-too-many-ways", facts));
    }
    return;
  }
  const inside = { home, path: home.path, reader: id, route: [...site.route, id] };
  walkBody(formula.body, carried, inside, formula.argument === true, proof);
}
