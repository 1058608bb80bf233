import type { ComponentChildren, VNode } from "preact";
import type { CheckResult, UseResult, VariantResult } from "../../engine/assessment/assessment.ts";

/** A sign beside the words that say the same, so that nothing hangs on colour. */
export type MarkKind = "good" | "bad" | "open" | "care";

const signs: Readonly<Record<MarkKind, string>> = {
  good: "✓",
  bad: "✕",
  open: "?",
  care: "!",
};

export function Mark({
  mark,
  children,
}: {
  readonly mark: MarkKind;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <span class={`sign ${mark}`}>
      <span aria-hidden="true">{signs[mark]}</span>
      {children}
    </span>
  );
}

export function markOfStatus(status: VariantResult["status"]): MarkKind {
  switch (status) {
    case "ready":
      return "good";
    case "needs_answers":
      return "open";
    case "does_not_apply":
      return "bad";
    case "failed":
      return "care";
  }
}

/** A warning or a threshold that fails ends no project. */
export function markOfCheck({ outcome, weight }: CheckResult): MarkKind {
  if (outcome === "holds") return "good";
  if (outcome === "unknown") return "open";
  return weight === "condition" ? "bad" : "care";
}

export function markOfUse({ open }: UseResult): MarkKind {
  return open === "open" ? "good" : open === "closed" ? "bad" : "open";
}
