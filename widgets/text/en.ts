import { grouped } from "./figures.ts";
import type { Text } from "./text.ts";

export const en: Text = {
  space: " ",
  yes: "Yes",
  no: "No",
  choose: "Choose",
  unanswer: "Take the choice back",
  optional: "optional",
  assumed: "assumed",
  help: "More about this",
  basics: "Basics",
  entry: "Entry",
  remove: "Remove",
  duplicate: "Duplicate",
  add: (item) => `Add: ${item}`,
  items: (count) => (count === 1 ? "1 item" : `${grouped(count)} items`),
  full: (most) => `Up to ${grouped(most)} items can be entered.`,
  answered: (count) => `${grouped(count)} answered`,
  unitOf: (question) => `Unit of ${question}`,
  usual: (range) => `Usually ${range}.`,
  assumedHint: (value, note) =>
    `Left empty, ${value} is assumed${note === undefined ? "" : ` (${note})`}.`,
  limits({ min, max, above, below, isSoft, isTime }) {
    if (isTime) {
      const span = [min && `from ${min}`, max && `to ${max}`].filter(Boolean).join(" ");
      return span.charAt(0).toUpperCase() + span.slice(1);
    }
    const low = min === undefined ? above && `more than ${above}` : `at least ${min}`;
    const high = max === undefined ? below && `less than ${below}` : `at most ${max}`;
    const both = [low, high].filter((one) => one !== undefined).join(", ");
    if (both === "") return "";
    const sentence = isSoft ? `usually ${both}.` : `${both}.`;
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  monitoring: (group) => `Monitoring${group === undefined ? "" : ` (class ${group})`}:`,
  partsLater: "Once the period is entered, there is a field for each of its parts.",
  partsAfter: (day) =>
    `Once “${day}” is entered, the questions for each year or part of the period appear here.`,
  period: "Period to calculate for",
  periodByYear: "A fiscal year",
  periodByDates: "From one day to another",
  periodFrom: "First day",
  periodTo: "Last day",
  fiscalYear: "Fiscal year (April to March)",
  yearsHeld: "Years that the coefficient tables hold. What needs them has no result for others.",
  yearPreset: (year) =>
    `It begins with ${year}, the newest year for which every table has most of its values.`,
  yearLacks: (year, table, isPartly) =>
    `For ${year} there are ${isPartly ? "few" : "no"} values in “${table}”. Where one is missing, choose to enter the coefficient yourself (a measured value), where that is offered.`,
  heldYears: (most, some) =>
    `: ${[most, some === "" ? "" : `${some} (some only)`].filter(Boolean).join(", ") || "none"}`,
  questions: "Your entries",
  calculate: "Calculate",
  sets: "What you enter",
  plan: "Plan (before)",
  actual: "Actual",
  instead: "Alternative",
  setsHelp: "Plan and actual are entered apart; with both, the results are compared.",
  copyPlan: (set) => `Copy the plan into “${set}”`,
  look: "Text size, colours, language",
  errors: (count) =>
    count === 1 ? "Please check 1 entry" : `Please check ${grouped(count)} entries`,
  missing: (question) => `Please answer “${question}”.`,
  result: "Result",
  resultOf: (set) => `Result: ${set}`,
  noResult: "The result appears here as you enter.",
  busy: "Calculating…",
  outdated: "Some entries cannot be read; this is the result of those that can.",
  engineFailed: "There is no result",
  again: "Calculate again",
  notCreditable: "Not creditable",
  undecided: "Whether it is eligible is not decided yet.",
  needsAnswers: (count) =>
    count === 1
      ? "1 more answer is needed for a result."
      : `${grouped(count)} more answers are needed for a result.`,
  needsHelp: "Answers needed",
  stopped: "No value",
  failed: "Cannot be calculated",
  none: "–",
  rangeNote: "The result certainly lies within this range.",
  looseRange: "The range is a wide estimate.",
  digitsNote: (digits) => `Certain to ${digits} significant digits.`,
  axes: { years: "Fiscal year", parts: "Period", members: "Category" },
  units: {
    h: "h",
    day: "days",
    month: "months",
    yr: "yr",
    JPY: "yen",
    kNm3: "1,000 Nm3",
  },
  bases: { hhv: " (HHV)", lhv: " (LHV)", dry: " (dry)" },
};
