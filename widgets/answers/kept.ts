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
  const isList = Array.isArray(now);
  if (isList !== Array.isArray(before)) return now;
  return isList ? keepList(before as unknown as readonly unknown[], now) : keepMap(before, now);
}

// Both copy nothing as long as all is the same, which is what most of a reply is.

function keepList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  let next: unknown[] | undefined;
  for (let at = 0; at < now.length; at += 1) {
    const one = keep(before[at], now[at]);
    if (next === undefined && (one !== before[at] || at >= before.length)) {
      next = before.slice(0, at);
    }
    next?.push(one);
  }
  return next ?? (now.length === before.length ? before : before.slice(0, now.length));
}

function keepMap(before: Holder, now: Holder): Holder {
  const names = Object.keys(now);
  let next: Record<string, unknown> | undefined;
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as string;
    const one = keep(before[name], now[name]);
    if (next === undefined && (one !== before[name] || !Object.hasOwn(before, name))) {
      next = Object.fromEntries(names.slice(0, at).map((known) => [known, before[known]]));
    }
    if (next !== undefined) next[name] = one;
  }
  if (next !== undefined) return next;
  return names.length === Object.keys(before).length
    ? before
    : Object.fromEntries(names.map((name) => [name, before[name]]));
}

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null;
}
