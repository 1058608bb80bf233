import type { BatchFacts } from "../facts/batch.ts";
import type { Sentences } from "../facts.ts";

export const batch: Sentences<BatchFacts> = {
  "batch-empty": () => "The file has no header. Its first line should name the columns.",
  "batch-encoding": ({ row }) =>
    `The text after row ${row} is neither UTF-8 nor Shift_JIS throughout. Save the file as CSV in UTF-8.`,
  "batch-row-too-long": ({ row, line, most }) =>
    `Row ${row}, on line ${line}, has more than ${most} bytes. Look for a cell that holds a whole document; all rows before it are done.`,
  "batch-quote-open": ({ row, line }) =>
    `In row ${row}, which begins on line ${line}, a quotation mark (") is not closed. Close or remove it; all rows before it are done.`,
  "batch-too-many-columns": ({ count, most }) =>
    `The file has ${count} columns; at most ${most} are read. Leave out those that no question needs.`,
  "batch-no-columns": ({ examples }) =>
    `No column belongs to a question of this methodology. Headers should be ids or labels such as ${examples.join(", ")}; \`santei show\` lists them.`,
  "batch-column-unknown": ({ column, header, meant }) =>
    `Column ${column}, "${header}", belongs to no question${meant === undefined ? "" : `; perhaps "${meant}" was meant`}. It goes along to the results unread.`,
  "batch-column-ambiguous": ({ column, header, meant }) =>
    `Column ${column}, "${header}", could be any of ${meant.join(", ")}. Use one of these ids as its header.`,
  "batch-column-twice": ({ column, header, other }) =>
    `Column ${column}, "${header}", answers the same as "${other}". Leave one of them out.`,
  "batch-column-unit": ({ column, header, unit, units }) =>
    `Column ${column}, "${header}", is in ${unit}, which this question is not asked in. It should be in ${units.join(" or ")}.`,
  "batch-column-keys": ({ column, header, example }) =>
    `Column ${column}, "${header}", should say for what its cells are, such as ${example}.`,
  "batch-column-unmapped": ({ column, header }) =>
    `The mapping says nothing about column ${column}, "${header}". It goes along to the results unread.`,
  "batch-inputs-unmapped": ({ inputs }) =>
    `No column answers ${inputs.join(", ")}. Every row would come back for that.`,
  "batch-mapping-too-long": ({ most }) =>
    `The mapping has more than ${most} characters. It should be a file that was saved as a mapping of columns.`,
  "batch-mapping-shape": ({ where }) =>
    where === ""
      ? "The mapping is not JSON of the format batch-mapping/1. Save it again, or start without it."
      : `In the mapping, ${where} is not as the format batch-mapping/1 has it. Mend it, or start without the mapping.`,
  "batch-mapping-other": ({ made, id }) =>
    `The mapping was made for ${made}, but this is ${id}. Make one for it, or start without the mapping.`,
  "batch-mapping-edition": ({ made, version }) =>
    `The mapping was made for the edition ${made}; this is ${version}. It is used where it still fits: look it over.`,
  "batch-mapping-input": ({ column, header, input, meant }) =>
    `Column ${column}, "${header}", is mapped to ${input}, which this methodology does not ask${meant === undefined ? "" : `; perhaps ${meant} was meant`}.`,
  "batch-mapping-column-missing": ({ header }) =>
    `The mapping names a column "${header}", which the file does not have. Take it out of the mapping, or mend the header.`,
  "batch-case-wanted": () =>
    "With rows as items, a column should tell the case of each row: call it `case`, or name it with --case.",
  "batch-one-list-wanted": ({ lists }) =>
    lists.length === 0
      ? "With rows as items, some columns should belong to a list; here all belong to the whole."
      : `With rows as items, the columns should belong to one list, but these belong to ${lists.join(", ")}.`,
  "batch-cells": ({ row, found, expected }) =>
    `Row ${row} has ${found} cells; the header has ${expected}. Look for a comma too many or too few.`,
  "batch-time-wanted": ({ row, header }) =>
    `Row ${row}: "${header}" is asked for each piece of the period, and this period is not one fiscal year. Give a column per year, such as "name[FY2021]".`,
  "batch-part-wanted": ({ row, header, part }) =>
    `Row ${row}: "${header}" is asked for each piece of the period, here also for the one that begins on ${part}. Give a column per piece, such as "name[${part}]".`,
  "batch-case-blank": ({ row }) => `Row ${row} does not say which case it belongs to.`,
  "batch-case-differs": ({ row, header, found, first }) =>
    `Row ${row}: "${header}" is ${found}, but ${first} in an earlier row of the same case. It should be the same in all of them.`,
  "batch-case-again": ({ row, case: of }) =>
    `Row ${row} belongs to the case ${of}, whose other rows stood further up and were calculated without it. Sort the file by case.`,
  "batch-case-too-long": ({ case: of, most }) =>
    `The case ${of} has more than ${most} rows, the most that its list may have.`,
  "batch-case-waits": ({ rows }) =>
    `Nothing is wrong in this row, but its case cannot be calculated: see row ${rows.join(", ")}.`,
  "workbook-none": () =>
    "The file begins like a workbook, but it is not a whole one. Save it again as .xlsx, or as CSV.",
  "workbook-locked": () =>
    "The file is a workbook with a password, or of a kind from before 2007. Save it without a password as .xlsx, or as CSV.",
  "workbook-broken": ({ part }) =>
    `The workbook cannot be read${part === "" ? "" : ` (${part})`}. Open it in a spreadsheet and save it again as .xlsx, or as CSV.`,
  "workbook-cell-broken": ({ sheet, cell }) =>
    `The sheet "${sheet}" cannot be read beyond cell ${cell}. Open the workbook in a spreadsheet and save it again; all rows before it are done.`,
  "workbook-too-large": ({ part }) =>
    `The workbook unpacks to more than can be read safely${part === "" ? "" : ` (${part})`}. Save the sheet as CSV, or in several files.`,
  "workbook-sheet-missing": ({ sheet, sheets }) =>
    `The workbook has no sheet "${sheet}". It has ${sheets.map((name) => `"${name}"`).join(", ")}.`,
  "workbook-too-many-rows": ({ most }) =>
    `A sheet holds at most ${most} lines, and there are more results. Give the results a name that ends with .csv; nothing of the input is lost.`,
  "workbook-text-too-long": ({ row, column, most }) =>
    `Line ${row} of the results has a text in column ${column} that is longer than the ${most} characters of a cell. Give the results a name that ends with .csv; nothing of the input is lost.`,
  "portfolio-too-many-groups": ({ header, most }) =>
    `The column "${header}" has more than ${most} different cells. The first ${most} are added up each for itself, all others together.`,
  "portfolio-not-begun": () => "Choose a file first, and begin.",
  "portfolio-view-gone": () => "These rows are no longer held. Filter them again.",
  "file-there": ({ file }) =>
    `There is a file ${file} already, perhaps filled in. Name another, or delete it first.`,
  "batch-started-anew": ({ file }) =>
    `What an earlier run left beside ${file} was made from another file or with other options: it was begun anew.`,
  "batch-same-file": ({ file }) =>
    `${file} is named twice. What is read, the results and the rejects should be three different files.`,
  "batch-file-unreadable": ({ file, reason }) =>
    `The file ${file} cannot be read${reason === "" ? "" : ` (${reason})`}. What is done so far is kept: the same command goes on from there.`,
  "file-unwritable": ({ file, reason }) =>
    `The file ${file} cannot be written${reason === "" ? "" : ` (${reason})`}. Nothing is lost: make room or name another place, and the same command goes on from where it stopped.`,
};
