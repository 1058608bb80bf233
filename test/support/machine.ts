import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Time of all cores, in ticks, at one moment. */
interface Ticks {
  readonly all: number;
  readonly idle: number;
  /** What the host gave to other machines. */
  readonly stolen: number;
  /** By process that this one has started, itself included. */
  readonly own: ReadonlyMap<number, number>;
}

/** How the cores were used between two moments, in shares of their time. */
export interface MachineUse {
  readonly own: number;
  readonly others: number;
  readonly stolen: number;
}

/**
 * Begins to look at what the cores do; the function that comes back tells it. Processes of its own are this one and all that it
 * has started and that are still there, a browser included. `undefined` where the system does not tell.
 */
export function watchMachine(): () => MachineUse | undefined {
  const before = readTicks();
  return () => {
    const after = readTicks();
    if (before === undefined || after === undefined) return undefined;
    const all = Math.max(1, after.all - before.all);
    let own = 0;
    for (const [id, ticks] of after.own) own += ticks - (before.own.get(id) ?? 0);
    const stolen = after.stolen - before.stolen;
    const others = Math.max(0, all - (after.idle - before.idle) - stolen - own);
    return { own: own / all, others: others / all, stolen: stolen / all };
  };
}

/** `own 61 %, other processes 20 %, other machines (steal) 17 % of the cores`. */
export function machineWords(use: MachineUse | undefined): string {
  if (use === undefined) return "what else the machine did is not told here";
  const share = (part: number) => `${(100 * part).toFixed(0)} %`;
  return `own ${share(use.own)}, other processes ${share(use.others)}, other machines (steal) ${share(use.stolen)} of the cores`;
}

function readTicks(): Ticks | undefined {
  if (!existsSync("/proc/stat")) return undefined;
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n", 1);
  // user nice system idle iowait irq softirq steal; guests are in the first two.
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  const [, , , idle = 0, waiting = 0, , , stolen = 0] = ticks;
  const all = ticks.reduce((sum, own) => sum + own, 0);
  return { all, idle: idle + waiting, stolen, own: ownTicks() };
}

function ownTicks(): ReadonlyMap<number, number> {
  const found = new Map<number, { readonly parent: number; readonly ticks: number }>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const one = processOf(Number.parseInt(name, 10));
    if (one !== undefined) found.set(Number.parseInt(name, 10), one);
  }
  const isOwn = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined; at = found.get(at)?.parent) {
      if (at === process.pid) return true;
    }
    return false;
  };
  return new Map(
    [...found].flatMap(([id, { ticks }]) => (isOwn(id) ? [[id, ticks] as const] : [])),
  );
}

function processOf(id: number): { readonly parent: number; readonly ticks: number } | undefined {
  try {
    // The name, in brackets, may hold anything; behind it stand state, parent and so on.
    const cells = readFileSync(`/proc/${id}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return { parent: Number(cells[1]), ticks: Number(cells[11]) + Number(cells[12]) };
  } catch {
    // It has come to an end in the meantime.
    return undefined;
  }
}
