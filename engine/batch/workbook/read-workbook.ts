import { fail, type Issue, ok, type Result } from "../../issue.ts";
import { issueOf } from "../issue-of.ts";
import { relationsPart, sharedTextsPart, stylesPart, workbookPart } from "./parts.ts";
import { type SheetContext, startSheetRows } from "./sheet-rows.ts";
import type { ByteSource } from "./source.ts";
import { startXml, type XmlSink } from "./xml.ts";
import { readDirectory, unpack, type ZipEntry, type ZipFault } from "./zip.ts";

/** A workbook whose directory and small parts have been read. */
export interface Workbook {
  /** Names of the sheets with cells, in the order of their tabs. */
  readonly sheets: readonly string[];
  /** The one that is read unless another is named: the first that is not hidden. */
  readonly first: string;
  /**
   * The rows of a sheet as CSV in UTF-8, piece by piece, each row on the line of its number. Ends with an issue where the
   * sheet cannot be read on.
   */
  readonly rows: (sheet?: string) => AsyncGenerator<Uint8Array, Issue | undefined>;
}

/** No part that is read as a whole unpacks to more bytes. */
const mostOfPart = 16 * 1024 * 1024;
/** Texts that cells share are held while a sheet is read. */
const mostSharedCharacters = 64 * 1024 * 1024;
const mostOfSharedTexts = 512 * 1024 * 1024;
/** A sheet is not held, but somebody waits for it. */
const mostOfSheet = 4 * 1024 * 1024 * 1024;
/** A part that unpacks to so many times its size has been made to do harm; small ones do none. */
const mostRatio = 300;
const smallPart = 64 * 1024 * 1024;

/** The first bytes of an archive; those of an encrypted workbook or one of before 2007. */
const archiveMark = [0x50, 0x4b, 0x03, 0x04];
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether bytes begin as a workbook does, of whatever kind; a file of CSV never does. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return begins(bytes, archiveMark) || begins(bytes, compoundMark);
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/**
 * Opens a workbook (.xlsx). Sizes are looked at before anything is unpacked, and counted while it is.
 *
 * Errors: files that are none, encrypted, broken or too large. What a sheet holds is told when it is read.
 */
export async function openWorkbook(source: ByteSource): Promise<Result<Workbook>> {
  if (begins(await source.read(0, 8), compoundMark)) {
    return fail([issueOf("workbook-locked", {})]);
  }
  const entries = await readDirectory(source);
  if (typeof entries === "string") return fail([faultOf(entries, "")]);
  const part = async (name: string, sink: XmlSink, most = mostOfPart) =>
    readPart(source, entries.get(name), name, sink, most);

  const root = relationsPart();
  const inRoot = await part("_rels/.rels", root.sink);
  if (inRoot !== undefined) return fail([inRoot]);
  const main = [...root.relations.values()].find(({ kind }) => kind === "officeDocument");
  const path = pathFrom("", main?.target ?? "xl/workbook.xml");
  const book = workbookPart();
  const inBook = await part(path, book.sink);
  if (inBook !== undefined) return fail([inBook]);
  const links = relationsPart();
  const inLinks = await part(relationsOf(path), links.sink);
  if (inLinks !== undefined) return fail([inLinks]);
  const targetOf = (kind: string) => {
    const found = [...links.relations.values()].find((one) => one.kind === kind);
    return found && entries.get(pathFrom(path, found.target));
  };
  const sheets = book.sheets.flatMap(({ name, relation, isHidden }) => {
    const link = links.relations.get(relation);
    if (link?.kind !== "worksheet") return [];
    return [{ name, isHidden, path: pathFrom(path, link.target) }];
  });
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (first === undefined) return fail([faultOf("broken", path)]);

  const contextOf = async (): Promise<SheetContext | Issue> => {
    const styles = stylesPart();
    const stylesEntry = targetOf("styles");
    const shared = sharedTextsPart(mostSharedCharacters);
    const sharedEntry = targetOf("sharedStrings");
    const fault =
      (stylesEntry &&
        (await readPart(source, stylesEntry, stylesEntry.name, styles.sink, mostOfPart))) ??
      (sharedEntry &&
        (await readPart(
          source,
          sharedEntry,
          sharedEntry.name,
          shared.sink,
          mostOfSharedTexts,
          shared.isTooLarge,
        )));
    if (fault !== undefined) return fault;
    return { texts: shared.texts, kinds: styles.kinds, is1904: book.is1904() };
  };

  async function* rows(wanted?: string): AsyncGenerator<Uint8Array, Issue | undefined> {
    const sheet = wanted === undefined ? first : sheets.find(({ name }) => name === wanted);
    if (sheet === undefined) {
      const facts = { sheet: wanted ?? "", sheets: sheets.slice(0, 20).map(({ name }) => name) };
      return issueOf("workbook-sheet-missing", facts);
    }
    const entry = entriesKnown.get(sheet.path);
    const early = tooLarge(entry, sheet.path, mostOfSheet);
    if (entry === undefined || early !== undefined) return early;
    const context = await contextOf();
    if ("code" in context) return context;
    const reading = startSheetRows(context);
    const xml = startXml(reading.sink);
    const pieces = textOf(source, entry);
    for (;;) {
      const { done, value } = await pieces.next();
      if (done === true) {
        if (value !== undefined) return faultOf(value, sheet.path);
        break;
      }
      const isRead = xml.take(value);
      const fault = reading.fault();
      const lines = reading.take();
      if (lines !== "") yield encoder.encode(lines);
      if (fault !== undefined)
        return issueOf("workbook-cell-broken", { sheet: sheet.name, cell: fault });
      if (!isRead) return faultOf("broken", sheet.path);
    }
    return xml.end() ? undefined : faultOf("broken", sheet.path);
  }
  const entriesKnown = entries;
  return ok({ sheets: sheets.map(({ name }) => name), first: first.name, rows });
}

const encoder = new TextEncoder();

/** Reads a part to its end; an issue where that cannot be. */
async function readPart(
  source: ByteSource,
  entry: ZipEntry | undefined,
  name: string,
  sink: XmlSink,
  most: number,
  isTooMuch: () => boolean = () => false,
): Promise<Issue | undefined> {
  const early = tooLarge(entry, name, most);
  if (entry === undefined || early !== undefined) return early;
  const xml = startXml(sink);
  const pieces = textOf(source, entry);
  for (;;) {
    const { done, value } = await pieces.next();
    if (done === true) {
      if (value !== undefined) return faultOf(value, name);
      return xml.end() ? undefined : faultOf("broken", name);
    }
    if (!xml.take(value)) return faultOf("broken", name);
    if (isTooMuch()) return faultOf("too-large", name);
  }
}

/** Why a part is not even begun. */
function tooLarge(entry: ZipEntry | undefined, name: string, most: number): Issue | undefined {
  if (entry === undefined) return faultOf("broken", name);
  const { size, packed } = entry;
  const isBomb = size > smallPart && size > mostRatio * packed;
  return isBomb || size > most ? faultOf("too-large", name) : undefined;
}

/** The text of a part, piece by piece. */
async function* textOf(
  source: ByteSource,
  entry: ZipEntry,
): AsyncGenerator<string, ZipFault | undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const pieces = unpack(source, entry);
  for (;;) {
    const { done, value } = await pieces.next();
    try {
      if (done === true) {
        const rest = value === undefined ? decoder.decode() : "";
        if (rest !== "") yield rest;
        return value;
      }
      yield decoder.decode(value, { stream: true });
    } catch {
      return "broken";
    }
  }
}

function faultOf(fault: ZipFault, part: string): Issue {
  if (fault === "none") return issueOf("workbook-none", {});
  return fault === "too-large"
    ? issueOf("workbook-too-large", { part })
    : issueOf("workbook-broken", { part });
}

/** The path that a target means, seen from the part that names it. */
function pathFrom(part: string, target: string): string {
  const steps = target.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** Where the relations of a part stand: `xl/_rels/workbook.xml.rels`. */
function relationsOf(path: string): string {
  const steps = path.split("/");
  const name = steps.pop() ?? "";
  return [...steps, "_rels", `${name}.rels`].join("/");
}
