import type { Issue } from "../issue.ts";
import type { ParsedMethodology } from "../methodology/file.ts";
import type { DocumentTree, GroupTree, Tree } from "../methodology/tree.ts";
import { buildConstants } from "./build-constants.ts";
import { buildConditions, buildFormulas } from "./build-formulas.ts";
import { buildInputs } from "./build-inputs.ts";
import { present } from "./build-origin.ts";
import { buildOutputs } from "./build-outputs.ts";
import { buildPeriod, declareCuts } from "./build-period.ts";
import { documentsOf } from "./build-tables.ts";
import { declareEnums } from "./declare-enums.ts";
import { declareNames, reportFieldNames } from "./declare-names.ts";
import { declareUnits } from "./declare-units.ts";
import { reportLabels } from "./labels.ts";
import { reportRenamed } from "./renamed.ts";
import type { Checking, Module } from "./scope.ts";
import { type SharedFile, sharedFiles, usesOf } from "./uses.ts";
import { reportValid } from "./values.ts";

/**
 * Builds the checked tree: first every name is declared, then types are settled as they are asked for, then bodies are
 * built. A formula with an issue keeps its declared type, so that what reads it is checked as well.
 *
 * With errors among the issues, the tree has placeholders where something could not be built and serves only to find
 * more issues.
 */
export function buildTree(parsed: ParsedMethodology): {
  readonly tree: Tree;
  readonly issues: readonly Issue[];
} {
  const { data } = parsed;
  const shared = sharedFiles(parsed);
  const units = declareUnits([parsed, ...shared.map(({ file }) => file)]);
  const checking: Checking = {
    parsed,
    issues: [],
    enums: new Map(),
    lists: new Map(),
    units: units.scope,
    memberUnits: new Map(),
    ownCuts: new Set(),
    brokenTables: new Set(),
    brokenAxes: new Set(),
    hasPeriod: data.period !== undefined,
    values: new Map(),
  };
  units.report(checking);
  declareEnums(checking, parsed, shared);
  const module: Module = {
    prefix: "",
    file: parsed,
    expressions: parsed.expressions,
    names: new Map(),
    axes: [],
    documents: "",
  };
  const modules = declareNames(checking, module, data);
  reportFieldNames(checking, module);
  declareCuts(checking, modules);
  const { inputs, lists } = buildInputs(checking, module, data);
  const period = buildPeriod(checking, modules);
  const tree = present({
    format: "tree/1" as const,
    id: data.id,
    version: data.version,
    status: data.status,
    valid: data.valid === undefined ? undefined : present(data.valid),
    title: data.title,
    summary: data.summary,
    mode: data.mode ?? ("official" as const),
    documents: byId(documentsFrom(parsed, shared)),
    uses: byId(usesOf(shared)),
    groups: groupsOf(data.groups),
    enums: byId([...checking.enums.values()]),
    things: byId(units.things),
    units: units.units,
    period,
    lists,
    inputs,
    constants: byId(
      modules.flatMap((open) => buildConstants(checking, open.module, open.data.constants)),
    ),
    tables: byId(modules.flatMap(({ tables }) => tables)),
    formulas: byId(modules.flatMap((open) => buildFormulas(checking, open))),
    conditions: byId(buildConditions(checking, module, data.conditions)),
    outputs: buildOutputs(checking, module, data),
    renamed: data.renamed ?? {},
  }) as Tree;
  reportValid(checking, { file: parsed, path: ["valid"] }, data.valid);
  reportRenamed(checking, { file: parsed, path: ["renamed"] }, data.renamed);
  for (const file of [parsed, ...shared.map((one) => one.file)]) reportLabels(checking, file);
  return { tree, issues: distinct(checking.issues) };
}

/** Sorted, because their order in the file does not show: moving a formula leaves the hash as it is. */
function byId<T extends { readonly id: string }>(values: readonly T[]): readonly T[] {
  return [...values].sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
}

/** A text that is read twice, such as an argument that also dates a cut, is reported once. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const text = JSON.stringify(issue);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function documentsFrom(
  parsed: ParsedMethodology,
  shared: readonly SharedFile[],
): readonly DocumentTree[] {
  const documents = new Map<string, DocumentTree>();
  const add = (
    file: Pick<SharedFile["file"], "data"> | ParsedMethodology,
    prefix: string,
  ): void => {
    for (const [id, document] of Object.entries(file.data.documents)) {
      const { title, edition, date, url, standing } = document;
      const full = `${prefix}${id}`;
      if (documents.has(full)) continue;
      documents.set(
        full,
        present({ id: full, title, edition, date, url, standing }) as DocumentTree,
      );
    }
  };
  add(parsed, "");
  for (const { file } of shared) add(file, documentsOf(file));
  return [...documents.values()];
}

function groupsOf(groups: ParsedMethodology["data"]["groups"]): readonly GroupTree[] {
  return Object.entries(groups ?? {}).map(([id, { open, ...label }]) => ({
    id,
    label: present(label) as GroupTree["label"],
    open: open !== "false",
  }));
}
