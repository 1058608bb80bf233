/** Keys that may be `undefined` become keys that may be absent. */
export type Present<T> = {
  readonly [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & {
  readonly [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** The same without what is `undefined`, because a result is plain JSON. */
export function present<T extends object>(value: T): Present<T> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(value) as (keyof T & string)[]) {
    const one = value[key];
    if (one !== undefined) kept[key] = one;
  }
  return kept as Present<T>;
}
