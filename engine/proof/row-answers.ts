import { parseFiscalYear } from "../methodology/period.ts";
import type { AnswerTree, TestData } from "../methodology/schema.ts";
import type { InputTree, TableTree, Tree } from "../methodology/tree.ts";
import { type Answers, choicesOf, type Slot, withText } from "./slots.ts";

/**
 * The answers of a test moved so that they look up one row: every choice of the row's kind is made, and the years are
 * moved until the period begins in the row's. Absent where the test has nothing to move.
 */
export function rowAnswers(
  tree: Tree,
  test: TestData,
  slots: readonly Slot[],
  mark: string,
): TestData | undefined {
  const [, table = "", row = ""] = /^row (\d+):(\d+)$/.exec(mark) ?? [];
  const found = tree.tables[Number.parseInt(table, 10)];
  const cells = found?.rows[Number.parseInt(row, 10)]?.keys;
  if (found === undefined || cells === undefined) return undefined;
  const year = yearOf(found, cells);
  const first = firstYearOf(test);
  const asked = first === undefined ? year : undefined;
  const given = chosen(tree, found, cells, test.given, slots, asked);
  const moved = { ...test, given };
  return year === undefined || first === undefined || year === first
    ? moved
    : movedBy(moved, year - first);
}

type Cells = TableTree["rows"][number]["keys"];

function chosen(
  tree: Tree,
  { keys }: TableTree,
  cells: Cells,
  given: Answers,
  slots: readonly Slot[],
  year: number | undefined,
): Answers {
  let answers = given;
  const turns = new Map<string, number>();
  for (const slot of slots) {
    if (slot.input.type.kind === "fiscal_year" && year !== undefined) {
      answers = withText(answers, slot.path, `FY${year}`);
      continue;
    }
    // Two keys of one enum (from and to) are answered by turns.
    const fitting = [...keys.keys()].filter((at) => {
      const key = keys[at];
      return key?.kind === "enum" && mayBe(tree, slot.input, memberOf(cells[at]));
    });
    if (fitting.length === 0) continue;
    const kind = fitting.join();
    const turn = turns.get(kind) ?? 0;
    turns.set(kind, turn + 1);
    const member = memberOf(cells[fitting[turn % fitting.length] ?? 0]);
    if (member !== undefined) answers = withText(answers, slot.path, member);
  }
  return answers;
}

function memberOf(cell: Cells[number] | undefined): string | undefined {
  const member = typeof cell === "string" ? cell : cell?.[0];
  return member === "*" ? undefined : member;
}

function mayBe(tree: Tree, input: InputTree, member: string | undefined): boolean {
  return (
    input.type.kind === "enum" && member !== undefined && choicesOf(tree, input).includes(member)
  );
}

function yearOf({ keys }: TableTree, cells: Cells): number | undefined {
  const at = keys.findIndex(({ kind }) => kind === "fiscal_year");
  const cell = cells[at];
  return typeof cell === "string" ? yearIn(cell.split("..")[0] ?? "") : undefined;
}

const yearIn = (text: string): number | undefined =>
  /^\d{4}$/.test(text) ? Number.parseInt(text, 10) : undefined;

function firstYearOf({ period }: TestData): number | undefined {
  return typeof period === "string" ? parseFiscalYear(period) : undefined;
}

/** Every `FY2013` of period and answers so many years later; days stay. */
function movedBy(test: TestData, years: number): TestData {
  const text = (one: string): string =>
    one.replace(/^FY(\d{4})$/, (_, year: string) => `FY${Number.parseInt(year, 10) + years}`);
  const tree = (value: AnswerTree): AnswerTree =>
    typeof value === "string"
      ? text(value)
      : Array.isArray(value)
        ? value.map(tree)
        : Object.fromEntries(Object.entries(value).map(([key, one]) => [text(key), tree(one)]));
  const { period } = test;
  return {
    ...test,
    given: tree(test.given) as TestData["given"],
    ...(typeof period === "string" ? { period: text(period) } : {}),
  };
}
