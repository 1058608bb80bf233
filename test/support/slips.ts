import { check } from "../../engine/check.ts";
import type { Issue } from "../../engine/issue.ts";
import { parse } from "../../engine/parse.ts";
import { type FileInput, type ReadInput, read } from "../../engine/read.ts";
import { methodologyInput } from "./editions.ts";
import { grove } from "./grove.ts";
import { inputFrom } from "./load.ts";

/** One wrong edit of a file, and what the author is told. */
export interface Slip {
  readonly name: string;
  /** The file below `methodologies/`, or that of the grove. */
  readonly file: string;
  /** Occurs once in the file. */
  readonly find: string;
  readonly replace: string;
  readonly code: string;
  /** The line that is pointed at, the characters underlined between `«` and `»`. */
  readonly caret: string;
  readonly ja: string;
  readonly en: string;
  /** Of an issue that does not stop an author. */
  readonly severity?: "warning";
}

/** The methodology in which a slip in a shared file is met. */
const usedBy: readonly (readonly [string, string, string])[] = [
  ["components/grid-electricity/", "EN-S-001", "1.0-r1"],
  ["components/lorry-tonne-km/", "AG-004", "2.0-r1"],
  ["coefficients/fuels/", "EN-S-001", "1.0-r1"],
  ["coefficients/grid-factors/", "AG-004", "2.0-r1"],
  ["coefficients/", "MEETING-1", "1.0-r1"],
];

export interface Slipped {
  /** How often the text to be replaced occurs. */
  readonly times: number;
  readonly text: string;
  readonly issues: readonly Issue[];
}

const startOfTests = "\ntests:\n";

/** Tests make up most of a long file, and a slip above them is told without them. */
function withoutTests(text: string): string {
  return `${text.slice(0, text.indexOf(startOfTests))}\n`;
}

/** Reads and checks a methodology of this repository with one edit made in one of its files. */
export async function slipped({
  file,
  find,
  replace,
}: Pick<Slip, "file" | "find" | "replace">): Promise<Slipped> {
  const [id = "", version = ""] =
    usedBy.find(([folder]) => file.startsWith(folder))?.slice(1) ?? file.split("/");
  let times = 0;
  let edited = "";
  const edit = (name: string, text: string): string => {
    if (name !== file) return text;
    times = text.split(find).length - 1;
    edited = text.replace(find, () => replace);
    return text.indexOf(find) < text.indexOf(startOfTests) ? withoutTests(edited) : edited;
  };
  const editFile = (input: FileInput): FileInput => {
    const folder = input.file.slice(0, input.file.lastIndexOf("/") + 1);
    const beside = async (name: string) => {
      const text = await input.beside(name);
      return text === undefined ? undefined : edit(folder + name, text);
    };
    return { file: input.file, text: edit(input.file, input.text), beside };
  };
  const input = await (id === "grove"
    ? { ...inputFrom({ "methodology.yaml": grove }), file: "grove/methodology.yaml" }
    : methodologyInput(id, version));
  const editedInput: ReadInput = {
    ...editFile(input),
    edition: async (kind, reference) => {
      const found = await input.edition(kind, reference);
      return found === undefined ? undefined : editFile(found);
    },
  };
  const methodology = await read(editedInput);
  const parsed = methodology.ok ? parse(methodology.value) : methodology;
  const checked = parsed.ok ? check(parsed.value) : parsed;
  return { times, text: edited, issues: checked.ok ? checked.warnings : checked.issues };
}

/** A sentence without the numbers of lines, which move when a file grows above them. */
export function withoutLines(sentence: string): string {
  return sentence
    .replace(/(\.(?:yaml|csv):)\d+/g, "$1…")
    .replace(/line \d+/g, "line …")
    .replace(/\d+行目/g, "…行目");
}
