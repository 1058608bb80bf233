import type { Issue } from "../issue.ts";
import { readFile } from "../methodology/read-file.ts";
import type { Label } from "../methodology/schema.ts";
import { methodologySchema } from "../methodology/schema.ts";
import type { Tree } from "../methodology/tree.ts";
import { pad, widest } from "./columns.ts";
import { libraryAt } from "./load.ts";
import { showIssues } from "./show-issues.ts";
import type { ExitStatus, Language, Terminal } from "./terminal.ts";
import { labelIn, wordsOf } from "./words.ts";

interface Listed {
  readonly id: string;
  readonly version: string;
  readonly status: Tree["status"];
  readonly title: Label;
}

/** `santei list`: every edition of every methodology, the newest of each first. */
export async function listCommand(
  terminal: Terminal,
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const library = libraryAt(terminal.library, terminal.folder);
  const listed: Listed[] = [];
  const issues: Issue[] = [];
  for (const { id, version, file } of await library.list()) {
    const input = await library.resolve(`${id}@${version}`);
    const read = input.ok ? await readFile(input.value, methodologySchema) : input;
    if (!read.ok) {
      issues.push(...read.issues.map((issue) => ({ file, ...issue })));
      continue;
    }
    const { status, title } = read.value.data;
    listed.push({ id, version, status, title });
  }
  terminal.out(
    options.json === true
      ? `${JSON.stringify(listed, null, 2)}\n`
      : showList(listed, terminal.language),
  );
  terminal.err(showIssues(issues, terminal.language));
  return issues.length === 0 ? 0 : 1;
}

function showList(listed: readonly Listed[], language: Language): string {
  const words = wordsOf[language].status;
  const editions = listed.map(({ id, version }) => `${id}@${version}`);
  const statuses = listed.map(({ status }) => words[status]);
  return listed
    .map(({ title }, index) =>
      [
        pad(editions[index] ?? "", widest(editions)),
        pad(statuses[index] ?? "", widest(statuses)),
        `${labelIn(title, language)}\n`,
      ].join("  "),
    )
    .join("");
}
