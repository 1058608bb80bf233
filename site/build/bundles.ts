import { chmod, readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { build, type InlineConfig, type Plugin } from "vite";

const common: InlineConfig = {
  configFile: false,
  logLevel: "warn",
  publicDir: false,
};

/** What loads on demand stands alone, so a plain `import()` does; Vite would ship a helper that preloads for it. */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) =>
    id.endsWith("vite/preload-helper.js")
      ? "export const __vitePreload = (load) => load();"
      : undefined,
};

/** Has a build of its own. */
const portfolioTemplate = "portfolio.html";

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** A module and all that it imports, but for what it imports on demand. */
function importsOf(id: string, graph: Graph, known: Set<string> = new Set()): ReadonlySet<string> {
  if (known.has(id)) return known;
  known.add(id);
  for (const one of graph.getModuleInfo(id)?.importedIds ?? []) importsOf(one, graph, known);
  return known;
}

/**
 * Keeps what a script needs at once in one file, though lanes need some of it too: small files compress badly, and are
 * asked for one after the other.
 */
function inOneFile(name: string, entry: string) {
  let modules: ReadonlySet<string> | undefined;
  return {
    debugName: name,
    name(id: string, graph: Graph): string | null {
      // The other workers of the site, which do not have this entry, are bundled with the same settings.
      if (graph.getModuleInfo(resolve(entry)) === null) return null;
      modules ??= importsOf(resolve(entry), graph);
      return modules.has(id) ? name : null;
    },
  };
}

const mainEntry = "site/main.tsx";
const ofMain = inOneFile("first", mainEntry);

/** What a calculator's page loads at first, but for its entry, in one file however other pages share it. */
const firstScripts = {
  debugName: ofMain.debugName,
  name: (id: string, graph: Graph): string | null =>
    id === resolve(mainEntry) || id.endsWith(".css") ? null : ofMain.name(id, graph),
};

/**
 * The pages' scripts and styles, the worker and the same-thread engine, with hashed names. The entries keep theirs,
 * because other pages name them.
 */
export async function bundleSite(
  outDir: string,
  root = "site",
  entries: Readonly<Record<string, string>> = { embed: "site/embed.ts" },
): Promise<void> {
  const templates = (await readdir(root)).filter(
    (name) => name.endsWith(".html") && name !== portfolioTemplate,
  );
  const input = templates.map((name) => [name.replace(".html", ""), resolve(root, name)]);
  const named = Object.entries(entries).map(([name, file]) => [name, resolve(file)]);
  await build({
    ...common,
    root: resolve(root),
    base: "./",
    plugins: [plainImports],
    worker: {
      format: "es",
      rolldownOptions: {
        output: { codeSplitting: { groups: [inOneFile("worker", "site/worker.ts")] } },
      },
    },
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries([...input, ...named]),
        output: {
          entryFileNames: ({ name }) =>
            Object.hasOwn(entries, name) ? `${name}.js` : "assets/[name]-[hash].js",
          codeSplitting: { groups: [firstScripts] },
        },
      },
    },
  });
}

/**
 * The page for lists of many rows, its scripts and its worker. They are built apart, so that what a calculator loads is not
 * cut into other pieces by what this page shares with it.
 */
export async function bundlePortfolio(outDir: string): Promise<void> {
  // A list needs most of what a calculator brings lane by lane; few methodologies need decimal.js.
  const lanes = {
    debugName: "portfolio-worker",
    name: (id: string) => (/\/decimal(\.js)?[./]/.test(id) ? null : "portfolio-worker"),
  };
  const worker = {
    entryFileNames: "assets/portfolio-worker-[hash].js",
    codeSplitting: { groups: [lanes] },
  };
  await build({
    ...common,
    root: resolve("site"),
    base: "./",
    plugins: [plainImports],
    worker: {
      format: "es",
      rolldownOptions: { checks: { ineffectiveDynamicImport: false }, output: worker },
    },
    build: {
      outDir: resolve(outDir),
      emptyOutDir: false,
      target: "es2022",
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { portfolio: resolve("site", portfolioTemplate) },
        output: { entryFileNames: "assets/[name]-[hash].js" },
      },
    },
  });
}

/** The loader for other sites, `embed/frame.js`: one plain script, so that any page can name it. */
export async function bundleLoader(outDir: string): Promise<void> {
  await build({
    ...common,
    build: {
      outDir: resolve(outDir),
      emptyOutDir: false,
      target: "es2020",
      lib: {
        entry: resolve("site/embed/frame.ts"),
        formats: ["iife"],
        name: "santei",
        fileName: () => "embed/frame.js",
      },
    },
  });
}

/** The elements for other sites in one file, `embed/element.js`, so that one hash covers all that they run. */
export async function bundleElement(outDir: string): Promise<void> {
  await build({
    ...common,
    base: "./",
    plugins: [plainImports],
    build: {
      outDir: resolve(outDir),
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { element: resolve("site/embed/element.ts") },
        output: { entryFileNames: "embed/element.js", codeSplitting: false },
      },
    },
  });
}

/** The command line, one file with everything it needs but Node. */
export async function bundleCommand(outDir: string): Promise<void> {
  await build({
    ...common,
    build: {
      ssr: resolve("engine/cli/main.ts"),
      outDir: resolve(outDir),
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: {
        output: {
          entryFileNames: "santei.js",
          codeSplitting: false,
          banner: "#!/usr/bin/env node",
        },
      },
    },
    ssr: { noExternal: true },
  });
  await chmod(resolve(outDir, "santei.js"), 0o755);
}

/** The modules for those who install the package. Its dependencies stay outside, but for comlink's CommonJS. */
export async function bundleLibrary(outDir: string): Promise<void> {
  await build({
    ...common,
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      target: "es2022",
      minify: false,
      lib: {
        entry: {
          engine: resolve("engine/index.ts"),
          client: resolve("engine/service/client.ts"),
          decimal: resolve("engine/quantity/decimal.ts"),
          widgets: resolve("widgets/index.ts"),
        },
        formats: ["es"],
      },
      rolldownOptions: {
        external: [/^preact(\/.*)?$/, "decimal.js", "yaml", "papaparse", /^zod(\/.*)?$/],
      },
    },
  });
}
