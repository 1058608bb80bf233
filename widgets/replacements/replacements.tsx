import type { ComponentChildren, VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { TableReplacement } from "../../engine/answers/record.ts";
import type { ReplaceableTable } from "../../engine/methodology/form.ts";
import type { CalculationResult } from "../../engine/result/result.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { plainWords } from "../text/language.ts";
import { writeUnit } from "../text/units.tsx";
import { typeset } from "../text/words.tsx";
import { readTable, type TableProblem } from "./read-table.ts";

/** Tables of an office by the id of the table that they stand for. */
export type OwnTables = Readonly<Record<string, TableReplacement>>;

/** An office's own tables, from files, in place of those of the edition that may be replaced. */
export function Replacements({
  tables,
  result,
  onTables,
}: {
  readonly tables: OwnTables;
  /** The last result, which names the tables that it was made with. */
  readonly result: CalculationResult | undefined;
  readonly onTables: (tables: OwnTables) => void;
}): ComponentChildren {
  const { form, text } = useDetailsSetting();
  const replaceable = form.replaceable ?? [];
  if (replaceable.length === 0) return null;
  const count = Object.keys(tables).length;
  return (
    <details class="group own-tables">
      <summary>
        <h3>{text.ownTables}</h3>
        {count > 0 && <span class="count">{text.items(count)}</span>}
      </summary>
      <p class="note">{text.ownTablesHelp}</p>
      {replaceable.map((table) => (
        <OwnTable
          key={table.id}
          table={table}
          own={tables[table.id]}
          isUsed={result?.replaced.some(
            (one) => one.table === table.id && one.hash === tables[table.id]?.hash,
          )}
          onOwn={(own) => {
            const { [table.id]: _, ...others } = tables;
            onTables(own === undefined ? others : { ...others, [table.id]: own });
          }}
        />
      ))}
    </details>
  );
}

function OwnTable({
  table,
  own,
  isUsed,
  onOwn,
}: {
  readonly table: ReplaceableTable;
  readonly own: TableReplacement | undefined;
  /** Whether the result was made with it; absent without a result. */
  readonly isUsed: boolean | undefined;
  readonly onOwn: (own: TableReplacement | undefined) => void;
}): VNode {
  const { language, text, prefix } = useDetailsSetting();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState("");
  const [problems, setProblems] = useState<readonly TableProblem[]>([]);
  const id = `${prefix}-table-${table.id.replace(/[^\w.-]/g, "_")}`;
  const name = plainWords(table.label, language);
  const open = async (chosen: File): Promise<void> => {
    const read = await readTable(await chosen.text(), table);
    setFile(chosen.name);
    setProblems(read.kind === "read" ? [] : read.problems);
    if (read.kind === "read") onOwn(read.table);
  };
  const shown = problems.slice(0, mostProblems);
  return (
    <section class="own-table" aria-labelledby={id}>
      <h4 id={id}>{typeset(name)}</h4>
      <Columns table={table} />
      <div role="status">
        {own !== undefined && (
          <p>
            {text.ownTable(own.rows.length, own.hash.slice(0, 12))}
            {isUsed === false && ` ${text.ownTableNotUsed}`}
          </p>
        )}
        {problems.length > 0 && (
          <div class="message error">
            <p>{text.tableRefused(file)}</p>
            <ul>
              {shown.map((problem) => (
                <li key={JSON.stringify(problem)}>{text.tableProblem(problem)}</li>
              ))}
              {problems.length > shown.length && (
                <li>{text.moreProblems(problems.length - shown.length)}</li>
              )}
            </ul>
          </div>
        )}
      </div>
      <p class="actions">
        <button
          type="button"
          class="secondary"
          aria-describedby={id}
          onClick={() => picker.current?.click()}
        >
          {text.chooseTable}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".csv,text/csv"
          hidden
          aria-label={`${text.chooseTable}: ${name}`}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen !== undefined) void open(chosen);
            event.currentTarget.value = "";
          }}
        />
        {own !== undefined && (
          <button
            type="button"
            class="quiet"
            aria-describedby={id}
            onClick={() => {
              setProblems([]);
              onOwn(undefined);
            }}
          >
            {text.editionTable}
          </button>
        )}
      </p>
    </section>
  );
}

/** So many problems are told of one file; more of them help nobody. */
const mostProblems = 10;

/** What the header has to hold, in which units, and the members that its cells may name. */
function Columns({ table }: { readonly table: ReplaceableTable }): VNode {
  const setting = useDetailsSetting();
  const { form, language, text } = setting;
  const cells = [...table.keys, ...table.columns];
  const units = cells.flatMap(({ id, unit }) =>
    unit === undefined ? [] : [`${id}: ${writeUnit(unit, setting)}`],
  );
  return (
    <>
      <p class="hint">
        {text.tableHeader} <code>{cells.map(({ id }) => id).join(",")}</code>
        {units.length > 0 && ` (${units.join(", ")})`}
      </p>
      <details class="help">
        <summary>
          {text.tableMembers}
          <span class="unseen">: {plainWords(table.label, language)}</span>
        </summary>
        {table.keys.map(({ id, of }) => {
          const members = of === undefined ? undefined : form.enums[of];
          if (members === undefined) return null;
          const words = members.map((one) => `${one.id} ${plainWords(one.label, language)}`);
          return (
            <p key={id}>
              <code>{id}</code>
              {text.colon}
              {words.join(language === "en" ? ", " : "、")}
            </p>
          );
        })}
      </details>
    </>
  );
}
