import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type {
  PortfolioClient,
  RowFilter,
  RowView,
  WindowRow,
} from "../../engine/portfolio/types.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import type { Language } from "../build/page.ts";
import { Line, Pick } from "./fields.tsx";
import { portfolioWords, type RowStatus } from "./portfolio-words.ts";
import { columnName, columnWords } from "./result-columns.ts";
import type { GroupFilter } from "./results.tsx";
import { RowTable } from "./row-table.tsx";

const statuses: readonly RowStatus[] = ["applies", "does_not_apply", "undecided", "issue"];

/** What a person has typed to filter rows by. */
interface Typed {
  readonly status: string;
  readonly text: string;
  readonly column: string;
  readonly least: string;
  readonly most: string;
}

const nothing: Typed = { status: "", text: "", column: "", least: "", most: "" };

/** The results row by row: a filter, a table that holds the rows on screen alone, and all cells of one row. */
export function Rows({
  language,
  client,
  header,
  names,
  all,
  group,
  onGroup,
  onSay,
}: {
  readonly language: Language;
  readonly client: PortfolioClient;
  readonly header: readonly string[];
  /** Labels of outputs by id. */
  readonly names: ReadonlyMap<string, string>;
  /** How many rows there are. */
  readonly all: number;
  readonly group: GroupFilter | undefined;
  readonly onGroup: (group: GroupFilter | undefined) => void;
  readonly onSay: (words: string) => void;
}): VNode {
  const text = portfolioWords[language];
  const [typed, setTyped] = useState(nothing);
  const [isWrong, setWrong] = useState(false);
  const [view, setView] = useState<RowView>();
  const [row, setRow] = useState<WindowRow>();
  const asked = useRef(0);
  const figure = (value: number): string => writeFigure(value.toString(), language);
  const columns = header.map((name) => columnWords(name, names, text));

  const look = async (filter: RowFilter, isSaid: boolean): Promise<void> => {
    asked.current += 1;
    const own = asked.current;
    const answer = await client.view(filter);
    if (asked.current !== own || !answer.ok) return;
    setView(answer.value);
    setRow(undefined);
    if (isSaid) onSay(text.found(figure(answer.value.count), figure(all)));
  };
  const filterOf = (own: Typed, of: GroupFilter | undefined): RowFilter | undefined => {
    const [least, most] = [own.least, own.most].map(plainFigure);
    if (least === undefined || most === undefined) return undefined;
    const column = header.indexOf(own.column);
    const status = statuses.find((one) => one === own.status);
    const isBetween = column >= 0 && (least !== "" || most !== "");
    return {
      ...(status === undefined ? {} : { status: [status] }),
      ...(of === undefined ? {} : { groups: [of.id] }),
      ...(own.text.trim() === "" ? {} : { text: own.text.trim() }),
      ...(isBetween
        ? {
            between: {
              column,
              ...(least === "" ? {} : { least }),
              ...(most === "" ? {} : { most }),
            },
          }
        : {}),
    };
  };
  const apply = (own: Typed, of: GroupFilter | undefined, isSaid = true): void => {
    const filter = filterOf(own, of);
    setWrong(filter === undefined);
    if (filter !== undefined) void look(filter, isSaid);
  };
  // Another run, and another group, are looked at without a press.
  useEffect(() => apply(typed, group, group !== undefined), [client, all, group]);

  const change = (part: Partial<Typed>): void => setTyped((now) => ({ ...now, ...part }));
  const message = (value: string): string | undefined =>
    isWrong && plainFigure(value) === undefined ? text.figureWanted : undefined;
  return (
    <>
      <h3 id="rows-heading" tabIndex={-1}>
        {text.rows}
      </h3>
      <form
        class="filter"
        aria-label={text.filter}
        onSubmit={(event) => {
          event.preventDefault();
          apply(typed, group);
        }}
      >
        <Pick
          id="filter-status"
          label={text.status}
          value={typed.status}
          onPick={(status) => change({ status })}
        >
          <option value="">{text.anyStatus}</option>
          {statuses.map((one) => (
            <option key={one} value={one}>
              {text.statuses[one]}
            </option>
          ))}
        </Pick>
        <Line
          id="filter-text"
          label={text.text}
          value={typed.text}
          onText={(own) => change({ text: own })}
        />
        <Pick
          id="filter-column"
          label={text.figureOf}
          value={typed.column}
          onPick={(column) => change({ column })}
        >
          <option value="">{text.noFigure}</option>
          {header.map((name, at) =>
            name.startsWith("santei:") ? null : (
              <option key={at} value={name}>
                {columns[at]}
              </option>
            ),
          )}
        </Pick>
        <Line
          id="filter-least"
          label={text.atLeast}
          value={typed.least}
          isFigure
          message={message(typed.least)}
          onText={(least) => change({ least })}
        />
        <Line
          id="filter-most"
          label={text.atMost}
          value={typed.most}
          isFigure
          message={message(typed.most)}
          onText={(most) => change({ most })}
        />
        <div class="actions">
          <button type="submit">{text.applyFilter}</button>
          <button
            type="button"
            onClick={() => {
              setTyped(nothing);
              if (group === undefined) apply(nothing, undefined);
              else onGroup(undefined);
            }}
          >
            {text.clearFilter}
          </button>
        </div>
      </form>
      {group !== undefined && <p>{text.ofGroup(group.name)}</p>}
      {view !== undefined && <p>{text.found(figure(view.count), figure(all))}</p>}
      {view?.count === 0 && <p>{text.nothingFound}</p>}
      {view !== undefined && view.count > 0 && (
        <>
          <p class="hint">{text.rowsTableHelp}</p>
          <RowTable
            key={view.id}
            language={language}
            client={client}
            view={view}
            header={header}
            columns={columns}
            onRow={setRow}
          />
        </>
      )}
      {row !== undefined && (
        <Details
          language={language}
          row={row}
          columns={columns}
          header={header}
          onClose={() => setRow(undefined)}
        />
      )}
    </>
  );
}

/** Every cell of one row in full. Takes the focus. */
function Details({
  language,
  row,
  columns,
  header,
  onClose,
}: {
  readonly language: Language;
  readonly row: WindowRow;
  readonly columns: readonly string[];
  readonly header: readonly string[];
  readonly onClose: () => void;
}): VNode {
  const text = portfolioWords[language];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [row]);
  return (
    <section class="details" aria-labelledby="row-details">
      <h4 id="row-details" ref={heading} tabIndex={-1}>
        {text.detailsOf(row.row.toString())}
      </h4>
      <dl>
        {row.cells.map((cell, at) => (
          <div key={at}>
            <dt>{columns[at]}</dt>
            <dd>{shownCell(cell, header[at] ?? "", text)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={onClose}>
        {text.close}
      </button>
    </section>
  );
}

/** A cell as it is read: the status in words, nothing as a dash. */
function shownCell(cell: string, name: string, text: (typeof portfolioWords)["en"]): string {
  if (columnName(name) === "status") {
    return statuses.includes(cell as RowStatus) ? text.statuses[cell as RowStatus] : cell;
  }
  return cell === "" ? text.none : cell;
}

/** A figure as the engine reads it, of whatever width it was typed; `undefined` for what is none. */
function plainFigure(typed: string): string | undefined {
  const plain = typed.normalize("NFKC").replaceAll(",", "").replace("−", "-").trim();
  return plain === "" || /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}
