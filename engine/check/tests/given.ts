import { readAnswers } from "../../answers/read-answers.ts";
import { compile } from "../../compile.ts";
import type { Issue } from "../../issue.ts";
import type { CheckContext } from "../written.ts";

/**
 * The answers of tests that cannot be read, each at its place in the file. They are read as an evaluation would read them, so
 * this needs a tree without errors. What a test expects as an issue is none.
 */
export function checkGiven({ parsed, tree }: CheckContext): readonly Issue[] {
  const tests = Object.entries(parsed.data.tests ?? {});
  if (tests.length === 0) return [];
  const plan = compile(tree, "");
  return tests.flatMap(([id, test]) => {
    const set = {
      given: test.given,
      ...(test.period === undefined ? {} : { period: test.period }),
    };
    const root = ["tests", id];
    const { issues } = readAnswers(plan, set, { mode: test.mode ?? tree.mode, root });
    return issues
      .filter(({ code, severity }) => severity === "error" && !(test.issues ?? []).includes(code))
      .map((issue): Issue => {
        const place = parsed.place(issue.path);
        const span = place === undefined ? {} : { span: place.span };
        return { ...issue, file: place?.file ?? parsed.file, ...span };
      });
  });
}
