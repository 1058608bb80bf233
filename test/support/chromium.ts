import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

/**
 * What Chromium may be called, the first of them preferred: the build without windows draws and runs pages with the same
 * engine, and takes half of the time.
 */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** What Debian calls it, in the same order, and a font for Japanese. */
const packages = ["chromium-headless-shell", "chromium"];
const font = "fonts-noto-cjk";

/** Where Chromium is: as `CHROMIUM` says, or on the path. */
export function findChromium(): string | undefined {
  const { CHROMIUM, PATH = "" } = process.env;
  if (CHROMIUM !== undefined) return CHROMIUM;
  const folders = PATH.split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find((place) => existsSync(place));
}

/**
 * Finds Chromium or installs it with apt-get, and says what it does.
 *
 * Errors: throws where there is none and none can be installed, because the tests that need it are not skipped.
 */
export function ensureChromium(say: (line: string) => void): string {
  for (const name of packages) {
    const found = findChromium();
    if (found !== undefined) {
      say(`Chromium: ${found}`);
      return found;
    }
    say(
      `Chromium is not installed. Installing it: apt-get update && apt-get install -y ${name} ${font}`,
    );
    aptGet("update");
    aptGet("install", "-y", "--no-install-recommends", name, font);
  }
  const installed = findChromium();
  if (installed === undefined) {
    throw new Error(
      "Chromium could not be installed (apt-get needs root and a network). Install it by hand, or set CHROMIUM to its path.",
    );
  }
  say(`Chromium: ${installed}`);
  return installed;
}

function aptGet(...command: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", command, { stdio: "inherit", env });
}

// Without a GPU the rasterization that Debian switches on would be done by an emulated one, at twice the time.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-gpu-rasterization",
  "--disable-software-rasterizer",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Chromium {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** The Chromium that all files of the tests share; `chromium-environment.ts` closes it. */
export interface SharedChromium {
  chromium?: Chromium | undefined;
}

export const shared = "sharedChromium";

/**
 * Opens the Chromium that the tests share, in which a script of the site is compiled once, or outside the tests one of its
 * own. One that has crashed is started again.
 */
export async function openChromium(): Promise<Chromium> {
  const holder = Reflect.get(globalThis, shared) as SharedChromium | undefined;
  if (holder === undefined) return launchChromium();
  const chromium = holder.chromium ?? (await launchChromium());
  holder.chromium = chromium;
  const { context } = chromium;
  context.once("close", () => {
    holder.chromium = undefined;
  });
  return {
    context,
    async close() {
      await context.setOffline(false);
      await Promise.all(context.pages().map((page) => page.close()));
    },
  };
}

/** Starts a Chromium of its own, with an empty profile. */
async function launchChromium(): Promise<Chromium> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error("Chromium was not found. `npm test` installs it; CHROMIUM may name it.");
  }
  const profile = mkdtempSync(join(tmpdir(), "santei-chromium-"));
  // Another context than that of the profile would compile every script anew on every page.
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: flags,
    locale: "ja-JP",
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
