/** The public names of the engine. `test/public-api.test.ts` holds the list. */

export type {
  Answer,
  AnswerRecord,
  AnswerSet,
  EvaluateOptions,
  Period,
  TableReplacement,
} from "./answers/record.ts";
export { check } from "./check.ts";
export { compile } from "./compile.ts";
export { evaluate } from "./evaluate.ts";
export { explain } from "./explain.ts";
export type { Issue, IssueCode, Path, Result, Severity, Span } from "./issue.ts";
export { everyLane } from "./lanes/every-lane.ts";
export type { LaneName, Lanes } from "./lanes/lanes.ts";
export { describe } from "./locales/describe.ts";
export { en } from "./locales/en.ts";
export { ja } from "./locales/ja.ts";
export { canonicalText, hashOf } from "./methodology/canonical.ts";
export type { Methodology, ParsedMethodology } from "./methodology/file.ts";
export type { Form, FormInput, FormList } from "./methodology/form.ts";
export { makeForm } from "./methodology/make-form.ts";
export type { ReadInput } from "./methodology/read-file.ts";
export type { Label, Mode, Provenance } from "./methodology/schema.ts";
export type { Tree } from "./methodology/tree.ts";
export { parse } from "./parse.ts";
export type { Plan } from "./plan.ts";
export type { DecimalLane } from "./quantity/decimal.ts";
export { read } from "./read.ts";
export type { CalculationResult, OutputResult, StepResult } from "./result/result.ts";
export { run } from "./run.ts";
export { type LoadEdition, type LoadedEdition, loadEditionsFrom } from "./service/editions.ts";
export type {
  CalculationReply,
  CalculationRequest,
  Manifest,
  Service,
  SetReply,
} from "./service/protocol.ts";
export { createService } from "./service/service.ts";
export { serve } from "./service/worker.ts";
export { engineVersion } from "./version.ts";
