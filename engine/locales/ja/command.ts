import type { CommandFacts } from "../facts/command.ts";
import type { Sentences } from "../facts.ts";

export const command: Sentences<CommandFacts> = {};
