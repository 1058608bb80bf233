/**
 * Answers as they were read last, so that what has not changed need not be read again. Copies, because whoever gave the
 * answers may change them.
 */
export type Given = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An answer as it was: a text, or the keys and values of a map in their order. */
export type Copy = unknown | readonly (readonly [key: string, value: Copy])[];

export function copyOf(answer: unknown): Copy {
  return isMap(answer)
    ? Object.entries(answer).map(([key, inner]) => [key, copyOf(inner)])
    : answer;
}

/** Whether an answer is what it was. */
export function isSame(copy: Copy, answer: unknown): boolean {
  return isMap(answer) ? hasKeys(copy, answer, isSame) : copy === answer;
}

/** Whether a copy has the same keys in the same order, and a test holds of each pair of values. */
export function hasKeys(
  copy: Copy,
  answer: Given,
  test: (copy: Copy, answer: unknown) => boolean,
): boolean {
  const keys = Object.keys(answer);
  return (
    Array.isArray(copy) &&
    copy.length === keys.length &&
    keys.every((key, at) => copy[at][0] === key && test(copy[at][1], answer[key]))
  );
}
