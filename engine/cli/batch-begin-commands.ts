import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { issueOf } from "../batch/issue-of.ts";
import type { Mapping } from "../batch/mapping.ts";
import { writeMapping } from "../batch/mapping-file.ts";
import { proposeMapping } from "../batch/propose-mapping.ts";
import { templateColumns, templateCsv } from "../batch/template.ts";
import { templateWorkbook } from "../batch/workbook/template-workbook.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import { mappingIssues, readFirstRows } from "../portfolio/look.ts";
import type { BatchCommandOptions } from "./batch-command.ts";
import { openRows, reasonOf, unreadable } from "./batch-source.ts";
import { isWorkbookName } from "./batch-writer.ts";
import { libraryAt } from "./load.ts";
import { openMethodology } from "./open.ts";
import { showIssues } from "./show-issues.ts";
import type { ExitStatus, Language, Terminal } from "./terminal.ts";

/** Writes a file that is not there yet: what a person has filled in or changed is never written over. */
async function writeNew(file: string, content: string | Uint8Array): Promise<Result<true>> {
  try {
    await writeFile(file, content, { flag: "wx" });
    return ok(true);
  } catch (error) {
    const reason = reasonOf(error);
    const issue =
      reason === "EEXIST"
        ? issueOf("file-there", { file })
        : issueOf("file-unwritable", { file, reason });
    return fail([issue]);
  }
}

/** `santei batch --template`: an empty file with the columns that a methodology asks for. */
export async function templateCommand(
  terminal: Terminal,
  reference: string,
  { template, rows = "projects" }: { readonly template: string; readonly rows?: Mapping["rows"] },
): Promise<ExitStatus> {
  const { language, folder } = terminal;
  const opened = await openMethodology(libraryAt(terminal.library, folder), reference);
  if (!opened.ok) {
    terminal.err(showIssues(opened.issues, language));
    return 1;
  }
  const { plan } = opened.value;
  if (rows === "items" && plan.lists.length === 0) {
    terminal.err(showIssues([issueOf("batch-one-list-wanted", { lists: [] })], language));
    return 1;
  }
  const columns = templateColumns(plan, { language, rows });
  const content = isWorkbookName(template)
    ? templateWorkbook(columns, language)
    : templateCsv(columns);
  const written = await writeNew(resolve(folder, template), content);
  if (!written.ok) {
    terminal.err(showIssues(written.issues, language));
    return 1;
  }
  const many = columns.length;
  terminal.out(language === "en" ? `${many} columns: ${template}\n` : `${many}列: ${template}\n`);
  return 0;
}

/** `santei batch --write-mapping`: what each column of a file is taken for, to be looked over and changed. */
export async function writeMappingCommand(
  terminal: Terminal,
  reference: string,
  options: Pick<BatchCommandOptions, "in" | "rows" | "period" | "mode" | "sheet"> & {
    readonly writeMapping: string;
  },
): Promise<ExitStatus> {
  const { language, folder } = terminal;
  const refuse = (issues: readonly Issue[]): ExitStatus => {
    terminal.err(showIssues(issues, language));
    return 1;
  };
  const opened = await openMethodology(libraryAt(terminal.library, folder), reference);
  if (!opened.ok) return refuse(opened.issues);
  const { plan, hash } = opened.value;
  const file = await openRows(resolve(folder, options.in));
  if (!file.ok) return refuse(file.issues);
  const { period, mode, sheet, rows = "projects" } = options;
  try {
    const { rows: first, issues } = await readFirstRows(file.value, sheet);
    const [header] = first;
    if (header === undefined) return refuse(issues);
    const proposed = proposeMapping(
      plan,
      header,
      {
        rows,
        ...(period === undefined ? {} : { period }),
        ...(mode === undefined ? {} : { mode }),
        ...(sheet === undefined ? {} : { sheet }),
      },
      hash,
    );
    const told = mappingIssues(plan, header, proposed);
    const written = await writeNew(resolve(folder, options.writeMapping), writeMapping(proposed));
    if (!written.ok) return refuse(written.issues);
    terminal.err(showIssues([...issues, ...told], language));
    terminal.out(mappingSummary(language, proposed, options.writeMapping));
    return told.some(({ severity }) => severity === "error") ? 1 : 0;
  } catch (error) {
    return refuse([unreadable(options.in, error)]);
  } finally {
    await file.value.close();
  }
}

function mappingSummary(language: Language, { columns }: Mapping, file: string): string {
  const near = columns.filter((one) => "reason" in one && one.reason === "near label");
  const answers = columns.filter(({ is }) => is === "answer").length;
  const names = near.map(({ header }) => header).join(", ");
  return language === "en"
    ? `${columns.length} columns, ${answers} with answers${near.length > 0 ? `; look at ${names}, only near a label` : ""}\nmapping: ${file}\n`
    : `${columns.length}列のうち回答は${answers}列${near.length > 0 ? `。名称が近いだけの列を確かめてください: ${names}` : ""}\n列の対応: ${file}\n`;
}
