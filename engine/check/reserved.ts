import { functionNames } from "./build-functions.ts";

const words = [
  ...["and", "or", "not", "where", "true", "false", "year", "years", "part", "parts", "period"],
  ...["none", "stop"],
];

const reserved: ReadonlySet<string> = new Set([...words, ...functionNames]);

/** Words of the language, which name nothing of a file. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}
