import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { GroupSummary, Groups, OutputSummary } from "../../engine/portfolio/types.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import { typeset } from "../../widgets/text/words.tsx";
import type { Language } from "../build/page.ts";
import { Scrolled } from "./fields.tsx";
import { IssueList } from "./issue-list.tsx";
import { portfolioWords } from "./portfolio-words.ts";
import type { GroupFilter } from "./results.tsx";
import { isAdditive, outputName } from "./totals.tsx";

const groupsAtOnce = 25;

/** Sums of the rows that have the same cell in a column. */
export function GroupsTable({
  language,
  groups: { header, groups, others, issue },
  outputs,
  onLook,
}: {
  readonly language: Language;
  readonly groups: Groups;
  readonly outputs: readonly OutputSummary[];
  readonly onLook: (group: GroupFilter) => void;
}): VNode {
  const text = portfolioWords[language];
  const [most, setMost] = useState(groupsAtOnce);
  const summed = outputs.flatMap((output, at) =>
    isAdditive(output.unit) && groups.some(({ sums }) => sums[at] !== undefined)
      ? [{ output, at }]
      : [],
  );
  const name = text.groups(header);
  const line = (
    key: string,
    words: string,
    group: Omit<GroupSummary, "name" | "id">,
    look: VNode | null,
  ): VNode => (
    <tr key={key}>
      <th scope="row">{words}</th>
      {summed.map(({ output, at }) => (
        <td key={output.id} class="end">
          {group.sums[at] === undefined
            ? text.none
            : writeFigure(group.sums[at] as string, language)}
        </td>
      ))}
      <td class="end">{writeFigure(group.rows.toString(), language)}</td>
      <td class="end">{writeFigure(group.issues.toString(), language)}</td>
      <td>{look}</td>
    </tr>
  );
  const wordsOf = (own: string): string => (own.trim() === "" ? text.blankGroup : own);
  const left = groups.length - most;
  return (
    <>
      <h4>{name}</h4>
      <p class="hint">{text.groupsHelp}</p>
      {issue !== undefined && <IssueList issues={[issue]} language={language} />}
      <Scrolled name={name}>
        <table>
          <caption class="unseen">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{text.group}</th>
              {summed.map(({ output }) => (
                <th key={output.id} scope="col" class="end">
                  {typeset(outputName(output, language))}
                </th>
              ))}
              <th scope="col" class="end">
                {text.counts.rows}
              </th>
              <th scope="col" class="end">
                {text.counts.issues}
              </th>
              <th scope="col">{text.look}</th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, most).map((group) => {
              const words = wordsOf(group.name);
              return line(
                group.id.toString(),
                words,
                group,
                <button
                  type="button"
                  aria-label={text.lookAt(words)}
                  onClick={() => onLook({ id: group.id, name: words })}
                >
                  {text.look}
                </button>,
              );
            })}
            {left <= 0 &&
              others !== undefined &&
              others.rows > 0 &&
              line("others", text.otherGroups, others, null)}
          </tbody>
        </table>
      </Scrolled>
      {left > 0 && (
        <p>
          <button type="button" onClick={() => setMost((now) => now + groupsAtOnce)}>
            {text.moreGroups(Math.min(left, groupsAtOnce))}
          </button>
        </p>
      )}
    </>
  );
}
