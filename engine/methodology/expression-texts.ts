import type { Path } from "../issue.ts";
import type { ComponentData, FormulaData, InputData, MethodologyData } from "./schema.ts";

/** A text of a file that is read as an expression. */
export interface ExpressionText {
  readonly path: Path;
  readonly text: string;
  /** An expression; one that may be `stop`; or the name of one thing. */
  readonly form: "expression" | "outcome" | "reference";
}

type Body = Pick<FormulaData, "expr" | "cases" | "match" | "then" | "unit_variable">;

/** Every text of a methodology or component that is an expression, in the order of the file's sections. */
export function expressionTexts(data: MethodologyData | ComponentData): readonly ExpressionText[] {
  const texts: ExpressionText[] = [];
  const add = (path: Path, text: string | undefined, form: ExpressionText["form"]): void => {
    if (text !== undefined) {
      texts.push({ path, text, form });
    }
  };

  for (const [id, { with: given = {} }] of Object.entries(data.components ?? {})) {
    for (const [argument, text] of Object.entries(given)) {
      add(["components", id, "with", argument], text, "expression");
    }
  }
  if (data.format === "methodology/1") {
    addCuts(["period", "cut"], data.period?.cut);
    for (const [id, input] of Object.entries(data.inputs)) {
      addInput(["inputs", id], input);
    }
    for (const [id, condition] of Object.entries(data.conditions ?? {})) {
      addBody(["conditions", id], condition);
    }
  } else {
    addCuts(["cut"], data.cut);
    for (const [id, argument] of Object.entries(data.arguments)) {
      addVariables(["arguments", id], argument.unit_variable);
    }
  }
  for (const [id, formula] of Object.entries(data.formulas)) {
    addBody(["formulas", id], formula);
  }
  return texts;

  function addCuts(path: Path, cuts: NonNullable<ComponentData["cut"]> = []): void {
    cuts.forEach((cut, index) => {
      if ("of" in cut) {
        add([...path, index, "of"], cut.of, "reference");
      }
    });
  }

  function addVariables(path: Path, variables: Readonly<Record<string, string>> = {}): void {
    for (const [name, text] of Object.entries(variables)) {
      add([...path, "unit_variable", name], text, "reference");
    }
  }

  function addInput(path: Path, input: InputData): void {
    add([...path, "when"], input.when, "expression");
    if ("item" in input) {
      for (const [id, field] of Object.entries(input.item)) {
        addInput([...path, "item", id], field);
      }
    } else {
      addVariables(path, input.unit_variable);
    }
  }

  function addBody(path: Path, body: Body): void {
    addVariables(path, body.unit_variable);
    add([...path, "expr"], body.expr, "expression");
    add([...path, "match"], body.match, "expression");
    body.cases?.forEach((branch, index) => {
      const at = [...path, "cases", index];
      if ("when" in branch) {
        add([...at, "when"], branch.when, "expression");
        add([...at, "then"], branch.then, "outcome");
      } else {
        add([...at, "otherwise"], branch.otherwise, "outcome");
      }
    });
    for (const [member, outcome] of Object.entries(body.then ?? {})) {
      const at = [...path, "then", member];
      if (typeof outcome === "string") {
        add(at, outcome, "outcome");
      } else {
        add([...at, "then"], outcome.then, "outcome");
      }
    }
  }
}
