import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { serveSite } from "./server.ts";

/** `npm start`: builds the site where that is due, serves it and prints its address. */
const preset = process.env.PORT;
const build = ["site/build/run.js", "site/build/build.ts", "--if-older"];
const { status } = spawnSync(process.execPath, build, { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

const folder = resolve("dist/site");
const usual = 4173;
const server =
  preset === undefined
    ? await serveSite(folder, usual).catch(() => serveSite(folder))
    : await serveSite(folder, Number.parseInt(preset, 10));
console.log(`Santei is at ${server.address} (English: ${server.address}en/). Ctrl+C ends it.`);
