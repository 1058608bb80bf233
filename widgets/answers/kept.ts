type Holder = Readonly<Record<string, unknown>>;

/**
 * Plain data as it was where nothing in it has changed, else the new one, with all in it that has not changed as it was.
 * What comes from the engine is new every time; so kept, it can be told by identity what has to be drawn anew.
 */
export function kept<T>(before: T | undefined, now: T): T {
  return keep(before, now) as T;
}

function keep(before: unknown, now: unknown): unknown {
  if (before === now || !isHolder(before) || !isHolder(now)) return now;
  if (Array.isArray(now)) {
    if (!Array.isArray(before)) return now;
    const next = now.map((one, index) => keep(before[index], one));
    const isSame = next.length === before.length && next.every((one, at) => one === before[at]);
    return isSame ? before : next;
  }
  if (Array.isArray(before)) return now;
  const names = Object.keys(now);
  const next: Record<string, unknown> = {};
  let isSame = names.length === Object.keys(before).length;
  for (const name of names) {
    next[name] = keep(before[name], now[name]);
    if (next[name] !== before[name] || !Object.hasOwn(before, name)) isSame = false;
  }
  return isSame ? before : next;
}

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null;
}
