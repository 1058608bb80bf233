import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PortfolioClient, RowView, WindowRow } from "../../engine/portfolio/types.ts";
import type { Language } from "../build/page.ts";
import { acrossAt, type ColumnKind, firstAcross, widthOf } from "./across.ts";
import { portfolioWords, type RowStatus } from "./portfolio-words.ts";
import { columnName } from "./result-columns.ts";

/** Rows that the window shows at a time. */
const rowsSeen = 12;
/** Rows that are asked for before and behind those seen. */
const rowsBeside = 48;

/**
 * A window on the rows of a view. The table stands still within a box that scrolls, and its rows change: there are only
 * as many elements as rows and columns are seen, however long and wide the list is. Each has a fixed size, and says its
 * place in the whole.
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
  const asked = useRef(-1);
  const isAsking = useRef(false);

  const seen = Math.min(rowsSeen, view.count);
  const last = Math.max(0, view.count - seen);
  const kinds = useMemo(() => header.map(kindOf), [header]);
  const [across, setAcross] = useState(() => firstAcross(kinds));

  // A style attribute would be refused.
  useLayoutEffect(() => {
    const style = tall.current?.style;
    style?.setProperty("--lines", (view.count + 1).toString());
    style?.setProperty("--wide", `${widthOf(kinds)}em`);
    style?.setProperty("--before", `${widthOf(kinds.slice(1, across.from))}em`);
  }, [view, kinds, across]);

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
    const { scrollLeft, clientWidth, scrollWidth } = scroller;
    if (scrollWidth === 0) return;
    const next = acrossAt(
      kinds,
      scrollLeft / scrollWidth,
      (scrollLeft + clientWidth) / scrollWidth,
    );
    setAcross((now) => (now.from === next.from && now.to === next.to ? now : next));
  };
  useEffect(() => {
    if (box.current === null) return;
    const sized = new ResizeObserver(move);
    sized.observe(box.current);
    return () => sized.disconnect();
  }, [view, kinds]);

  /** The first column and those in sight. */
  const shown = [
    0,
    ...Array.from({ length: Math.max(0, across.to - across.from) }, (_, at) => across.from + at),
  ].filter((column) => column < kinds.length);
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
        <table
          aria-rowcount={view.count + 1}
          aria-colcount={columns.length}
          aria-label={text.rowsTable}
        >
          <thead>
            <tr aria-rowindex={1}>
              {shown.map((column) => (
                <th key={column} scope="col" class={kinds[column]} aria-colindex={column + 1}>
                  {columns[column]}
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
                  {shown.map((column) => {
                    const kind = kinds[column];
                    const cell = row?.cells[column];
                    return kind === "row" ? (
                      <th key={column} scope="row" class={kind} aria-colindex={column + 1}>
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
                        aria-colindex={column + 1}
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

function kindOf(name: string): ColumnKind {
  const own = columnName(name);
  if (own === "status") return "state";
  return own === "row" || own === "issue" ? own : "cell";
}

function isFigure(cell: string | undefined): boolean {
  return cell !== undefined && /^-?\d+(\.\d+)?$/.test(cell);
}
