import type { ComponentChildren, VNode } from "preact";
import { useRef } from "preact/hooks";

/** Whether two lists hold the same, one by one, by identity. */
export function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && now.every((one, index) => one === before[index]);
}

/**
 * A component that is drawn anew only when one of its properties is another one, by identity, or when what it uses of
 * its surroundings changes. What it is given is therefore kept (`answers/kept.ts`), and what it calls is steady.
 */
export function still<Props extends object>(
  Component: (props: Props) => ComponentChildren,
): (props: Props) => VNode {
  return function Still(props) {
    const drawn = useRef<{ readonly given: readonly unknown[]; readonly node: VNode }>(undefined);
    const given = Object.entries(props).flat();
    if (drawn.current === undefined || !areSame(drawn.current.given, given)) {
      drawn.current = { given, node: <Component {...props} /> };
    }
    return drawn.current.node;
  };
}
