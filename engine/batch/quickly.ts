import { startQuickReader } from "./read-quickly.ts";
import { startQuickWriter } from "./write-quickly.ts";

/** Reading and writing rows by loops of the module: handed in, so that those without the module do not load it. */
export interface Quickly {
  readonly startReader: typeof startQuickReader;
  readonly startWriter: typeof startQuickWriter;
}

export const quickly: Quickly = { startReader: startQuickReader, startWriter: startQuickWriter };
