import type { VNode } from "preact";
import type { ConstantTree, Origin, RowTree, TableTree } from "../../engine/methodology/tree.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { Words as LabelWords, typeset } from "../../widgets/text/words.tsx";
import { asWritten, type SectionProps } from "./context.ts";
import { unitOf } from "./names.ts";
import { Certainty, Sources } from "./origin.tsx";
import { SymbolMath } from "./symbols.tsx";
import { WideTable } from "./wide-table.tsx";

/** Tables of more rows than this stay folded until they are asked for. */
const unfoldedRows = 40;

/** Every constant with its value, unit and source. */
export function ConstantsSection(props: SectionProps): VNode | null {
  const { shown, speech } = props;
  const { words } = speech;
  if (shown.tree.constants.length === 0) return null;
  return (
    <section aria-labelledby="constants">
      <h2 id="constants">{words.sections.constants}</h2>
      <WideTable
        label={words.sections.constants}
        heads={[words.constant, words.value, words.certainty, words.source]}
      >
        {asWritten(shown.tree.constants, shown.data.constants).map((constant) => (
          <ConstantRow key={constant.id} constant={constant} {...props} />
        ))}
      </WideTable>
    </section>
  );
}

function ConstantRow({
  constant,
  shown,
  speech,
  language,
  hand,
}: SectionProps & { readonly constant: ConstantTree }): VNode {
  const { id, label, symbol, type, value, low, high, origin } = constant;
  const text =
    type.kind === "enum" ? plainWords(hand.names.member(type.enum, value), language) : value;
  return (
    <tr id={`constant-${id}`}>
      <th scope="row">
        {symbol !== undefined && (
          <>
            <math>
              <SymbolMath symbol={symbol} />
            </math>{" "}
          </>
        )}
        {label !== undefined && <LabelWords label={label} language={language} />} <code>{id}</code>
      </th>
      <td class="figure">
        {typeset(text)} {typeset(unitOf(type) ?? "")}
        {low !== undefined && ` (${low} – ${high})`}
      </td>
      <td>
        <Certainty origin={origin} speech={speech} />
      </td>
      <td>
        <Sources sources={origin.sources} documents={shown.tree.documents} language={language} />
      </td>
    </tr>
  );
}

/** Every table with every row, each figure with its unit, flag and source. */
export function TablesSection(props: SectionProps): VNode | null {
  const { shown, speech } = props;
  if (shown.tree.tables.length === 0) return null;
  return (
    <section aria-labelledby="tables">
      <h2 id="tables">{speech.words.sections.tables}</h2>
      {asWritten(shown.tree.tables, shown.data.tables).map((table) => (
        <TableEntry key={table.id} table={table} {...props} />
      ))}
    </section>
  );
}

function TableEntry({ table, ...props }: SectionProps & { readonly table: TableTree }): VNode {
  const { speech, language } = props;
  const { words } = speech;
  const label = table.label === undefined ? table.id : plainWords(table.label, language);
  const columns = table.columns.map((column) => {
    const unit = unitOf(column.type);
    return (
      <>
        {column.symbol !== undefined && (
          <>
            <math>
              <SymbolMath symbol={column.symbol} />
            </math>{" "}
          </>
        )}
        {column.label === undefined ? (
          column.id
        ) : (
          <LabelWords label={column.label} language={language} />
        )}
        {unit !== undefined && <> [{typeset(unit)}]</>}
      </>
    );
  });
  const heads = [...table.keys.map(({ id }) => id), ...columns, words.certainty, words.source];
  const rows = (
    <WideTable label={label} heads={heads}>
      {table.rows.map((row, at) => (
        <Row key={at} row={row} table={table} {...props} />
      ))}
    </WideTable>
  );
  return (
    <article class="entry" id={`table-${table.id}`} aria-labelledby={`table-${table.id}-title`}>
      <h3 id={`table-${table.id}-title`}>
        {typeset(label)} <code>{table.id}</code>
      </h3>
      <p>
        {[
          table.edition,
          words.rows(table.rows.length),
          table.replaceable ? words.replaceable : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
      {table.rows.length > unfoldedRows ? (
        <details>
          <summary>{words.rows(table.rows.length)}</summary>
          {rows}
        </details>
      ) : (
        rows
      )}
    </article>
  );
}

function Row({
  row,
  table,
  shown,
  speech,
  language,
  hand,
}: SectionProps & { readonly row: RowTree; readonly table: TableTree }): VNode {
  const { words } = speech;
  const key = (cell: string | readonly string[], at: number) => {
    const kind = table.keys[at];
    const cells = typeof cell === "string" ? [cell] : cell;
    return cells
      .map((one) => {
        if (one === "*") return words.any;
        return kind?.kind === "enum"
          ? plainWords(hand.names.member(kind.enum, one), language)
          : one;
      })
      .join(", ");
  };
  const origins = originsOf(row, table);
  return (
    <tr>
      {row.keys.map((cell, at) => (
        <td key={at}>{typeset(key(cell, at))}</td>
      ))}
      {table.columns.map((column, at) => {
        const cell = row.cells[at] ?? "";
        const text =
          column.type.kind === "enum" && cell !== "none" && cell !== ""
            ? plainWords(hand.names.member(column.type.enum, cell), language)
            : cell;
        return (
          <td class="figure" key={column.id}>
            {text === "none" ? words.noCell : typeset(text)}
          </td>
        );
      })}
      <td>
        {origins.map((origin, at) => (
          <Certainty key={at} origin={origin} speech={speech} />
        ))}
      </td>
      <td>
        {origins.map((origin, at) => (
          <Sources
            key={at}
            sources={origin.sources}
            documents={shown.tree.documents}
            language={language}
          />
        ))}
      </td>
    </tr>
  );
}

/** The origins of a row's figures, each once. */
export function originsOf(row: RowTree, table: TableTree): readonly Origin[] {
  const positions = typeof row.origin === "number" ? [row.origin] : [...new Set(row.origin)];
  return positions.map((at) => table.origins[at]).filter((origin) => origin !== undefined);
}
