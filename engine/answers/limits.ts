import type { Limit } from "./question.ts";

/** Whether something keeps to a limit, by how it compares with the bound: below zero, zero or above. */
export function keepsTo(kind: Limit["kind"], order: number): boolean {
  switch (kind) {
    case "min":
      return order >= 0;
    case "max":
      return order <= 0;
    case "above":
      return order > 0;
    case "below":
      return order < 0;
  }
}
