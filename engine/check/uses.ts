import type { ComponentFile, ParsedMethodology, TableFile } from "../methodology/file.ts";
import type { ComponentUseData, TableData, TableUseData } from "../methodology/schema.ts";
import type { Use } from "../methodology/tree.ts";
import type { Where } from "./scope.ts";

/** A shared edition that takes part, and the place that uses it. */
export type SharedFile =
  | {
      readonly kind: "table";
      readonly reference: string;
      readonly file: TableFile;
      readonly where: Where;
    }
  | {
      readonly kind: "component";
      readonly reference: string;
      readonly file: ComponentFile;
      readonly where: Where;
    };

interface WithUses {
  readonly tables?: Readonly<Record<string, TableData | TableUseData>> | undefined;
  readonly components?: Readonly<Record<string, ComponentUseData>> | undefined;
}

/** Every shared edition that a methodology uses, directly or through a component; each once. */
export function sharedFiles(parsed: ParsedMethodology): readonly SharedFile[] {
  const found = new Map<string, SharedFile>();
  const visit = (data: WithUses, file: Where["file"]): void => {
    for (const [id, table] of Object.entries(data.tables ?? {})) {
      if (!isUse(table)) continue;
      const shared = parsed.tableFiles.get(table.use);
      const key = `table ${table.use}`;
      if (shared === undefined || found.has(key)) continue;
      const where = { file, path: ["tables", id, "use"] };
      found.set(key, { kind: "table", reference: table.use, file: shared, where });
    }
    for (const [id, { use }] of Object.entries(data.components ?? {})) {
      const shared = parsed.componentFiles.get(use);
      const key = `component ${use}`;
      if (shared === undefined || found.has(key)) continue;
      const where = { file, path: ["components", id, "use"] };
      found.set(key, { kind: "component", reference: use, file: shared, where });
      visit(shared.data, shared);
    }
  };
  visit(parsed.data, parsed);
  return [...found.values()];
}

export function isUse(table: TableData | TableUseData): table is TableUseData {
  return "use" in table;
}

/** The shared editions for the tree, in the order of their ids. */
export function usesOf(shared: readonly SharedFile[]): readonly Use[] {
  return shared
    .map(({ kind, file }) => ({
      kind,
      id: file.data.id,
      version: file.data.version,
      hash: file.hash,
    }))
    .sort((a, b) => (`${a.id} ${a.version}` < `${b.id} ${b.version}` ? -1 : 1));
}
