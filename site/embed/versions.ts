/** `versions.json` at the root of a site: what stands below `v/`, for the page that makes snippets. */
export interface Versions {
  readonly format: "versions/1";
  /** The folder below `v/` with the bytes of this build. */
  readonly newest: string;
  /** By path in that folder: what a browser compares a script with, `sha384-…`. */
  readonly integrity: Readonly<Record<string, string>>;
  /** The same folder to take away. */
  readonly zip: { readonly path: string; readonly bytes: number; readonly sha256: string };
}

/** The scripts that other sites name. Each is one file, so that its hash covers all that it runs. */
export const namedScripts = ["embed/frame.js", "embed/element.js"] as const;
