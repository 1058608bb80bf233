import type { ServiceFacts } from "../facts/service.ts";
import type { Sentences } from "../facts.ts";

const parts = {
  request: "The request",
  caller: "The name of the calculator that asks",
  edition: "The id of the methodology",
  mode: "The mode",
  day: "The day as of which coefficients are read",
  steps: "The choice of steps",
  answers: "The answer record",
  replacements: "Each table in place of one of the edition",
} as const;

const expected = {
  request: "an object with caller, edition, answers, mode, asOf and steps",
  caller: "a text of 1 to 200 characters",
  edition: "an id, or an id with a version such as MEETING-1@0.1-r1",
  mode: "official, estimate or range",
  day: "a date such as 2026-04-01",
  steps: "true, false or a list of formula ids",
  answers: "an answers/1 record whose answers are texts, lists and maps of texts",
  replacements: "rows of texts with the SHA-256 of the table as hash",
} as const;

const measures = {
  characters: (limit: string) => `${limit} characters`,
  entries: (limit: string) => `${limit} entries`,
  depth: (limit: string) => `${limit} levels of lists within lists`,
  sets: (limit: string) => `${limit} sets of answers`,
} as const;

export const service: Sentences<ServiceFacts> = {
  superseded: () => "A newer calculation has taken the place of this one.",
  aborted: () => "The calculation was called off before it ended.",
  "calculation-too-long": ({ seconds }) =>
    `The calculation took longer than ${seconds} seconds and was ended. Fewer items, or entering the figures again, may help.`,
  "engine-stopped": () =>
    "The calculation stopped unexpectedly. Your entries are kept; change any of them to calculate again.",
  "engine-unavailable": () =>
    "The calculation engine could not be started. Reloading the page when you are online should start it.",
  "engine-fault": ({ message }) =>
    `The engine met a fault of its own and gives no result: ${message}. Please report it with your entries.`,
  "request-malformed": ({ part }) => `${parts[part]} should be ${expected[part]}.`,
  "request-too-large": ({ measure, limit }) =>
    `The answers are too large: at most ${measures[measure](limit)} can be calculated at once.`,
  "edition-unknown": ({ edition }) =>
    `There is no methodology ${edition} here. It should be one of those listed in the catalogue.`,
  "edition-unreachable": ({ edition, reason }) =>
    `The methodology ${edition} could not be loaded (${reason}). It should load once the connection is back.`,
  "table-unreachable": ({ edition, table, reason }) =>
    `These answers need the table ${table} of ${edition}, which could not be loaded (${reason}). It should load once the connection is back.`,
  "edition-too-large": ({ edition, limit }) =>
    `The methodology ${edition} is larger than ${limit} bytes and was not loaded.`,
  "edition-changed": ({ edition }) =>
    `The methodology ${edition} differs from the one this page lists. Reloading the page should bring the present one.`,
};
