import type { CommandFacts } from "../facts/command.ts";
import type { Sentences } from "../facts.ts";

export const command: Sentences<CommandFacts> = {
  "file-unreadable": ({ file, reason }) =>
    `The file ${file} cannot be read${reason === "" ? "" : ` (${reason})`}. Name a file that is there, or - for standard input.`,
  "library-empty": ({ folder }) =>
    `There is no methodology in ${folder}. Name the files to look at, or run this in a folder with \`methodologies\`.`,
  "table-unknown": ({ table, known }) =>
    known.length === 0
      ? `This methodology has no table that can be replaced, and so none called ${table}.`
      : `There is no replaceable table ${table} here. It should be one of: ${known.join(", ")}.`,
  "slips-need-tests": ({ methodology, tests }) =>
    `No slips were planted in ${methodology}, because ${tests.length === 1 ? "this worked test fails" : "these worked tests fail"} without any: ${tests.join(", ")}. Each slip would count as found. Mend the ${tests.length === 1 ? "test or what it finds" : "tests or what they find"} first.`,
  "answers-missing": ({ inputs }) =>
    `${inputs.length === 1 ? "An answer is" : "Answers are"} missing for this result: ${inputs.join(", ")}. \`santei show\` tells what each should be.`,
};
