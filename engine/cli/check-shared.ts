import type { Issue, Result } from "../issue.ts";
import type { ComponentData } from "../methodology/schema.ts";
import { type FileInput, type ReadInput, readComponentFile, readTableFile } from "../read.ts";
import { type OpenMethodology, openInput } from "./open.ts";

/**
 * A shared table or component is no methodology, and nothing of it is settled before one uses it. So it is checked
 * through the smallest methodology that does: every table used, every argument of a component asked for.
 */
type Kind = "table" | "component";

/** The format that a text declares, where it is that of a shared file. */
export function sharedKindOf(text: string): Kind | undefined {
  return /^format:\s*["']?(table|component)\/1\b/m.exec(text)?.[1] as Kind | undefined;
}

export interface SharedReport {
  readonly hash?: string;
  readonly issues: readonly Issue[];
}

/** Everything that is wrong with a file of shared tables, or with a component and what it uses. */
export async function checkShared(input: ReadInput, kind: Kind): Promise<SharedReport> {
  const read = kind === "table" ? await readTableFile(input) : await readComponentFile(input);
  if (!read.ok) return { issues: read.issues };
  const { data, hash } = read.value;
  const opened = await openThroughUser(input, kind, data);
  const issues = [...read.warnings, ...issuesOf(opened).filter(isAboutShared)];
  return issues.some(({ severity }) => severity === "error") ? { issues } : { hash, issues };
}

/**
 * A shared file settled through the smallest methodology that uses all of it, whose tree has its tables and formulas.
 *
 * Errors: everything that `read` and `check` find.
 */
export async function openShared(input: ReadInput, kind: Kind): Promise<Result<OpenMethodology>> {
  const read = kind === "table" ? await readTableFile(input) : await readComponentFile(input);
  return read.ok ? openThroughUser(input, kind, read.value.data) : read;
}

function openThroughUser(
  input: ReadInput,
  kind: Kind,
  data: SharedData,
): Promise<Result<OpenMethodology>> {
  const own = `${data.id}/${data.version}`;
  const user: ReadInput = {
    file: userFile,
    text: JSON.stringify(userOf(own, data)),
    beside: async () => undefined,
    edition: async (wanted, reference): Promise<FileInput | undefined> =>
      wanted === kind && reference === own ? input : input.edition(wanted, reference),
  };
  return openInput(user);
}

const userFile = "the methodology that uses it";

function issuesOf(opened: Result<unknown>): readonly Issue[] {
  return opened.ok ? opened.warnings : opened.issues;
}

/** What is wrong with the user itself is nothing that an author wrote, and nobody reads what it does not use. */
function isAboutShared({ file, code }: Issue): boolean {
  return file !== undefined && file !== userFile && !code.startsWith("unused");
}

type SharedData = Pick<ComponentData, "id" | "version" | "title"> &
  Partial<Pick<ComponentData, "arguments" | "tables">>;

function userOf(own: string, data: SharedData): unknown {
  const label = { ja: "検査", en: "Check" };
  const sourced = { source: { document: "check" }, provenance: "confirmed" };
  const isComponent = data.arguments !== undefined;
  const arguments_ = Object.entries(data.arguments ?? {}).map(([id, argument]) => ({
    id: `asked_${id}`,
    name: id,
    input: {
      ...argument,
      type: argument.type,
      label: argument.label ?? label,
      ...(/^(quantity|count)\b/.test(argument.type) ? { holds: "throughout" } : {}),
      ...(argument.unit_variable === undefined
        ? {}
        : {
            unit_variable: Object.fromEntries(
              Object.entries(argument.unit_variable).map(([variable, key]) => [
                variable,
                Object.hasOwn(data.arguments ?? {}, key) ? `asked_${key}` : key,
              ]),
            ),
          }),
    },
  }));
  return {
    format: "methodology/1",
    id: "CHECK-1",
    version: "1-r1",
    status: "draft",
    title: data.title,
    documents: { check: { title: label, standing: "none" } },
    ...(isComponent
      ? {
          period: { cut: [{ at: "fiscal_year", ...sourced }] },
          components: {
            checked: {
              use: own,
              per: "parts",
              with: Object.fromEntries(arguments_.map(({ name, id }) => [name, id])),
            },
          },
        }
      : {
          tables: Object.fromEntries(
            Object.keys(data.tables ?? {}).map((table) => [table, { use: own, table }]),
          ),
        }),
    inputs: Object.fromEntries(arguments_.map(({ id, input }) => [id, input])),
    formulas: { nothing: { label, unit: "1", expr: "0", ...sourced } },
    outputs: { nothing: { main: "true" } },
  };
}
