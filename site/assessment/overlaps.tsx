import type { ComponentChildren } from "preact";
import type { Overlap } from "../../engine/assessment/assessment.ts";
import { SourceLine } from "../../widgets/result/source-line.tsx";
import { useSetting } from "../../widgets/setting.ts";
import { Words } from "../../widgets/text/words.tsx";
import type { AssessmentWords } from "./words.ts";

/** What two projects may count both. It stands above every figure that adds them up. */
export function Overlaps({
  overlaps,
  words,
}: {
  readonly overlaps: readonly Overlap[];
  readonly words: AssessmentWords;
}): ComponentChildren {
  const { language } = useSetting();
  if (overlaps.length === 0) return null;
  return (
    <section class="notice warning" aria-labelledby="overlaps">
      <h3 id="overlaps">{words.overlaps}</h3>
      <ul>
        {overlaps.map(({ id, projects, label, because, source }) => (
          <li key={`${id} ${projects.join(" ")}`}>
            <strong>
              <Words label={label} language={language} />
            </strong>{" "}
            <Words label={because} language={language} /> <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
