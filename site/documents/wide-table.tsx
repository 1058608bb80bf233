import type { ComponentChildren, VNode } from "preact";

/** A table that is scrolled sideways inside its own frame where the window is too narrow for it. */
export function WideTable({
  label,
  heads,
  children,
}: {
  readonly label: string;
  readonly heads: readonly ComponentChildren[];
  readonly children: ComponentChildren;
}): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reached by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: the frame is no section of the text.
    <div class="wide" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th scope="col" key={at}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
