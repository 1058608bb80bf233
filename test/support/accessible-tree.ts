import {
  computeAccessibleDescription,
  computeAccessibleName,
  getRole,
} from "dom-accessibility-api";

/**
 * What assistive technology is told of a part of a page, as text: a line for each element with a role, deeper ones
 * further in, with name, description and state. Styles are not asked: what hides is told by its attributes.
 */
export function accessibleTree(root: Element): string {
  const lines: string[] = [];
  const walk = (element: Element, depth: number): void => {
    if (isHidden(element)) return;
    const line = lineOf(element);
    if (line !== undefined) lines.push(`${"  ".repeat(depth)}${line}`);
    for (const child of element.children) walk(child, line === undefined ? depth : depth + 1);
  };
  walk(root, 0);
  return `${lines.join("\n")}\n`;
}

/** Roles that say nothing of their own, and text, whose words stand in the names around it. */
const plain = new Set([
  "generic",
  "none",
  "presentation",
  "paragraph",
  "strong",
  "emphasis",
  "code",
]);

/** Roles that take their name from what they hold and are told by it. */
const heard = new Set([
  "term",
  "definition",
  "listitem",
  "caption",
  "subscript",
  "superscript",
  "status",
  "alert",
]);

const styles = {
  getComputedStyle: () => ({
    display: "inline",
    visibility: "visible",
    getPropertyValue: () => "",
  }),
} as unknown as Parameters<typeof computeAccessibleName>[1];

function lineOf(element: Element): string | undefined {
  const role = element instanceof HTMLDetailsElement ? "group" : getRole(element);
  const summary = element.tagName === "SUMMARY" ? "disclosure" : role;
  if (summary === null || plain.has(summary)) return undefined;
  const name = tidy(computeAccessibleName(element, styles));
  const words = name === "" && heard.has(summary) ? tidy(element.textContent ?? "") : name;
  const description = tidy(computeAccessibleDescription(element, styles));
  return [
    summary,
    ...(words === "" ? [] : [JSON.stringify(words)]),
    ...statesOf(element),
    ...(description === "" ? [] : [`— ${description}`]),
  ].join(" ");
}

function statesOf(element: Element): readonly string[] {
  const level = /^H([1-6])$/.exec(element.tagName)?.[1];
  const told = ["aria-expanded", "aria-invalid", "aria-live"].flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null || value === "false" ? [] : [`${name.slice(5)}=${value}`];
  });
  return [
    ...(level === undefined ? [] : [`level=${level}`]),
    ...(element instanceof HTMLDetailsElement ? [element.open ? "open" : "closed"] : []),
    ...(element instanceof HTMLInputElement && element.type === "radio" && element.checked
      ? ["checked"]
      : []),
    ...(element instanceof HTMLInputElement && element.type === "text" && element.value !== ""
      ? [`value=${JSON.stringify(element.value)}`]
      : []),
    ...(element.hasAttribute("disabled") ? ["disabled"] : []),
    ...told,
  ];
}

function isHidden(element: Element): boolean {
  return element.getAttribute("aria-hidden") === "true" || element.hasAttribute("hidden");
}

/** One line, without what changes from day to day and from release to release. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\d{1,2} [A-Z][a-z]+ 20\d\d$/u, "(day)")
    .replace(/^[0-9a-f]{12}$/, "(hash)")
    .replace(/^santei \d.*$/, "(engine)");
}
