import type { IssueFacts, Sentences } from "./facts.ts";
import { answers } from "./ja/answers.ts";
import { assessment } from "./ja/assessment.ts";
import { batch } from "./ja/batch.ts";
import { checking } from "./ja/checking.ts";
import { coefficients } from "./ja/coefficients.ts";
import { coherence } from "./ja/coherence.ts";
import { command } from "./ja/command.ts";
import { evaluating } from "./ja/evaluating.ts";
import { parsing } from "./ja/parsing.ts";
import { reading } from "./ja/reading.ts";
import { service } from "./ja/service.ts";

export const ja: Sentences<IssueFacts> = {
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
