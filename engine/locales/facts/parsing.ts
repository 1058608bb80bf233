/** The facts behind each issue of this phase, by code. */
export type ParsingFacts = {};
