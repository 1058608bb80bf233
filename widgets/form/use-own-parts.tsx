import type { ComponentChildren, VNode } from "preact";
import { useRef } from "preact/hooks";
import { useSetting } from "../setting.ts";
import { areSame } from "../still.tsx";
import { FormContext, useForm } from "./form-context.ts";

/** A part of a form: a question, or an item with its questions. */
export interface Part {
  /** What it shows of the draft and of what stands around it; compared one by one, by identity. */
  readonly own: readonly unknown[];
  /** What it shows of all that a draft does not hold; asked for only when some of that has changed. */
  readonly told: () => readonly unknown[];
  readonly draw: () => ComponentChildren;
}

interface Drawn {
  readonly own: readonly unknown[];
  readonly ground: object;
  readonly told: readonly unknown[];
  readonly node: VNode;
}

/**
 * Draws the parts of a form, each by its key, anew only where something of its own has changed: a key pressed in one of
 * hundreds of items leaves the others as they are, and so does a result that asks them nothing else. Each part hands its
 * fields the state that it was last drawn with, so these hear of nothing but what is theirs.
 */
export function useOwnParts(): (key: string | number, part: Part) => VNode {
  const setting = useSetting();
  const state = useForm();
  const drawn = useRef<ReadonlyMap<string | number, Drawn>>(new Map());
  const before = drawn.current;
  const now = new Map<string | number, Drawn>();
  drawn.current = now;
  const { ground } = state;
  return (key, part) => {
    const last = before.get(key);
    const own = [setting, ...part.own];
    const isOwn = last !== undefined && areSame(last.own, own);
    const told = isOwn && last.ground === ground ? last.told : part.told();
    const node =
      isOwn && areSame(last.told, told) ? (
        last.node
      ) : (
        <FormContext.Provider key={key} value={state}>
          {part.draw()}
        </FormContext.Provider>
      );
    now.set(key, { own, ground, told, node });
    return node;
  };
}
