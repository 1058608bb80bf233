import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { isThreadData, serveWorks } from "./batch-pool.ts";
import { santei } from "./program.ts";
import { languageOf } from "./terminal.ts";

/**
 * The executable: `dist/cli/santei.js`, with the methodologies in `dist/methodologies`, beside its folder. Run from its
 * source it has none there, and takes those of the folder in which it is run.
 */
const beside = fileURLToPath(new URL("../methodologies", import.meta.url));

// A reader that closes the pipe early (`santei list | head -1`) has had enough: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

if (parentPort !== null && isThreadData(workerData)) serveWorks(parentPort);
else {
  process.exitCode = await santei(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    input: standardInput,
    folder: process.cwd(),
    library: existsSync(beside) ? beside : resolve("methodologies"),
    language: languageOf(process.env),
    startWorker: (data) => new Worker(new URL(import.meta.url), { workerData: data }),
  });
}
