/**
 * The script for other pages: `<script type="module" src="…/embed.js">` and
 * `<santei-calculator methodology="MEETING-1">` are all that they need. It stays small and brings the elements
 * themselves, unless they are there from the same place.
 */
const first = customElements.get("santei-calculator") as { readonly home?: string } | undefined;
const here = import.meta.url;
if (first?.home !== new URL(/* @vite-ignore */ "./", here).href) void import("./elements.ts");
