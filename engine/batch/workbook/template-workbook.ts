import type { TemplateColumn, TemplateLanguage } from "../template.ts";
import { startPacking } from "./packing.ts";
import { mostSheetRows, placeOf } from "./sheet-rows.ts";
import {
  rowsEnd,
  rowsStart,
  sheetEnd,
  sheetPath,
  sheetStart,
  smallParts,
  style,
  textCell,
  xmlText,
} from "./sheet-xml.ts";

const words = {
  ja: {
    sheets: ["データ", "列の説明", "選択肢"],
    head: ["列", "id", "必要", "単位", "書けること", "説明"],
    needed: "必要",
    case: "同じ案件の行を続けて並べてください。",
    period: "FY2021、又は 2021-04-01..2022-03-31",
    any: "ほか",
  },
  en: {
    sheets: ["Data", "Columns", "Choices"],
    head: ["Column", "id", "Needed", "Units", "May say", "Explanation"],
    needed: "needed",
    case: "Rows of the same case should stand one after another.",
    period: "FY2021, or 2021-04-01..2022-03-31",
    any: "more",
  },
} as const;

const mostChoicesTold = 12;

/**
 * An empty workbook to be filled in: the columns with lists to choose from, what each of them means, and the choices. What
 * is needed in every row has an underlined header.
 */
export function templateWorkbook(
  columns: readonly TemplateColumn[],
  language: TemplateLanguage,
): Uint8Array {
  const own = words[language];
  const packing = startPacking();
  for (const [path, text] of smallParts(own.sheets)) packing.whole(path, text);
  const lists = columns.filter(({ choices }) => choices.length > 0);
  const rules = columns.flatMap((column, at) => {
    const list = lists.indexOf(column);
    if (list < 0) return [];
    const cells = `${placeOf(2, at + 1)}:${placeOf(mostSheetRows, at + 1)}`;
    const from = fixed(placeOf(2, list + 1));
    const to = fixed(placeOf(column.choices.length + 1, list + 1));
    // What is chosen from no list (an id) is read, too, so nothing is forbidden.
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>'${xmlText(own.sheets[2])}'!${from}:${to}</formula1></dataValidation>`,
    ];
  });
  const header = columns
    .map(({ header, isNeeded }, at) =>
      textCell(1, at + 1, header, isNeeded ? style.needed : style.header),
    )
    .join("");
  const validations =
    rules.length === 0
      ? ""
      : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
  packing.whole(
    sheetPath(0),
    `${sheetStart}${rowsStart}<row r="1">${header}</row>${rowsEnd}${validations}${sheetEnd}`,
  );
  const table = [
    own.head,
    ...columns.map(({ header, what, input, isNeeded, units, choices, help }) => [
      header,
      input ?? "",
      isNeeded ? own.needed : "",
      units.join(", "),
      choices.length > mostChoicesTold
        ? `${choices.slice(0, mostChoicesTold).join(", ")}, … (${own.any})`
        : choices.join(", "),
      what === "answer" ? help : own[what],
    ]),
  ];
  packing.whole(sheetPath(1), sheetOf(table));
  const most = Math.max(0, ...lists.map(({ choices }) => choices.length));
  const choices = Array.from({ length: most + 1 }, (_, row) =>
    lists.map((list) => (row === 0 ? list.header : (list.choices[row - 1] ?? ""))),
  );
  packing.whole(sheetPath(2), sheetOf(choices));
  return packing.end();
}

function sheetOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells, row) => {
    const own = row === 0 ? style.header : style.text;
    const texts = cells.map((cell, at) => textCell(row + 1, at + 1, cell, own));
    return `<row r="${row + 1}">${texts.join("")}</row>`;
  });
  return sheetStart + rowsStart + lines.join("") + rowsEnd + sheetEnd;
}

/** `B2` as `$B$2`. */
function fixed(place: string): string {
  return place.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
}
