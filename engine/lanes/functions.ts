import { exp, ln, log10, pow, sqrt } from "../evaluate/functions.ts";

/** Functions that leave the fractions. They need the lanes for ranges and, where they do leave them, for decimals. */
export const functionsLane = { exp, ln, log10, pow, sqrt } as const;
