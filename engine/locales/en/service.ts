import type { ServiceFacts } from "../facts/service.ts";
import type { Sentences } from "../facts.ts";

export const service: Sentences<ServiceFacts> = {};
