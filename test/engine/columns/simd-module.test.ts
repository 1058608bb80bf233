import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { expect, it } from "vitest";
import { moduleText } from "../../../engine/columns/simd/module.ts";

const source = "engine/columns/simd/assembly";
const files = readdirSync(source);
const own = "engine/columns/simd/module.ts";

async function compiled(): Promise<string> {
  let module: Uint8Array | undefined;
  const flags = "-O3 --noAssert --runtime stub --enable simd --importMemory --outFile kernels.wasm";
  const { error, stderr } = await asc.main(["kernels.ts", ...flags.split(" ")], {
    readFile: (name) => (files.includes(name) ? readFileSync(join(source, name), "utf8") : null),
    writeFile(_, contents) {
      if (typeof contents !== "string") module = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || module === undefined) throw new Error(stderr.toString());
  return Buffer.from(module).toString("base64");
}

it("is made of its source (`SIMD=write` writes it)", { timeout: 60_000 }, async () => {
  const text = await compiled();
  if (process.env.SIMD === "write") {
    const made = `/** \`assembly/\` as a module, written by \`test/engine/columns/simd-module.test.ts\`. */\nexport const moduleText =\n  "${text}";\n`;
    writeFileSync(own, made);
  } else expect(moduleText).toBe(text);
});
