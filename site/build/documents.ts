import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openShared } from "../../engine/cli/check-shared.ts";
import { type Library, libraryAt } from "../../engine/cli/load.ts";
import { today } from "../../engine/cli/today.ts";
import { compile } from "../../engine/compile.ts";
import { holdWorkedTests } from "../../engine/proof/worked-tests.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import type { Manifest } from "../../engine/service/protocol.ts";
import type { TriedEdition } from "../documents/conformance-page.tsx";
import type { CoveredTable } from "../documents/coverage.ts";
import { type LibraryDocuments, libraryDocuments } from "../documents/render.tsx";
import type { BuiltEdition } from "./methodologies.ts";
import { languages } from "./page.ts";
import { fillTemplate, linkFrom, pathOf, rootFrom } from "./template.ts";

/** Calculates the worked tests of an edition again, so that what the pages say of them is what the engine gives. */
function tried({ edition, tree, hash, data }: BuiltEdition): TriedEdition {
  const plan = compile(tree, hash, { decimal: decimalLane });
  const reports = holdWorkedTests(plan, data, today());
  return {
    edition,
    tree,
    hash,
    data,
    holds: new Set(reports.filter(({ holds }) => holds).map(({ id }) => id)),
  };
}

/** The tables of every shared edition there is, used or not. */
async function sharedTables(
  root: string,
  library: Library,
  editions: readonly BuiltEdition[],
): Promise<readonly CoveredTable[]> {
  const folder = join(root, "coefficients");
  const found: CoveredTable[] = [];
  for (const id of (await readdir(folder)).sort()) {
    for (const version of (await readdir(join(folder, id))).sort()) {
      const input = await library.edition("table", `${id}/${version}`);
      const opened = input && (await openShared({ ...input, edition: library.edition }, "table"));
      if (opened?.ok !== true) continue;
      const { tables, documents, enums } = opened.value.tree;
      for (const table of tables) {
        found.push({ table, documents, enums, usedBy: usersOf(`${id}/${version}`, table.id) });
      }
    }
  }
  function usersOf(edition: string, table: string): readonly string[] {
    return editions
      .filter(({ tree }) =>
        tree.tables.some(
          (one) => one.edition === edition && (one.id === table || one.id.endsWith(`.${table}`)),
        ),
      )
      .map(({ tree }) => tree.id);
  }
  return found;
}

function ownTables(editions: readonly BuiltEdition[]): readonly CoveredTable[] {
  return editions.flatMap(({ tree }) =>
    tree.tables
      .filter(({ edition }) => edition === undefined)
      .map((table) => ({
        table,
        documents: tree.documents,
        enums: tree.enums,
        usedBy: [tree.id],
      })),
  );
}

/** Writes the pages about the methodologies in every language, from the template that Vite has built for them. */
export async function writeDocuments(
  folder: string,
  root: string,
  editions: readonly BuiltEdition[],
  manifest: Manifest,
): Promise<readonly string[]> {
  const file = join(folder, "document.html");
  const template = await readFile(file, "utf8");
  await rm(file);
  const newest = editions.filter(({ tree, edition }) => manifest.newest[tree.id] === edition);
  const documents: LibraryDocuments = {
    editions: newest.map(tried),
    shared: await sharedTables(root, libraryAt(root), newest),
    own: ownTables(newest),
  };
  const written: string[] = [];
  for (const { path, render } of libraryDocuments(documents)) {
    for (const language of languages) {
      const at = pathOf(language, path);
      const alternates = languages.map((other) => [other, linkFrom(at, pathOf(other, path))]);
      await mkdir(join(folder, at), { recursive: true });
      await writeFile(
        join(folder, at, "index.html"),
        fillTemplate(template, {
          language,
          root: rootFrom(at),
          alternates: Object.fromEntries(alternates),
          rendered: render(language, rootFrom(at)),
        }),
      );
      written.push(at);
    }
  }
  return written;
}
