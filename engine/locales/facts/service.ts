/** The facts behind each issue of this phase, by code. */
export type ServiceFacts = {
  /** A newer call of the same calculator has taken its place. */
  readonly superseded: Record<never, never>;
  /** The caller took the call back. */
  readonly aborted: Record<never, never>;
  readonly "calculation-too-long": { readonly seconds: string };
  /** The worker died while it calculated. */
  readonly "engine-stopped": Record<never, never>;
  /** No worker can start here and there is no engine in its place. */
  readonly "engine-unavailable": Record<never, never>;
  /** A fault of ours, told instead of thrown. */
  readonly "engine-fault": { readonly message: string };
  readonly "request-malformed": {
    readonly part:
      | "request"
      | "caller"
      | "edition"
      | "mode"
      | "day"
      | "steps"
      | "answers"
      | "replacements";
  };
  readonly "request-too-large": {
    readonly measure: "characters" | "entries" | "depth" | "sets";
    readonly limit: string;
  };
  readonly "edition-unknown": { readonly edition: string };
  readonly "edition-unreachable": { readonly edition: string; readonly reason: string };
  /** A table whose rows are loaded apart; everything else of the edition is here. */
  readonly "table-unreachable": {
    readonly edition: string;
    readonly table: string;
    readonly reason: string;
  };
  readonly "edition-too-large": { readonly edition: string; readonly limit: string };
  /** What came is not what the list of editions names: the site was renewed meanwhile, or a file is broken. */
  readonly "edition-changed": { readonly edition: string };
};
