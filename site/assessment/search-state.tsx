import type { VNode } from "preact";
import { useSetting } from "../../widgets/setting.ts";
import { typeset } from "../../widgets/text/words.tsx";
import { issueSentence } from "./issue-sentence.ts";
import type { Search } from "./use-search.ts";
import type { AssessmentWords } from "./words.ts";

/** How far a search is, said once, and why it found nothing. */
export function SearchState({
  search,
  done,
  words,
}: {
  readonly search: Search<unknown>;
  readonly done: string;
  readonly words: AssessmentWords;
}): VNode {
  const { language } = useSetting();
  const { isBusy, found, issues, isOld } = search;
  const said = isBusy
    ? words.busy
    : issues.length > 0
      ? words.notFound
      : found === undefined
        ? ""
        : done;
  return (
    <>
      <p role="status" class="said">
        {said}
      </p>
      {issues.length > 0 && (
        <ul class="message">
          {issues.map((issue, at) => (
            <li key={at}>{typeset(issueSentence(issue, language))}</li>
          ))}
        </ul>
      )}
      {isOld && !isBusy && <p class="note">{words.isOld}</p>}
    </>
  );
}
