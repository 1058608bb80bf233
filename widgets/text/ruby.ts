import { Fragment, options, type VNode } from "preact";
import { withoutReadings } from "./language.ts";
import { typeset } from "./words.tsx";

/** Elements that hold text alone; a browser shows no ruby in them. */
const plainElements: ReadonlySet<string> = new Set(["option", "title", "textarea", "text"]);
const readAttributes = ["aria-label", "title", "alt", "placeholder"] as const;

/** Whether a text has a whole mark: half of one, as a person may type it, stays as it is. */
function isMarked(value: unknown): value is string {
  return typeof value === "string" && withoutReadings(value) !== value;
}

function plain(child: unknown): unknown {
  if (Array.isArray(child)) return child.map(plain);
  return isMarked(child) ? withoutReadings(child) : child;
}

/** A node whose marked text becomes ruby, or plain text where a browser shows no ruby. */
function draw(vnode: VNode): void {
  // Text has no type, and stands where an element has its properties.
  const node = vnode as unknown as { type: unknown; props: unknown };
  if (isMarked(node.props) && node.type === null) {
    node.type = Fragment;
    node.props = { children: typeset(node.props) };
  } else if (typeof node.type === "string") {
    const props = node.props as Record<string, unknown>;
    for (const name of readAttributes) {
      if (isMarked(props[name])) props[name] = withoutReadings(props[name]);
    }
    if (plainElements.has(node.type)) props.children = plain(props.children);
  }
}

let isDrawn = false;

/**
 * From now on every text that Preact draws has its readings as ruby, so that no component has to know which of its
 * sentences bear marks. It is called where easy Japanese has come, and never before.
 */
export function drawRuby(): void {
  if (isDrawn) return;
  isDrawn = true;
  const before = options.vnode;
  options.vnode = (vnode) => {
    draw(vnode);
    before?.(vnode);
  };
}
