import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";

/** Expects what `toEqual` expects. For loops: what is equal is found so by Node, which is quicker by far. */
export function expectEqual(found: unknown, expected: unknown, message?: string): void {
  if (!isDeepStrictEqual(found, expected)) expect(found, message).toEqual(expected);
}
