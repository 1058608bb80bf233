import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";

/** One import or re-export as written. `isType` where nothing of it is left at run time. */
export interface Import {
  readonly from: string;
  readonly isType: boolean;
  readonly isDynamic: boolean;
}

export interface Module {
  /** From the root of the repository, `engine/check.ts`. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** Every file below a folder, from the root of the repository, without those that Git ignores by name. */
export function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...filesBelow(path));
    else found.push(path);
  }
  return found.sort();
}

/** The text without comments, so that what a comment says is no code. Strings are left alone as far as it matters. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/[^\n]*/g, "$1");
}

const declaration =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?([^"'();=]*?)\s*from\s*["']([^"']+)["']/g;
const bare = /(?:^|\n)\s*import\s*["']([^"']+)["']/g;
const dynamic = /\bimport\s*\(\s*(?:["']([^"']+)["'])?/g;

function isTypeOnly(names: string): boolean {
  const list = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (list === undefined) return false;
  const parts = list.split(",").filter((part) => part.trim() !== "");
  return parts.length > 0 && parts.every((part) => part.trim().startsWith("type "));
}

export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text);
  const imports: Import[] = [];
  for (const [, , type, names = "", from = ""] of code.matchAll(declaration)) {
    imports.push({ from, isType: type !== undefined || isTypeOnly(names), isDynamic: false });
  }
  for (const [, from = ""] of code.matchAll(bare)) {
    imports.push({ from, isType: false, isDynamic: false });
  }
  for (const [, from = ""] of code.matchAll(dynamic)) {
    imports.push({ from, isType: false, isDynamic: true });
  }
  return imports;
}

/** All TypeScript of some folders, with what each file imports. */
export function readModules(folders: readonly string[]): readonly Module[] {
  const files = folders.flatMap(filesBelow).filter((file) => /\.tsx?$/.test(file));
  return files.map((file) => {
    const text = readFileSync(file, "utf8");
    return { file, text, imports: importsOf(text) };
  });
}

/** The file that a relative import means; `undefined` for a package. */
export function targetOf(file: string, from: string): string | undefined {
  if (!from.startsWith(".")) return undefined;
  return normalize(join(file, "..", from.replace(/\?.*$/, "")));
}

/** The package that an import means, `zod/mini` included. */
export function isPackage(from: string): boolean {
  return !from.startsWith(".");
}
