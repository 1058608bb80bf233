/** A style sheet as text, for a shadow tree. */
declare module "*.css?inline" {
  const text: string;

  // biome-ignore lint/style/noDefaultExport: Vite hands the text over under this name.
  export { text as default };
}

declare module "*.css";
