import { createContext } from "preact";
import type { EngineClient } from "../engine/service/client.ts";
import type * as details from "./details.ts";
import type * as out from "./out.ts";
import type { LoadedEasy } from "./text/easy.ts";
import type { Language } from "./text/language.ts";

export type Details = typeof details;
export type Out = typeof out;

export type LoadEasy = (edition: string) => Promise<LoadedEasy>;

/** What every calculator of a page shares. */
export interface Engine {
  readonly client: EngineClient;
  /** Brings the details, at the latest when there is a first result. */
  readonly loadDetails: () => Promise<Details>;
  /** Brings easy Japanese for an edition, when a reader has chosen it. */
  readonly loadEasy?: LoadEasy | undefined;
  /** Brings what a visitor takes along and the switches of the look, when a button asks for them. */
  readonly loadOut?: () => Promise<Out>;
  /** The address of the page of a methodology, where a link that is shared leads; without it none is offered. */
  readonly pageOf?: (methodology: string, language: Language) => string;
}

/** The engine of a page; absent where a page is drawn ahead of time. */
export const EngineContext = createContext<Engine | undefined>(undefined);

let callers = 0;

/** A name for one calculator of the page, so that its newest question wins over its own older ones only. */
export function newCaller(): string {
  callers += 1;
  return `calculator-${callers}`;
}
