/**
 * A calculator's sentences in easy Japanese (やさしい日本語): short ones, with readings over kanji. A page loads it where a
 * reader has chosen that.
 */
import { describeEasily } from "../engine/service/easy-sentences.ts";
import { detailsJaEasy } from "./text/details-ja-easy.ts";
import type { Easy } from "./text/easy.ts";
import { jaEasy } from "./text/ja-easy.ts";
import { outJaEasy } from "./text/out-ja-easy.ts";
import { drawRuby } from "./text/ruby.ts";

export const easy: Easy = {
  text: jaEasy,
  details: detailsJaEasy,
  out: outJaEasy,
  describe: describeEasily,
  drawRuby,
};
