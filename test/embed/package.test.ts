import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

/** A project of somebody else that has installed the package: the library as it is packed, and its dependencies. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "santei-project-"));
  const { files, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(files).toContain("dist");
  const modules = join(project, "node_modules");
  cpSync("dist/lib", join(modules, "santei/dist/lib"), { recursive: true });
  cpSync("package.json", join(modules, "santei/package.json"));
  for (const name of Object.keys(dependencies)) {
    symlinkSync(resolve("node_modules", name), join(modules, name));
  }
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function run(script: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { cwd: project, encoding: "utf8" },
  );
  return stdout + stderr;
}

it("santei/widgets is imported without a page, and has no effect", () => {
  const script = `
    import * as widgets from "santei/widgets";
    const { Calculator, defineWidgets, details } = widgets;
    console.log(typeof Calculator, typeof defineWidgets, typeof details.adoptStyles);`;
  expect(run(script)).toBe("function function function\n");
});

it("defineWidgets registers the elements that it is given, once", () => {
  const script = `
    import { defineWidgets } from "santei/widgets";
    const known = new Map();
    globalThis.HTMLElement = class {};
    globalThis.customElements = {
      get: (tag) => known.get(tag),
      define: (tag, element) => known.set(tag, element),
    };
    const elements = { "our-meeting": { methodology: "MEETING-1", answers: { people: "people" } } };
    const options = { connect() {}, loadDetails: async () => ({}), elements, home: "https://a.example/" };
    defineWidgets(options);
    const first = known.get("santei-calculator");
    defineWidgets({ ...options, home: "https://b.example/" });
    console.log([...known.keys()].join(), first === known.get("santei-calculator"), first.home);`;
  expect(run(script)).toBe("santei-calculator,our-meeting true https://a.example/\n");
});
