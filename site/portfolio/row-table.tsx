import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { PortfolioClient, RowView, WindowRow } from "../../engine/portfolio/types.ts";
import type { Language } from "../build/page.ts";
import { portfolioWords, type RowStatus } from "./portfolio-words.ts";
import { columnName } from "./result-columns.ts";

/** Rows that the window shows at a time. */
const rowsSeen = 12;
/** Rows that are asked for before and behind those seen. */
const rowsBeside = 48;
/** Higher than this no browser draws; longer lists are moved through in larger steps. */
const mostPixels = 8_000_000;

/**
 * A window on the rows of a view. The table stands still within a box that scrolls, and its rows change: there are only
 * as many elements as rows are seen, however long the list is. Each has a fixed height, and says its place in the whole.
 */
export function RowTable({
  language,
  client,
  view,
  header,
  columns,
  onRow,
}: {
  readonly language: Language;
  readonly client: PortfolioClient;
  readonly view: RowView;
  readonly header: readonly string[];
  /** The headers in words. */
  readonly columns: readonly string[];
  readonly onRow: (row: WindowRow) => void;
}): VNode {
  const text = portfolioWords[language];
  const [first, setFirst] = useState(0);
  const [held, setHeld] = useState<{ readonly from: number; readonly rows: readonly WindowRow[] }>({
    from: 0,
    rows: [],
  });
  const box = useRef<HTMLDivElement>(null);
  const tall = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLTableRowElement>(null);
  const asked = useRef(-1);
  const isAsking = useRef(false);

  const seen = Math.min(rowsSeen, view.count);
  const last = Math.max(0, view.count - seen);

  // The height of a row follows the size of the text; a style attribute would be refused.
  useLayoutEffect(() => {
    const height = line.current?.offsetHeight ?? 0;
    const pixels = Math.min(mostPixels, height * (view.count + 1));
    tall.current?.style.setProperty("--tall", `${pixels}px`);
  }, [view]);

  const fetchRows = async (wanted: number): Promise<void> => {
    asked.current = wanted;
    if (isAsking.current) return;
    isAsking.current = true;
    // Only the place that is looked at last is asked for.
    for (let done = -1; done !== asked.current; ) {
      done = asked.current;
      const from = Math.max(0, done - rowsBeside);
      const count = Math.min(view.count - from, rowsSeen + 2 * rowsBeside);
      const answer = await client.rows({ view: view.id, from, count });
      if (answer.ok) setHeld({ from, rows: answer.value.rows });
    }
    isAsking.current = false;
  };
  useEffect(() => {
    const isHeld = first >= held.from && first + seen <= held.from + held.rows.length;
    if (!isHeld) void fetchRows(first);
  }, [first, view]);

  const move = (): void => {
    const scroller = box.current;
    if (scroller === null) return;
    const room = scroller.scrollHeight - scroller.clientHeight;
    const share = room <= 0 ? 0 : scroller.scrollTop / room;
    setFirst(Math.min(last, Math.max(0, Math.round(share * last))));
  };

  const kinds = header.map((name) => {
    const own = columnName(name);
    return own === "status" ? "state" : (own ?? "cell");
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and these are figures.
    <div
      class="window"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      tabIndex={0}
      aria-label={text.rowsTable}
      ref={box}
      onScroll={move}
    >
      <div class="tall" ref={tall}>
        <table aria-rowcount={view.count + 1} aria-label={text.rowsTable}>
          <thead>
            <tr aria-rowindex={1} ref={line}>
              {columns.map((name, at) => (
                <th key={at} scope="col" class={kinds[at]}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: seen }, (_, at) => {
              const place = first + at;
              const row = held.rows[place - held.from];
              return (
                // Lines keep their places, and with them the focus, while rows move through them.
                <tr key={at} aria-rowindex={place + 2}>
                  {columns.map((_, column) => {
                    const kind = kinds[column];
                    const cell = row?.cells[column];
                    return kind === "row" ? (
                      <th key={column} scope="row" class={kind}>
                        {row === undefined ? (
                          text.loading
                        ) : (
                          <button
                            type="button"
                            aria-label={text.details(row.row.toString())}
                            onClick={() => onRow(row)}
                          >
                            {row.row}
                          </button>
                        )}
                      </th>
                    ) : (
                      <td
                        key={column}
                        class={kind === "state" ? `state ${cell}` : isFigure(cell) ? "end" : kind}
                      >
                        {kind === "state"
                          ? (text.statuses[cell as RowStatus] ?? cell)
                          : (cell ?? text.loading)}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function isFigure(cell: string | undefined): boolean {
  return cell !== undefined && /^-?\d+(\.\d+)?$/.test(cell);
}
