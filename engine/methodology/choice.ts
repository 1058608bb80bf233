import * as z from "zod/mini";

/** Tells which alternative an author meant, from the keys of a map and the texts under them. */
export type Choose = (
  has: (key: string) => boolean,
  is: (key: string, text: string) => boolean,
) => number;

const choices = new WeakMap<object, Choose>();

/**
 * A union of maps with a rule for the alternative that was meant, so that a mistake in one of them is told as that and
 * not as "none of these".
 */
export function either<const Options extends readonly z.ZodMiniType[]>(
  options: Options,
  choose: Choose,
): z.ZodMiniUnion<Options> {
  const union = z.union(options);
  choices.set(union, choose);
  return union;
}

/** The position of the alternative that a map was meant for; the first where the union has no rule. */
export function chosen(union: object, data: Readonly<Record<string, unknown>>): number {
  const choose = choices.get(union);
  return choose === undefined
    ? 0
    : choose(
        (key) => data[key] !== undefined,
        (key, text) => data[key] === text,
      );
}
