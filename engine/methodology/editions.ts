import { fail, type Issue, ok, type Path, type Result } from "../issue.ts";
import type { ComponentFile, FindPlace, TableFile } from "./file.ts";
import type { ReadInput } from "./read-file.ts";
import { readShared } from "./read-shared.ts";
import { issuesAt } from "./rows.ts";
import { componentSchema, tableSchema } from "./schema.ts";

/** The editions that a file uses, each read once, by the reference as written. */
export interface Editions {
  readonly tableFiles: ReadonlyMap<string, TableFile>;
  readonly componentFiles: ReadonlyMap<string, ComponentFile>;
}

type EditionKind = "table" | "component";

interface Use {
  readonly kind: EditionKind;
  readonly reference: string;
  readonly path: Path;
}

const editionForm = /^[A-Za-z0-9][A-Za-z0-9_-]*\/[0-9][A-Za-z0-9._-]*$/;
const editionLimit = 200;

/** What a file says that it uses. */
interface Using {
  readonly tables?: Readonly<Record<string, object>> | undefined;
  readonly components?: Readonly<Record<string, { readonly use: string }>> | undefined;
}

/**
 * Reads the tables and components that a file uses, and those that these use.
 *
 * Errors: those of the files; a reference that is no `id/version`, that nothing answers to, or that is answered by
 * another edition; components in a circle.
 */
export async function readEditions(
  data: Using,
  place: FindPlace,
  find: ReadInput["edition"],
): Promise<Result<Editions>> {
  const tableFiles = new Map<string, TableFile>();
  const componentFiles = new Map<string, ComponentFile>();
  const tried = new Set<string>();
  const issues: Issue[] = [];
  await readAll(data, place, []);
  const isFine = issues.every((issue) => issue.severity === "warning");
  return isFine ? ok({ tableFiles, componentFiles }, issues) : fail(issues);

  async function readAll(from: Using, at: FindPlace, above: readonly string[]): Promise<void> {
    for (const use of usesOf(from)) {
      await readOne(use, at, above);
    }
  }

  async function readOne(use: Use, at: FindPlace, above: readonly string[]): Promise<void> {
    const { kind, reference, path } = use;
    const add = issuesAt(at, issues);
    if (kind === "component" && above.includes(reference)) {
      const circle = [...above.slice(above.indexOf(reference)), reference];
      add("component-circle", path, { circle });
      return;
    }
    const name = `${kind} ${reference}`;
    if (tried.has(name)) {
      return;
    }
    tried.add(name);
    if (tried.size > editionLimit) {
      add("editions-too-many", path, { limit: editionLimit });
      return;
    }
    if (!editionForm.test(reference)) {
      add("edition-form", path, { found: reference });
      return;
    }
    const found = await find(kind, reference);
    if (found === undefined) {
      add("edition-missing", path, { kind, reference });
      return;
    }
    const answers = (id: string, version: string): boolean => {
      const [wantedId, wanted = ""] = reference.split("/");
      const isSame = version === wanted || version.startsWith(`${wanted}-r`);
      if (id === wantedId && isSame) {
        return true;
      }
      add("edition-other", path, { kind, reference, found: `${id}/${version}` });
      return false;
    };
    if (kind === "table") {
      const table = keep(await readShared(found, tableSchema));
      if (table !== undefined && answers(table.data.id, table.data.version)) {
        tableFiles.set(reference, table);
      }
      return;
    }
    const component = keep(await readShared(found, componentSchema));
    if (component !== undefined && answers(component.data.id, component.data.version)) {
      componentFiles.set(reference, component);
      await readAll(component.data, component.place, [...above, reference]);
    }
  }

  function keep<T>(result: Result<T>): T | undefined {
    issues.push(...(result.ok ? result.warnings : result.issues));
    return result.ok ? result.value : undefined;
  }
}

function usesOf({ tables, components }: Using): readonly Use[] {
  const uses: Use[] = [];
  for (const [id, table] of Object.entries(tables ?? {})) {
    if ("use" in table && typeof table.use === "string") {
      uses.push({ kind: "table", reference: table.use, path: ["tables", id, "use"] });
    }
  }
  for (const [id, component] of Object.entries(components ?? {})) {
    uses.push({ kind: "component", reference: component.use, path: ["components", id, "use"] });
  }
  return uses;
}
