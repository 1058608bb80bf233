import type { AssessmentFacts } from "../facts/assessment.ts";
import type { Sentences } from "../facts.ts";

export const assessment: Sentences<AssessmentFacts> = {
  "answer-place-unknown": ({ place }) =>
    `${place} に、変えられる回答がありません。capacity のような質問のid、または回答にある項目の boilers[2].heat のような場所にしてください。`,
  "output-unknown": ({ output, known }) =>
    `${output} という、値の出る結果はありません。次のどれかにしてください: ${known.join("、")}`,
  "output-without-value": ({ output, missing }) =>
    missing.length > 0
      ? `結果 ${output} は、次の回答がないため値が出ません: ${missing.join("、")}。何を答えるかは \`santei show\` で分かります。`
      : `結果 ${output} は、この回答では値が出ません。満たさない条件があるか、計算できないところがあります。\`santei eval\` で分かります。`,
  "goal-figure": ({ found, unit }) =>
    `目標の ${found} は、100 ${unit} のように、結果の単位の数値にしてください。`,
  "grid-of-answers": ({ from, to, step, count, most }) =>
    count === ""
      ? `${from} から ${to} まで ${step} ずつでは、試す回答になりません。1 kW、50 kW、0.5 kW のように、3つとも同じ単位の数値にし、終わりは始め以上、刻みは0より大きくしてください。`
      : `${from} から ${to} まで ${step} ずつでは、回答が ${count} 個になります。試すのは ${most} 個までです。刻みを広げるか、範囲を狭めてください。`,
};
