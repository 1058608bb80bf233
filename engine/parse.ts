import { type Parsed, parseReference, parseText } from "./expression/parse-expression.ts";
import type { Expression } from "./expression/syntax.ts";
import { fail, type Issue, ok, type Path, type Result } from "./issue.ts";
import { expressionTexts } from "./methodology/expression-texts.ts";
import type { Expressions, Methodology, ParsedMethodology, ReadFile } from "./methodology/file.ts";
import { pointerOf } from "./methodology/pointer.ts";
import type { ComponentData, MethodologyData } from "./methodology/schema.ts";

/**
 * The second phase: formula texts become expressions, in the methodology and in the components that it uses.
 *
 * Errors: everything that is wrong in any of these texts, each at its characters in the file.
 *
 * @example
 * parse(methodology); // { ok: true, value: { expressions: Map { "/formulas/heat/expr" => … }, … }, … }
 */
export function parse(methodology: Methodology): Result<ParsedMethodology> {
  const issues: Issue[] = [];
  const expressions = parseFile(methodology, issues);
  const componentExpressions = new Map<string, Expressions>();
  for (const [reference, component] of methodology.componentFiles) {
    componentExpressions.set(reference, parseFile(component, issues));
  }
  return issues.length > 0
    ? fail(issues)
    : ok({ ...methodology, expressions, componentExpressions });
}

function parseFile(file: ReadFile<MethodologyData | ComponentData>, issues: Issue[]): Expressions {
  const expressions = new Map<string, Expression>();
  for (const { path, text, form } of expressionTexts(file.data)) {
    const parsed: Parsed =
      form === "reference" ? parseReference(text) : parseText(text, { stop: form === "outcome" });
    if (parsed.ok) {
      expressions.set(pointerOf(path), parsed.expression);
    } else {
      issues.push(...placed(parsed.problems, file, path));
    }
  }
  return expressions;
}

function placed(
  problems: (Parsed & { readonly ok: false })["problems"],
  file: ReadFile<unknown>,
  path: Path,
): readonly Issue[] {
  return problems.map(({ code, facts, span }) => {
    const place = file.place(path, { within: span });
    return {
      code,
      severity: "error",
      file: place?.file ?? file.file,
      path,
      ...(place === undefined ? {} : { span: place.span }),
      facts,
    } as Issue;
  });
}
