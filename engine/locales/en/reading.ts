import type { ReadingFacts, ValueKind } from "../facts/reading.ts";
import type { Sentences } from "../facts.ts";

const kinds: Readonly<Record<ValueKind, string>> = {
  text: "a text",
  list: "a list",
  map: "a map of keys and values",
};

const meantBy = (meant: string | undefined): string =>
  meant === undefined ? "" : ` Did you mean ${meant}?`;

export const reading: Sentences<ReadingFacts> = {
  "file-too-large": ({ limit }) =>
    `This file is larger than ${limit}. Move long tables to CSV files beside it.`,
  "file-too-long": ({ limit }) =>
    `This file has more than ${limit} words and signs. Move long tables to CSV files beside it.`,
  "file-empty": () => "This file is empty.",
  "not-utf8": () => "This file is not in UTF-8. Save it in UTF-8.",
  "byte-order-mark": () =>
    "This file begins with a byte order mark. It is passed over; save the file in UTF-8 without it.",
  "control-character": ({ character }) =>
    `There is a character here that cannot be seen (${character}). Delete it.`,
  "yaml-indent": () => "The indentation does not fit the lines above. Align it with its siblings.",
  "yaml-tab": () => "Lines are indented with spaces, not with tabs.",
  "yaml-colon": () =>
    "A text with a colon followed by a space needs quotes, and a key stands on a line of its own.",
  "yaml-unclosed": () =>
    "Something is not closed or not separated here: a bracket, a quote, a comma or a colon is missing. Within { } or [ ], texts with [ ] { } or , need quotes.",
  "yaml-escape": () =>
    "This escape is unknown. Within double quotes write \\\\ for a backslash, or use single quotes.",
  "yaml-start": ({ found }) => `A text cannot begin with ${found}. Put it in quotes.`,
  "yaml-quotes": () =>
    'Within { } or [ ], a text with brackets needs quotes: { expr: "grid[year].factor" }.',
  "yaml-syntax": () =>
    "This cannot be read as YAML. Check the indentation, and within { } or [ ] put texts with [ ] { } or , in quotes.",
  "yaml-anchor": ({ found }) =>
    `Anchors (${found}) are not used. Write the value where it is needed; put it in quotes if it begins with &.`,
  "yaml-alias": ({ found }) =>
    `Aliases (${found}) are not used. Write the value itself; put it in quotes if it begins with *.`,
  "yaml-tag": ({ found }) =>
    `Tags (${found}) are not used. Write the value alone; put it in quotes if it begins with !.`,
  "yaml-merge": () => "Merge keys (<<) are not used. Write the keys themselves.",
  "yaml-directive": ({ found }) => `Directives (${found}) are not used. Leave this line out.`,
  "yaml-documents": () => "A file holds one document. Leave out --- and what follows.",
  "nested-too-deep": ({ limit }) => `Values are nested more than ${limit} deep.`,
  "key-not-text": () => "A key is a text. Write one before the colon.",
  "key-reserved": ({ key }) => `${key} cannot be used as a key. Choose another name.`,
  "key-twice": ({ key, line }) =>
    `The key ${key} is here for the second time; the first is in line ${line}. Keep one of them.`,
  "value-empty": ({ key }) =>
    key === ""
      ? 'There is no value here. Write one, or "" for an empty text.'
      : `${key} has no value. Write one, leave the key out, or write "" for an empty text.`,
  "wrong-kind": ({ expected, found }) =>
    `This should be ${expected.map((kind) => kinds[kind]).join(" or ")}, but it is ${kinds[found]}.`,
  "key-unknown": ({ key, known, meant }) =>
    `The key ${key} is unknown here.${meantBy(meant)}${meant === undefined && known.length > 0 ? ` Known are ${known.join(", ")}.` : ""}`,
  "key-missing": ({ key }) => `The key ${key} is missing here.`,
  "not-one-of": ({ found, choices, meant }) =>
    choices.length === 1
      ? `This should be ${choices[0]}, but it is ${found}.`
      : `This should be one of ${choices.join(", ")}, but it is ${found}.${meantBy(meant)}`,
  "id-form": ({ found, write }) =>
    `${found} cannot be an id: ids have small letters, digits and _ and begin with a letter.${write === "" ? "" : ` Did you mean ${write}?`}`,
  "list-in-list": () =>
    "A list has no list among its fields. Declare a second list, and point at the first with a field of type item.",
  "format-unknown": ({ found, expected }) =>
    `This should be a file in the format ${expected}, but it says ${found}.`,
  "csv-name": ({ found }) =>
    `Rows are a list, or the name of a CSV file beside this one such as yields.csv, but this is ${found}.`,
  "csv-missing": ({ name }) => `There is no file ${name} beside this one.`,
  "csv-quote": () =>
    'A quote in this row is not closed. Within quotes write "" for a quote, and close them before the comma.',
  "csv-empty": () => "This table has no rows. Write a header and at least one row below it.",
  "csv-ragged": ({ expected, found }) =>
    `This row has ${found} cells, but the header has ${expected} columns. A cell with a comma needs quotes.`,
  "csv-header-empty": () => "This column has no name in the header.",
  "csv-header-twice": ({ column }) =>
    `The column ${column} is in the header twice. Keep one of them.`,
  "csv-column-missing": ({ column }) => `The column ${column} is missing in the header.`,
  "rows-too-many": ({ limit }) => `A table has at most ${limit} rows.`,
  "rows-many": ({ rows, limit }) =>
    `This table has ${rows} rows. Move tables of more than ${limit} rows to a CSV file beside this one.`,
  "row-cell-unknown": ({ column, known, meant }) =>
    `The table has no key or column ${column}.${meantBy(meant)}${meant === undefined ? ` It has ${known.join(", ")}.` : ""}`,
  "row-cell-missing": ({ column }) =>
    `${column} is missing in this row. Write none where the source gives no value.`,
  "row-cell-empty": ({ column }) =>
    `${column} is empty in this row. Write none where the source gives no value.`,
  "row-twice": ({ key, file, line }) =>
    `The row for ${key} is here for the second time; the first is in ${file}, line ${line}. Keep one of them.`,
  "edition-form": ({ found }) =>
    `An edition is named by id and version, such as fuels/1 or fuels/1-r1, but this is ${found}.`,
  "edition-missing": ({ kind, reference }) =>
    `There is no ${kind} ${reference}. Check the id and the version.`,
  "edition-other": ({ kind, reference, found }) =>
    `The ${kind} that was found for ${reference} calls itself ${found}. Correct its id and version or move it.`,
  "editions-too-many": ({ limit }) => `A methodology uses at most ${limit} tables and components.`,
  "component-circle": ({ circle }) =>
    `Components use each other in a circle: ${circle.join(" → ")}. One of them has to do without the other.`,
  "methodology-missing": ({ reference, meant }) =>
    `There is no methodology ${reference}.${meantBy(meant)}`,
};
