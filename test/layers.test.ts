import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type Import,
  importsOf,
  isPackage,
  type Module,
  readModules,
  targetOf,
} from "./support/modules.ts";

/**
 * Who may import what. Types are free across folders of ours, because nothing of them is left at run time; packages and
 * values keep to the table.
 */
interface Layer {
  readonly name: string;
  readonly has: (file: string) => boolean;
  readonly packages: readonly RegExp[];
  /** Files of ours whose values may be imported. */
  readonly files: readonly RegExp[];
}

const below = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
const preact = /^preact(\/.*)?$/;
const node = /^node:/;
const zod = /^zod\/mini$/;

/** The first layer that has a file is the one it belongs to. */
const layers: readonly Layer[] = [
  {
    name: "engine/quantity/decimal.ts",
    has: (file) => file === "engine/quantity/decimal.ts",
    packages: [/^decimal\.js$/],
    files: [/^engine\/quantity\//],
  },
  {
    name: "engine/methodology",
    has: below("engine/methodology"),
    packages: [zod, /^yaml$/, /^papaparse$/],
    files: [/^engine\/(?!cli\/|service\/)/],
  },
  {
    name: "published schemas of answers and results",
    has: (file) => /^engine\/(answers|result)\/[a-z]+-schema\.ts$/.test(file),
    packages: [zod],
    files: [/^engine\/(?!cli\/|service\/)/],
  },
  {
    name: "engine/service",
    has: below("engine/service"),
    packages: [/^comlink$/],
    files: [/^engine\/(?!cli\/|methodology\/(yaml|schema|csv))/],
  },
  {
    name: "engine/cli",
    has: below("engine/cli"),
    packages: [/^commander$/, node],
    files: [/^engine\//],
  },
  {
    name: "engine/index.ts",
    has: (file) => file === "engine/index.ts",
    packages: [],
    files: [/^engine\/(?!cli\/)/],
  },
  {
    name: "engine/batch/workbook",
    has: below("engine/batch/workbook"),
    packages: [/^fflate\/browser$/],
    files: [/^engine\/(?!cli\/|service\/|quantity\/decimal\.ts)/],
  },
  {
    name: "engine",
    has: below("engine"),
    packages: [],
    files: [/^engine\/(?!cli\/|service\/|quantity\/decimal\.ts)/],
  },
  {
    name: "widgets/out, what a visitor takes along",
    has: below("widgets/out"),
    packages: [preact, /^fflate$/, /^uqr$/],
    files: [/^widgets\//, /^engine\/batch\/csv\.ts$/],
  },
  {
    name: "widgets",
    has: below("widgets"),
    packages: [preact],
    files: [
      /^widgets\//,
      /^engine\/service\/(client|sentences|easy-sentences)\.ts$/,
      /^engine\/answers\/renamed\.ts$/,
    ],
  },
  {
    name: "site/build and site/serve",
    has: (file) => /^site\/(build|serve)\//.test(file),
    packages: [node, /^vite$/, /^fflate$/],
    files: [/^site\//, /^engine\/(?!service\/client)/],
  },
  {
    name: "site/documents, pages drawn when building",
    has: below("site/documents"),
    packages: [preact, /^preact-render-to-string$/],
    files: [
      /^site\/(?!build\/|serve\/)/,
      /^widgets\//,
      /^engine\/(check\/nodes|methodology\/years-of-tables)\.ts$/,
    ],
  },
  {
    name: "site/embed, ways into other sites",
    has: below("site/embed"),
    packages: [preact, /^preact-render-to-string$/, /^uqr$/],
    files: [/^site\/(?!build\/(?!page\.ts)|serve\/)/, /^widgets\//, /^engine\/service\//],
  },
  {
    name: "site",
    has: below("site"),
    packages: [preact, /^preact-render-to-string$/],
    files: [
      /^site\/(?!build\/|serve\/)/,
      /^widgets\//,
      /^engine\/service\//,
      /^engine\/portfolio\//,
    ],
  },
];

const modules = readModules(["engine", "widgets", "site"]);

function layerOf(file: string): Layer {
  const layer = layers.find(({ has }) => has(file));
  if (layer === undefined) throw new Error(`No layer has ${file}.`);
  return layer;
}

function isAllowed(file: string, { from, isType, isDynamic }: Import): boolean {
  const layer = layerOf(file);
  if (isPackage(from)) return layer.packages.some((pattern) => pattern.test(from));
  const target = targetOf(file, from) ?? "";
  if (target.startsWith("test/") || target.startsWith("..")) return false;
  if (isType) return !(file.startsWith("engine/") && !target.startsWith("engine/"));
  // Lanes load on demand and are handed in by the site.
  const isLane = /^engine\/(lanes\/[a-z]+|quantity\/decimal)\.ts$/.test(target);
  if (isDynamic && file === "site/lanes.ts" && isLane) return true;
  return layer.files.some((pattern) => pattern.test(target));
}

/** Everything that a file brings along at run time. */
function reachedFrom(file: string): {
  readonly files: Set<string>;
  readonly packages: Set<string>;
} {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const files = new Set<string>();
  const packages = new Set<string>();
  const open = [file];
  while (open.length > 0) {
    const next = open.pop() ?? "";
    if (files.has(next)) continue;
    files.add(next);
    for (const { from, isType, isDynamic } of byFile.get(next)?.imports ?? []) {
      if (isType || isDynamic) continue;
      const target = targetOf(next, from);
      if (target === undefined) packages.add(from);
      else open.push(target);
    }
  }
  return { files, packages };
}

/** The first circle of imports that is found, as a list of files. */
function findCircle(all: readonly Module[]): readonly string[] {
  const byFile = new Map(all.map((module) => [module.file, module]));
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const { from, isType } of byFile.get(file)?.imports ?? []) {
      const target = targetOf(file, from);
      if (isType || target === undefined || !byFile.has(target)) continue;
      const circle = visit(target, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const { file } of all) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe("imports", () => {
  it("are read as they are written", () => {
    const text = `
      import a, { type B } from "./a.ts";
      import type { C } from "./c.ts";
      import { type D, type E } from "./d.ts";
      import "./f.css";
      export { g } from "./g.ts";
      export type * from "./h.ts";
      // import { no } from "./no.ts";
      const late = await import("./late.ts");
    `;
    expect(importsOf(text).map(({ from, isType, isDynamic }) => [from, isType, isDynamic])).toEqual(
      [
        ["./a.ts", false, false],
        ["./c.ts", true, false],
        ["./d.ts", true, false],
        ["./g.ts", false, false],
        ["./h.ts", true, false],
        ["./f.css", false, false],
        ["./late.ts", false, true],
      ],
    );
  });

  it("keep to the table of layers", () => {
    const strays = modules.flatMap(({ file, imports }) =>
      imports
        .filter((found) => !isAllowed(file, found))
        .map(({ from }) => `${file} (${layerOf(file).name}) imports ${from}`),
    );
    expect(strays).toEqual([]);
  });

  it("are relative, with their extension, and lead to a file", () => {
    const strays = modules.flatMap(({ file, imports }) =>
      imports
        .filter(({ from }) => !isPackage(from))
        .filter(({ from }) => !existsSync(targetOf(file, from) ?? ""))
        .map(({ from }) => `${file} imports ${from}`),
    );
    expect(strays).toEqual([]);
  });

  it("go round in no circle", () => {
    expect(findCircle(modules)).toEqual([]);
  });

  it("are not dynamic in the engine and the widgets", () => {
    const strays = modules.filter(
      ({ file, imports }) =>
        !file.startsWith("site/") && imports.some(({ isDynamic }) => isDynamic),
    );
    expect(strays.map(({ file }) => file)).toEqual([]);
  });
});

describe("what a page loads", () => {
  it.each(["site/worker.ts", "site/same-thread.ts", "site/main.tsx"])(
    "%s brings no YAML, zod, CSV reader, decimal.js, parser or checker along",
    (entry) => {
      const { files, packages } = reachedFrom(entry);
      expect([...packages].filter((name) => !/^(comlink|preact(\/.*)?)$/.test(name))).toEqual([]);
      const kept = [...files].filter((file) =>
        /^engine\/(read|parse|check)\.ts$|^engine\/(check|cli)\/|parse-expression|methodology\/(schema|yaml)\.ts/.test(
          file,
        ),
      );
      expect(kept).toEqual([]);
    },
  );

  it("main.tsx leaves the engine itself to the worker", () => {
    const { files } = reachedFrom("site/main.tsx");
    expect([...files].filter((file) => /^engine\/(compile|evaluate|run)/.test(file))).toEqual([]);
  });
});

describe("settings", () => {
  it("methodologies hold nothing that runs", () => {
    const texts = readModules(["methodologies"]);
    expect(texts).toEqual([]);
  });
});
