/** What an instruction of a program does; the numbers are shared with the scripts that write programs. */
export const scaled = 0;
export const sum = 1;
export const difference = 2;
export const product = 3;
export const least = 4;
export const greatest = 5;
export const absolute = 6;
export const quotient = 7;
export const sumBound = 8;
export const productBound = 9;
export const quotientBound = 10;
export const widerBound = 11;
export const scaledBound = 12;
export const roundedHalf = 13;
export const roundedDown = 14;
export const multiplied = 15;
export const compared = 16;
export const comparedWholes = 17;
export const zeroed = 18;
export const placed = 19;
export const placedByNumbers = 20;
export const foundByKey = 21;
export const indexed = 22;
export const taken = 23;
export const foundByHash = 24;
export const brought = 25;
export const settled = 26;

/** Bytes of an instruction: eight whole numbers, the first of which is what it does, then six doubles. */
export const size = 80;
