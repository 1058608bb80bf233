import type { Room } from "../columns/chunk.ts";
import { plainKernels } from "../columns/kernels.ts";

/**
 * Rows by what they have in common, told apart while they are read: which cells have something in them, and what of it
 * counts. All of that stands in a few words of bits; rows with the same words are of one group.
 */
export interface RowGroups {
  /** The group of each row, counted from 0. */
  readonly of: Int32Array;
  readonly words: readonly Int32Array[];
  /** Finds the group of a row, whose words are written. */
  readonly find: (row: number) => void;
  /** How many there are. */
  readonly count: () => number;
  /** Forgets them all. */
  readonly clear: () => void;
}

/** A part of a word: `bits` of it from `shift` on. */
export interface Field {
  readonly word: number;
  readonly shift: number;
}

export const bitsInWord = 30;

/** Places for cells of so many bits each, in as few words as they take. */
export function layFields(bits: readonly number[]): {
  readonly fields: readonly Field[];
  readonly words: number;
} {
  let word = 0;
  let shift = 0;
  const fields = bits.map((size): Field => {
    if (shift + size > bitsInWord) {
      word += 1;
      shift = 0;
    }
    const field = { word, shift };
    shift += size;
    return field;
  });
  return { fields, words: word + 1 };
}

/** Starts with no group, for so many rows at most. */
export function startGroups(
  rows: number,
  wordCount: number,
  { integers }: Pick<Room, "integers"> = plainKernels.room,
): RowGroups {
  const words = Array.from({ length: wordCount }, () => integers(rows));
  const of = new Int32Array(rows);
  let slots = new Int32Array(1 << 10).fill(-1);
  let keys = new Int32Array(wordCount << 8);
  let count = 0;

  const slotFor = (key: readonly Int32Array[], at: number, isKey: boolean): number => {
    let hash = 0;
    for (let word = 0; word < wordCount; word += 1) {
      const own = isKey ? (keys[at + word] as number) : ((key[word] as Int32Array)[at] as number);
      hash = Math.imul(hash ^ own, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash & (slots.length - 1);
  };
  const isAt = (group: number, row: number): boolean => {
    const from = group * wordCount;
    for (let word = 0; word < wordCount; word += 1) {
      if (keys[from + word] !== (words[word] as Int32Array)[row]) return false;
    }
    return true;
  };
  const widen = (): void => {
    if (count * wordCount >= keys.length) {
      const more = new Int32Array(2 * keys.length);
      more.set(keys);
      keys = more;
    }
    if (2 * count < slots.length) return;
    slots = new Int32Array(2 * slots.length).fill(-1);
    for (let group = 0; group < count; group += 1) {
      let slot = slotFor(words, group * wordCount, true);
      while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = group;
    }
  };
  return {
    of,
    words,
    find(row) {
      let slot = slotFor(words, row, false);
      for (;;) {
        const group = slots[slot] as number;
        if (group < 0) break;
        if (isAt(group, row)) {
          of[row] = group;
          return;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = count;
      for (let word = 0; word < wordCount; word += 1) {
        keys[count * wordCount + word] = (words[word] as Int32Array)[row] as number;
      }
      of[row] = count;
      count += 1;
      widen();
    },
    count: () => count,
    clear() {
      slots.fill(-1);
      count = 0;
    },
  };
}
