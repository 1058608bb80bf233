/**
 * The script for other pages: `<script type="module" src="…/embed.js">` and
 * `<santei-calculator methodology="MEETING-1">` are all that they need. It stays small and brings the element itself.
 */
if (customElements.get("santei-calculator") === undefined) void import("./elements.ts");
