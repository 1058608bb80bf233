import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ColumnUse, Mapping } from "../../engine/batch/mapping.ts";
import type { Issue } from "../../engine/issue.ts";
import type { Look, PortfolioClient } from "../../engine/portfolio/types.ts";
import { columnKeys, type Hands, handsOf, withHands } from "./hands.ts";
import type { PortfolioMethodology } from "./page-data.ts";

/** A file that has been looked at. */
export interface OpenFile {
  /** Counts the looks of a visit. */
  readonly number: number;
  readonly file: File;
  readonly look: Look;
}

/** What is settled before rows are calculated, and how it is changed. */
export interface Desk {
  readonly methodology: PortfolioMethodology;
  readonly setMethodology: (id: string) => void;
  readonly opened: OpenFile | undefined;
  readonly isReading: boolean;
  /** Why the last file could not be read. */
  readonly fileIssues: readonly Issue[] | undefined;
  readonly open: (file: File, sheet?: string) => void;
  readonly rows: Mapping["rows"] | undefined;
  readonly setRows: (rows: Mapping["rows"]) => void;
  readonly period: string;
  readonly setPeriod: (period: string) => void;
  /** The columns as they stand now; `undefined` without a file. */
  readonly mapping: Mapping | undefined;
  readonly isByHand: (column: number) => boolean;
  readonly use: (column: number, use: ColumnUse) => void;
  readonly issues: readonly Issue[];
  /** Takes what a saved mapping says. */
  readonly take: (mapping: Mapping) => void;
  /** Counts the changes that make results those of something else. */
  readonly turn: number;
}

const noHands: Hands = new Map();
const noIssues: readonly Issue[] = [];

/**
 * The choices of a person, and what the worker says to them. Choices for columns are kept by header for each
 * methodology: neither another file nor one that cannot be read takes them away.
 */
export function useDesk(
  client: PortfolioClient | undefined,
  methodologies: readonly PortfolioMethodology[],
): Desk {
  const [id, setId] = useState(methodologies[0]?.id ?? "");
  const [opened, setOpened] = useState<OpenFile>();
  const [isReading, setReading] = useState(false);
  const [fileIssues, setFileIssues] = useState<readonly Issue[]>();
  const [rows, setRows] = useState<Mapping["rows"]>();
  const [period, setPeriod] = useState("");
  const [hands, setHands] = useState<Readonly<Record<string, Hands>>>({});
  const [issues, setIssues] = useState(noIssues);
  const [turn, setTurn] = useState(0);
  const looks = useRef(0);
  const maps = useRef(0);

  const methodology = methodologies.find((one) => one.id === id) ?? none;
  const own = hands[id] ?? noHands;
  const look = opened?.look;

  const mapping = useMemo((): Mapping | undefined => {
    if (look === undefined) return undefined;
    const { period: _, ...rest } = look.mapping;
    const hasPeriod = methodology.hasPeriod && period.trim() !== "";
    return {
      ...rest,
      rows: rows ?? "projects",
      ...(hasPeriod ? { period: period.trim() } : {}),
      columns: withHands(look.mapping.columns, own),
    };
  }, [look, own, rows, period, methodology]);

  const changed = <Value>(set: (value: Value) => void, value: Value): void => {
    set(value);
    setTurn((now) => now + 1);
  };

  const changeHands = (change: (before: Hands) => Hands): void => {
    setHands((now) => ({ ...now, [id]: change(now[id] ?? noHands) }));
    setTurn((now) => now + 1);
  };

  const open = async (file: File, sheet: string | undefined, edition: string): Promise<void> => {
    if (client === undefined) return;
    looks.current += 1;
    const own = looks.current;
    setReading(true);
    setFileIssues(undefined);
    const answer = await client.look({
      methodology: edition,
      file,
      ...(sheet === undefined ? {} : { sheet }),
    });
    if (looks.current !== own) return;
    setReading(false);
    setTurn((now) => now + 1);
    // A file without a header has nothing that could be mended here.
    if (answer.ok && answer.value.header.length > 0) {
      setOpened({ number: own, file, look: answer.value });
      setIssues(answer.value.issues);
    } else {
      setOpened(undefined);
      setIssues(noIssues);
      setFileIssues(answer.ok ? answer.value.issues : answer.issues);
    }
  };

  useEffect(() => {
    if (client === undefined || mapping === undefined) return;
    maps.current += 1;
    const own = maps.current;
    void client.map({ mapping }).then((answer) => {
      if (maps.current !== own) return;
      setIssues(answer.ok ? answer.value.issues : answer.issues);
    });
  }, [client, mapping]);

  const keys = useMemo(() => columnKeys(look?.header ?? []), [look]);

  return {
    methodology,
    setMethodology(next) {
      changed(setId, next);
      const other = methodologies.find((one) => one.id === next);
      if (other?.hasLists === false && rows === "items") setRows(undefined);
      if (opened !== undefined && other !== undefined) {
        void open(opened.file, opened.look.mapping.sheet, other.edition);
      }
    },
    opened,
    isReading,
    fileIssues,
    open: (file, sheet) => void open(file, sheet, methodology.edition),
    rows,
    setRows: (next) => changed(setRows, next),
    period,
    setPeriod: (next) => changed(setPeriod, next),
    mapping,
    isByHand: (column) => own.has(keys[column] ?? ""),
    use: (column, use) => changeHands((before) => new Map([...before, [keys[column] ?? "", use]])),
    issues,
    take(saved) {
      changeHands((before) => handsOf(saved, before));
      setRows(saved.rows === "items" && !methodology.hasLists ? undefined : saved.rows);
      if (saved.period !== undefined) setPeriod(saved.period);
    },
    turn,
  };
}

/** A build without methodologies has none to choose from. */
const none: PortfolioMethodology = {
  id: "",
  edition: "",
  title: { ja: "" },
  hasPeriod: false,
  hasLists: false,
};
