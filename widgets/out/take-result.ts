import type { AnswerSet } from "../../engine/answers/record.ts";
import type { CalculationResult } from "../../engine/result/result.ts";
import type { Draft } from "../answers/draft.ts";
import type { DetailsSetting } from "../text/details-setting.ts";
import { outTextOf } from "../text/out-text.ts";
import { pictureOf, pngOf } from "./picture.tsx";
import { resultCsv } from "./result-csv.ts";
import { saveFile } from "./save-file.ts";

/** Saves a result as a file of a kind, and gives the sentence that says so, or why not. */
export async function takeResult(
  kind: "csv" | "json" | "svg" | "png",
  setting: DetailsSetting,
  result: CalculationResult,
  answers: AnswerSet,
  draft: Draft,
): Promise<string> {
  const out = outTextOf(setting);
  const { id, version } = result.methodology;
  const name = `${id}-${version}-result.${kind}`;
  switch (kind) {
    case "csv":
      saveFile(name, resultCsv({ ...setting, out }, result, answers, draft), "text/csv");
      break;
    case "json":
      saveFile(name, `${JSON.stringify(result, null, 2)}\n`, "application/json");
      break;
    case "svg":
      saveFile(name, pictureOf(setting, result), "image/svg+xml");
      break;
    case "png": {
      const picture = await pngOf(pictureOf(setting, result));
      if (picture === undefined) return out.notDrawn;
      saveFile(name, picture, "image/png");
      break;
    }
  }
  return setting.text.taken(name);
}
