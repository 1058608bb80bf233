/** A mapping of columns as a page saves it beside its file, and reads it from a file that a visitor opens. */
export { readMapping, writeMapping } from "../batch/mapping-file.ts";
