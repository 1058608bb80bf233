import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtFile } from "../../support/built.ts";
import { kilns } from "../../support/kilns.ts";

/** The built command line, whose threads are those of its users. */
let folder = "";
let command = "";

beforeAll(() => {
  command = resolve(builtFile("cli/santei.js"));
  folder = mkdtempSync(join(tmpdir(), "santei-jobs-"));
  writeFileSync(join(folder, "kilns.yaml"), kilns);
  const rows = Array.from({ length: 190_000 }, (_, at) =>
    at % 5_000 === 4_999
      ? `coal,${at},"x\n${at}"`
      : `${at % 2 === 0 ? "oil" : "gas"},${at}.25,名${at}`,
  );
  writeFileSync(join(folder, "many.csv"), `fuel,heat(GJ),name\n${rows.join("\n")}\n`);
  const items = Array.from({ length: 1_500 }, (_, at) => `C${Math.floor(at / 3)},oil,${at % 77}`);
  writeFileSync(join(folder, "items.csv"), `case,fuel,heat(GJ)\n${items.join("\n")}\nC1,oil,1\n`);
  const half = Buffer.from(`fuel,heat(GJ),name\n${rows.slice(0, 120_000).join("\n")}\n`);
  const broken = Buffer.concat([
    half,
    Buffer.from([0xff, 0xfe, 0x2c, 0x0a]),
    half.subarray(0, 200_000),
  ]);
  writeFileSync(join(folder, "broken.csv"), broken);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const words = (line: string) => [
  command,
  ..."batch kilns.yaml --period FY2021 --as-of 2026-04-01 --lang en".split(" "),
  ...line.split(" "),
];

function santei(line: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words(line), {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const read = (name: string) => readFileSync(join(folder, name));
const isSame = (one: string, other: string) => Buffer.compare(read(one), read(other)) === 0;

describe("santei batch with several threads", { timeout: 120_000 }, () => {
  it.each([
    ["projects", "many.csv", "", "190000 rows: 189962 with a result, 38 with an issue"],
    ["items", "items.csv", " --rows items", "1501 rows: 1500 with a result, 1 with an issue"],
  ])("writes the same bytes as with one: %s", (name, file, more, told) => {
    const one = santei(`--in ${file} --out ${name}1.csv --rejects ${name}1r.csv --jobs 1${more}`);
    const three = santei(`--in ${file} --out ${name}3.csv --rejects ${name}3r.csv --jobs 3${more}`);
    expect([one.stdout.split("\n")[0], three.stdout.split("\n")[0]]).toEqual([told, told]);
    expect([
      isSame(`${name}1.csv`, `${name}3.csv`),
      isSame(`${name}1r.csv`, `${name}3r.csv`),
    ]).toEqual([true, true]);
  });

  it("killed half-way and run again comes to the same files", async () => {
    const line = "--in many.csv --out killed.csv --rejects killedr.csv --jobs 2";
    const child = spawn(process.execPath, words(line), { cwd: folder, stdio: "ignore" });
    const ended = once(child, "close");
    while (!existsSync(join(folder, "killed.csv.state")) && child.exitCode === null) await pause(1);
    child.kill("SIGKILL");
    await ended;
    expect(existsSync(join(folder, "killed.csv"))).toBe(false);
    const again = santei(`${line} --json`);
    expect(JSON.parse(again.stdout)).toMatchObject({
      resumed: true,
      complete: true,
      rows: 190_000,
    });
    expect([
      isSame("killed.csv", "projects1.csv"),
      isSame("killedr.csv", "projects1r.csv"),
    ]).toEqual([true, true]);
    expect(existsSync(join(folder, "killed.csv.state"))).toBe(false);
  });

  it("stops at the same row where the text breaks off", () => {
    const told = [1, 3].map((jobs) =>
      santei(`--in broken.csv --out broken${jobs}.csv --jobs ${jobs}`),
    );
    expect(told[1]).toEqual(told[0]);
    expect(told[0]?.stderr).toContain("[batch-encoding]");
    expect(told[0]?.stdout).toContain("Stopped: no file has been completed.");
    expect(isSame("broken1.csv.part", "broken3.csv.part")).toBe(true);
  });

  it("ends the threads it has started where there is nothing for them to do", () => {
    const line = "batch none.yaml --in many.csv --out none.csv --jobs 3".split(" ");
    const { status, signal, stderr } = spawnSync(process.execPath, [command, ...line], {
      cwd: folder,
      encoding: "utf8",
      timeout: 60_000,
    });
    expect([status, signal]).toEqual([1, null]);
    expect(stderr).toContain("[methodology-missing]");
  });

  it("tells of a full disk", () => {
    symlinkSync("/dev/full", join(folder, "full.csv.part"));
    const { status, stderr } = santei("--in many.csv --out full.csv --jobs 2");
    expect([status, stderr.split("\n").length, stderr]).toEqual([
      1,
      expect.any(Number),
      expect.stringContaining("[file-unwritable]"),
    ]);
    expect(stderr).toContain("ENOSPC");
  });
});
