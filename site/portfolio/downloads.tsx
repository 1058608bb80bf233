import type { VNode } from "preact";
import { describePortfolioIssue } from "../../engine/portfolio/sentences.ts";
import type { DownloadRequest, PortfolioClient } from "../../engine/portfolio/types.ts";
import { saveFile } from "../../widgets/out/save-file.ts";
import type { Language } from "../build/page.ts";
import { portfolioWords } from "./portfolio-words.ts";

const types = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Hands a file of the worker's over, and says so. */
export async function saveBlob(
  name: string,
  as: keyof typeof types,
  asked: ReturnType<PortfolioClient["download"]>,
  language: Language,
  onSay: (words: string) => void,
): Promise<void> {
  const text = portfolioWords[language];
  onSay(text.saving(name));
  const answer = await asked;
  if (answer.ok) saveFile(name, answer.value, types[as]);
  if (answer.ok) onSay(text.saved(name));
  else {
    const reasons = answer.issues.map((issue) => describePortfolioIssue(issue, language));
    onSay([text.notSaved, ...reasons].join(language === "en" ? " " : ""));
  }
}

/** Results and rejects as files. */
export function Downloads({
  language,
  client,
  name,
  issues,
  onSay,
}: {
  readonly language: Language;
  readonly client: PortfolioClient;
  readonly name: string;
  /** How many rows have issues. */
  readonly issues: number;
  readonly onSay: (words: string) => void;
}): VNode {
  const text = portfolioWords[language];
  const save = (request: DownloadRequest): void => {
    const file = `${name}-${request.what}.${request.as}`;
    void saveBlob(file, request.as, client.download(request), language, onSay);
  };
  const buttons = (what: DownloadRequest["what"], words: string): VNode => (
    <ul class="actions">
      {(["csv", "xlsx"] as const).map((as) => (
        <li key={as}>
          <button type="button" onClick={() => save({ what, as })}>
            {words} ({text.kinds[as]})
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <h3>{text.downloads}</h3>
      <p class="hint">{text.downloadsHelp}</p>
      {buttons("results", text.resultsFile)}
      {issues === 0 ? <p>{text.noRejects}</p> : buttons("rejects", text.rejectsFile)}
      {issues > 0 && <p class="hint">{text.rejectsHelp}</p>}
    </>
  );
}
