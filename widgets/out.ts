/**
 * What a page loads when a button asks for it: links and files that a visitor takes along, the offset statement, and
 * the switches of the look. Nothing of it is needed for a result.
 */
export { LookPanel } from "./look/look-panel.tsx";
export { readShare } from "./out/share.ts";
export { SharePanel } from "./out/share-panel.tsx";
export { Statement } from "./out/statement.tsx";
export { takeResult } from "./out/take-result.ts";
