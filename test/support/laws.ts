/** What the laws are tried with: bundled by `bundle-laws.ts`, and loaded from there by the tests. */
export { fuzzGround, spoiltAnswers, spoiltMadeFile, spoiltOwnFile } from "./fuzz-cases.ts";
export { differences, planOf } from "./oracle/compare.ts";
export { generateAnswers, generateModel } from "./oracle/generate.ts";
