import { grouped } from "./figures.ts";
import type { OutText } from "./out-text.ts";

export const outEn: OutText = {
  size: "Text size",
  sizes: { normal: "Normal", large: "Large", larger: "Very large" },
  contrast: "Contrast",
  contrasts: { normal: "Normal", high: "High" },
  language: "Language",
  readings: "Readings above kanji",
  readingsShown: "Show",
  readingsHidden: "Hide",
  shareHelp:
    "The link opens with the entries as they are now. They are inside the link, so whoever receives it can read them. Nothing is sent to a server.",
  shareAddress: "Link to share",
  shareCopy: "Copy the link",
  shareCopied: "The link has been copied.",
  shareNotCopied: "It could not be copied. Select the link and copy it.",
  shareCode: "QR code of the link to share",
  shareTooLong: (letters) =>
    `The link is too long for a QR code (${grouped(letters)} letters). Hand over the file of “Save the answers to a file” instead: it can be opened in the same way.`,
  shareOwnTables: "Your own tables are not in the link.",
  shareNoPage: "No link can be made here. Please use “Save the answers to a file”.",
  shareOpened: "The entries of the link are open.",
  shareOpenedOther: (version) =>
    `The link was made with version ${version}. This version calculates it now, and answers whose names have changed were moved.`,
  shareProblems: {
    damaged:
      "This link is cut off or damaged and cannot be opened. Please copy the whole link. Your entries stay as they are.",
    newer:
      "This link was made in a newer way and cannot be opened. Please reload the page. Your entries stay as they are.",
    too_long:
      "This link is too long to be opened. Please ask for a file instead. Your entries stay as they are.",
    not_answers: "There are no answers in this link. Your entries stay as they are.",
    other_methodology:
      "This link holds answers for another calculation. Your entries stay as they are.",
    too_large:
      "This link holds more answers than this calculation can take. Your entries stay as they are.",
  },
  notDrawn: "This browser could not make the picture. Please try SVG.",
  columns: {
    part: "Kind",
    id: "Id",
    name: "Name",
    place: "Place",
    value: "Value",
    low: "Low",
    high: "High",
    unit: "Unit",
    shown: "Shown",
    shownUnit: "Shown in",
    note: "Note",
  },
  parts: {
    entry: "entry",
    result: "result",
    assumed: "assumed value",
    unconfirmed: "not confirmed at its source",
    record: "record of the calculation",
  },
  statement: "Offset statement (draft)",
  statementNotice:
    "This is a copy of a calculation. It is no official certificate, and it does not prove that credits have been retired.",
  statementDetails:
    "What the statement says (fields may stay empty and be filled in by hand; nothing is stored)",
  statementWhat: "Subject (name of the meeting or event)",
  statementWho: "Organiser",
  statementWhen: "Held on",
  statementCredits: "Credits to be retired (kind, project, identification numbers)",
  statementCreditsHelp: "As the notice of the registry says.",
  statementAmounts: "What was counted",
  statementEntries: "Entries behind it",
  statementNone: "none",
  statementSettled: "Record of retirement",
  statementSettledHelp: "To be filled in when the notice of retirement has come.",
  statementMade: "Made on",
  statementPrint: "Print the statement",
  statementClose: "Close the statement",
  toFill: "(to be filled in)",
};
