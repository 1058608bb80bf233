import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as engine from "../engine/index.ts";
import * as decimal from "../engine/quantity/decimal.ts";
import * as client from "../engine/service/client.ts";

it("the engine gives these names and no others", () => {
  expect(Object.keys(engine).sort()).toEqual([
    "canonicalText",
    "check",
    "compile",
    "createService",
    "describe",
    "en",
    "engineVersion",
    "evaluate",
    "everyLane",
    "explain",
    "hashOf",
    "ja",
    "loadEditionsFrom",
    "makeForm",
    "parse",
    "read",
    "run",
    "serve",
  ]);
});

it("the client gives one name", () => {
  expect(Object.keys(client)).toEqual(["createEngineClient"]);
});

it("decimal.js comes through one door", () => {
  expect(Object.keys(decimal).sort()).toEqual(["certainDigits", "decimalLane"]);
});

it("the widgets give these names and no others", () => {
  // Read as text: importing them is for a page.
  const names = [...readFileSync("widgets/index.ts", "utf8").matchAll(/export \{([^}]*)\}/g)]
    .flatMap(([, list = ""]) => list.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
  expect(names.sort()).toEqual([
    "Calculator",
    "EngineContext",
    "defineWidgets",
    "details",
    "easy",
    "en",
    "ja",
    "languageOf",
    "out",
  ]);
});

it("every public file of the package is listed name by name and is built", () => {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
  expect(Object.keys(exports)).toEqual([
    ".",
    "./client",
    "./decimal",
    "./widgets",
    "./methodologies/*",
    "./package.json",
  ]);
  const files = Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
  const missing = files.filter((file) => !existsSync(file.replace("*", "manifest.json")));
  expect(missing).toEqual([]);
  for (const index of ["engine/index.ts", "widgets/index.ts"]) {
    expect([index, /export \*/.test(readFileSync(index, "utf8"))]).toEqual([index, false]);
  }
});
