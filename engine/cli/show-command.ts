import { describeTree } from "./describe-tree.ts";
import { libraryAt } from "./load.ts";
import { openMethodology } from "./open.ts";
import { showIssues } from "./show-issues.ts";
import { showTree } from "./show-tree.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";

/** `santei show`: what a methodology asks and gives, for a person or, with `--json`, for a program. */
export async function showCommand(
  terminal: Terminal,
  reference: string,
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const library = libraryAt(terminal.library, terminal.folder);
  const opened = await openMethodology(library, reference);
  if (!opened.ok) {
    terminal.err(showIssues(opened.issues, terminal.language));
    return 1;
  }
  const { tree, hash } = opened.value;
  terminal.out(
    options.json === true
      ? `${JSON.stringify(describeTree(tree, hash), null, 2)}\n`
      : showTree(tree, hash, terminal.language),
  );
  return 0;
}
