import { inject } from "vitest";

/** What the laws are tried with, as one bundle. */
export function loadLaws(): Promise<typeof import("./laws.ts")> {
  return import(/* @vite-ignore */ inject("laws"));
}
