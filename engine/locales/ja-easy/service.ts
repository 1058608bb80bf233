import type { ServiceFacts } from "../facts/service.ts";
import type { Sentences } from "../facts.ts";

/** Faults of the program itself are in plain Japanese alone. */
export const service: Partial<Sentences<ServiceFacts>> = {
  superseded: () =>
    "｜新《あたら》しい｜計算《けいさん》を｜始《はじ》めたので、この｜計算《けいさん》をやめました。",
  aborted: () => "｜計算《けいさん》を｜途中《とちゅう》でやめました。",
  "calculation-too-long": ({ seconds }) =>
    `${seconds}｜秒《びょう》で｜計算《けいさん》が｜終《お》わらなかったので、やめました。｜入力《にゅうりょく》を｜減《へ》らすか、もう｜一度《いちど》｜入《い》れてください。`,
  "engine-stopped": () =>
    "｜計算《けいさん》が｜途中《とちゅう》で｜止《と》まりました。｜入《い》れたものは｜残《のこ》っています。どれかを｜変《か》えると、もう｜一度《いちど》｜計算《けいさん》します。",
  "engine-unavailable": () =>
    "｜計算《けいさん》のプログラムを｜始《はじ》めることができませんでした。インターネットにつながるところで、ページをもう｜一度《いちど》｜読《よ》み｜込《こ》んでください。",
  "edition-unreachable": ({ edition, reason }) =>
    `｜計算《けいさん》の｜決《き》まり ${edition} を｜読《よ》み｜込《こ》むことができませんでした（${reason}）。インターネットにつながってから、もう｜一度《いちど》してください。`,
  "table-unreachable": ({ edition, table, reason }) =>
    `${edition} の｜表《ひょう》 ${table} を｜読《よ》み｜込《こ》むことができませんでした（${reason}）。インターネットにつながってから、もう｜一度《いちど》してください。`,
  "edition-changed": () =>
    "｜計算《けいさん》の｜決《き》まりが、このページのものと｜違《ちが》います。ページをもう｜一度《いちど》｜読《よ》み｜込《こ》んでください。",
};
