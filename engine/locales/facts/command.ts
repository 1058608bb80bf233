/** The facts behind each issue of this phase, by code. */
export interface CommandFacts {
  readonly "file-unreadable": { readonly file: string; readonly reason: string };
  readonly "library-empty": { readonly folder: string };
  readonly "table-unknown": { readonly table: string; readonly known: readonly string[] };
  readonly "slips-need-tests": { readonly methodology: string; readonly tests: readonly string[] };
  readonly "answers-missing": { readonly inputs: readonly string[] };
}
