import { existsSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { check } from "../../engine/check.ts";
import { type Library, libraryAt } from "../../engine/cli/load.ts";
import { showIssues } from "../../engine/cli/show-issues.ts";
import { compile } from "../../engine/compile.ts";
import type { Result } from "../../engine/issue.ts";
import { canonicalText, hashOf } from "../../engine/methodology/canonical.ts";
import { withoutEasy } from "../../engine/methodology/easy-words.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { makeForm } from "../../engine/methodology/make-form.ts";
import { guideFile, guideJson, readGuide } from "../../engine/methodology/read-guide.ts";
import type { MethodologyData } from "../../engine/methodology/schema.ts";
import { type Parts, splitParts } from "../../engine/methodology/split-parts.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import { parse } from "../../engine/parse.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import { read } from "../../engine/read.ts";
import { run } from "../../engine/run.ts";
import type { Manifest, ManifestEntry } from "../../engine/service/protocol.ts";
import { engineVersion } from "../../engine/version.ts";
import { firstAnswers } from "../pages/first-answers.ts";

/** One edition as it is shipped: the checked tree, its canonical text hash, form and parts for pages. */
export interface BuiltEdition {
  readonly edition: string;
  readonly tree: Tree;
  readonly text: string;
  readonly hash: string;
  readonly form: Form;
  /** The file as it was read, for its tests and known faults. */
  readonly data: MethodologyData;
  readonly parts: Parts;
}

type Say = (text: string) => void;

/** The value of a phase. Errors are told in full, warnings are for `santei check` to tell. */
function settle<T>(result: Result<T>, say: Say): T | undefined {
  if (result.ok) return result.value;
  say(showIssues(result.issues, "en").trimEnd());
  return undefined;
}

/** The form with the inputs that an evaluation of what the page begins with asks for: what its first paint shows. */
export function formOf(tree: Tree, hash: string): Form {
  const plan = compile(tree, hash, { decimal: decimalLane });
  const form = makeForm(tree, hash, []);
  const set = firstAnswers(form);
  const answers = { format: "answers/1", methodology: tree.id, sets: { plan: set } };
  const reply = run(plan, answers, { mode: tree.mode, asOf: "9999-12-31", steps: false });
  const asked = reply.sets.plan?.result?.asked ?? [];
  return { ...form, initially: [...new Set(asked.map(({ input }) => input))] };
}

async function buildEdition(
  library: Library,
  file: string,
  say: Say,
): Promise<BuiltEdition | undefined> {
  const input = settle(await library.resolve(file), say);
  const methodology = input && settle(await read(input), say);
  const parsed = methodology && settle(parse(methodology), say);
  const checked = parsed && settle(check(parsed), say);
  if (methodology === undefined || checked === undefined) return undefined;
  const { tree } = checked;
  const text = canonicalText(tree);
  const hash = await hashOf(text);
  const edition = `${tree.id}@${tree.version}`;
  try {
    const form = withoutEasy(formOf(tree, hash));
    const parts = await splitParts(tree);
    return { edition, tree, text, hash, form, parts, data: methodology.data };
  } catch (cause) {
    throw new Error(`${edition} passed the checker, but the engine broke on it.`, { cause });
  }
}

/** A bare id means the newest published revision; where none is published, the newest there is. */
function newestOf(editions: readonly BuiltEdition[]): Readonly<Record<string, string>> {
  const newest: Record<string, string> = {};
  const published = editions.filter(({ tree }) => tree.status === "published");
  for (const { tree, edition } of [...editions, ...published]) newest[tree.id] = edition;
  return newest;
}

function manifestOf(editions: readonly BuiltEdition[]): Manifest {
  const entries = editions.map(({ edition, tree, hash }): [string, ManifestEntry] => [
    edition,
    { hash, status: tree.status },
  ]);
  return {
    format: "manifest/1",
    engine: engineVersion,
    editions: Object.fromEntries(entries),
    newest: newestOf(editions),
  };
}

/**
 * Reads, parses and checks every methodology below `root` and writes what is shipped of them: the files themselves for
 * the command line, the tree of each edition, its form and its parts for pages, and the list of editions.
 *
 * Errors: `undefined` where any has an error; all issues have been told by then.
 */
export async function buildMethodologies(
  root: string,
  target: string,
  say: Say,
): Promise<
  { readonly editions: readonly BuiltEdition[]; readonly manifest: Manifest } | undefined
> {
  const library = libraryAt(root);
  const found = [...(await library.list())].reverse();
  const built: (BuiltEdition | undefined)[] = [];
  for (const { file } of found) {
    built.push(await buildEdition(library, file, say));
  }
  const editions = built.filter((edition) => edition !== undefined);
  if (editions.length < found.length) return undefined;
  await cp(root, target, { recursive: true });
  for (const { edition, text, form, parts } of editions) {
    const folder = join(target, edition);
    await mkdir(join(folder, "tables"), { recursive: true });
    await writeFile(join(folder, "tree.json"), text);
    await writeFile(join(folder, "form.json"), JSON.stringify(form));
    await writeFile(join(folder, "figures.json"), parts.figures);
    await writeFile(join(folder, "words.json"), parts.words);
    await writeFile(join(folder, "easy.json"), parts.easy);
    for (const [table, rows] of Object.entries(parts.tables)) {
      await writeFile(join(folder, "tables", `${table}.json`), rows);
    }
  }
  if (existsSync(join(root, guideFile)) && !(await buildGuide(root, target, say))) return undefined;
  const manifest = manifestOf(editions);
  await writeFile(join(target, "manifest.json"), JSON.stringify(manifest));
  return { editions, manifest };
}

/** Reads the guide of the potential assessment and writes it as JSON; `false` where it has errors, which have been told. */
async function buildGuide(root: string, target: string, say: Say): Promise<boolean> {
  const text = await readFile(join(root, guideFile), { encoding: "utf8" });
  const guide = settle(readGuide(text, guideFile), say);
  if (guide !== undefined) await writeFile(join(target, guideJson), JSON.stringify(guide));
  return guide !== undefined;
}

/** What the site serves from its own origin: trees and their parts, forms and the list, no YAML. */
export async function copyForSite(
  manifest: Manifest,
  source: string,
  target: string,
): Promise<void> {
  const guide = existsSync(join(source, guideJson)) ? [guideJson] : [];
  for (const name of ["manifest.json", ...guide, ...Object.keys(manifest.editions)]) {
    await cp(join(source, name), join(target, name), { recursive: true });
  }
}
