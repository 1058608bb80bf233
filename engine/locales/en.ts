import { answers } from "./en/answers.ts";
import { assessment } from "./en/assessment.ts";
import { batch } from "./en/batch.ts";
import { checking } from "./en/checking.ts";
import { coefficients } from "./en/coefficients.ts";
import { coherence } from "./en/coherence.ts";
import { command } from "./en/command.ts";
import { evaluating } from "./en/evaluating.ts";
import { parsing } from "./en/parsing.ts";
import { reading } from "./en/reading.ts";
import { service } from "./en/service.ts";
import type { IssueFacts, Sentences } from "./facts.ts";

export const en: Sentences<IssueFacts> = {
  ...reading,
  ...parsing,
  ...checking,
  ...coefficients,
  ...coherence,
  ...answers,
  ...evaluating,
  ...service,
  ...command,
  ...batch,
  ...assessment,
};
