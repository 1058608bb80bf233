import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import type { FindPlace } from "../methodology/file.ts";
import { readTree } from "../methodology/yaml.ts";
import type { Terminal } from "./terminal.ts";

const standardInput = "-";

/** What an answers file is called where its issues are told. */
export const nameOf = (answers: string) => (answers === standardInput ? "stdin" : answers);

/**
 * Reads answers in YAML or JSON from a file or, for `-`, from standard input.
 *
 * Errors: `file-unreadable`, and everything that reading YAML finds.
 */
export async function readAnswersFile(
  terminal: Terminal,
  file: string,
): Promise<Result<{ readonly data: unknown; readonly place: FindPlace }>> {
  let text: string;
  try {
    text =
      file === standardInput
        ? await terminal.input()
        : await readFile(resolve(terminal.folder, file), { encoding: "utf8" });
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "";
    const facts = { file, reason };
    return fail([{ code: "file-unreadable", severity: "error", path: [], facts }]);
  }
  const read = readTree(text, nameOf(file));
  return read.ok ? ok(read.value) : read;
}

/** An issue of the answers, at its place in the file. */
export function placed(issue: Issue, file: string, place: FindPlace): Issue {
  const found = issue.path.length === 0 ? undefined : place(issue.path);
  return found === undefined
    ? { ...issue, file }
    : { ...issue, file: found.file, span: found.span };
}

/** The as-of date that a record of answers names. */
export function asOfIn(data: unknown): string | undefined {
  const held =
    typeof data === "object" && data !== null && "as_of" in data ? data.as_of : undefined;
  return typeof held === "string" ? held : undefined;
}
