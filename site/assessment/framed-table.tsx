import type { ComponentChildren, VNode } from "preact";

/** A row with its head and its cells in the order of the columns. */
export interface FramedRow {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly cells: readonly ComponentChildren[];
}

/** A table that is scrolled sideways inside its own frame where the window is too narrow for it. */
export function FramedTable({
  name,
  heads,
  rows,
  isText = false,
  isNamed = false,
}: {
  readonly name: string;
  readonly heads: readonly ComponentChildren[];
  readonly rows: readonly FramedRow[];
  /** Whether its cells are words, which begin at the side where lines begin. */
  readonly isText?: boolean;
  /** Whether its name stands above it already. */
  readonly isNamed?: boolean;
}): VNode {
  const end = isText ? undefined : "end";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and these are figures.
    <div class="scroll" role="group" tabIndex={0} aria-label={name}>
      <table class={`values${isText ? " texts" : ""}`}>
        <caption>{isNamed ? <span class="unseen">{name}</span> : name}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={at} scope="col" class={at === 0 ? undefined : end}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
