import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { Language } from "../build/page.ts";
import { Pick } from "./fields.tsx";
import { IssueList } from "./issue-list.tsx";
import { portfolioWords } from "./portfolio-words.ts";
import type { Run } from "./use-run.ts";

/** Chooses the column by which results are added up, before or after they are calculated. */
export function GroupPick({
  id,
  label,
  hint,
  header,
  column,
  language,
  onPick,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** The columns of the file. */
  readonly header: readonly string[];
  readonly column: number | undefined;
  readonly language: Language;
  readonly onPick: (column: number | undefined) => void;
}): VNode {
  const text = portfolioWords[language];
  // Not drawn again with every progress, of a file with many columns.
  const options = useMemo(
    () =>
      header.map((name, at) => (
        <option key={at} value={at.toString()} selected={at === column}>
          {at + 1} {name}
        </option>
      )),
    [header, column],
  );
  return (
    <Pick
      id={id}
      label={label}
      value={column?.toString() ?? ""}
      hint={hint}
      onPick={(value) => onPick(value === "" ? undefined : Number.parseInt(value, 10))}
    >
      <option value="">{text.noGroups}</option>
      {options}
    </Pick>
  );
}

/** Adds the results up by another column, without calculating again. */
export function GroupChoice({
  language,
  run: { header, summary, grouping, groupIssues },
  onPick,
}: {
  readonly language: Language;
  readonly run: Run;
  readonly onPick: (column: number | undefined) => void;
}): VNode {
  const text = portfolioWords[language];
  return (
    <>
      <h3>{text.groupAgain}</h3>
      <GroupPick
        id="group-again"
        label={text.groupAgainBy}
        hint={text.groupAgainHelp}
        header={header}
        column={grouping === undefined ? summary?.groups?.column : grouping.column}
        language={language}
        onPick={onPick}
      />
      {grouping !== undefined && (
        <div class="progress">
          <progress aria-label={text.grouping} max={1} value={grouping.part} />
        </div>
      )}
      {groupIssues !== undefined && groupIssues.length > 0 && (
        <IssueList issues={groupIssues} language={language} />
      )}
    </>
  );
}
