import type { Expression, TextSpan } from "../expression/syntax.ts";
import type { Issue, IssueCode, Path, Severity } from "../issue.ts";
import type { IssueFacts } from "../locales/facts.ts";
import type {
  ComponentFile,
  Expressions,
  ParsedMethodology,
  ReadFile,
} from "../methodology/file.ts";
import { pointerOf } from "../methodology/pointer.ts";
import type { ComponentData, MethodologyData } from "../methodology/schema.ts";
import type { Body, Node, Tree } from "../methodology/tree.ts";

/** What the checks of a finished tree look at: the files as written and the tree that was made of them. */
export interface CheckContext {
  readonly parsed: ParsedMethodology;
  readonly tree: Tree;
}

/** Where something of the tree was written: in the methodology, or in a table or component that it uses. */
export interface Home {
  readonly file: ReadFile<unknown>;
  readonly path: Path;
  readonly expressions: Expressions;
  /** Written in the methodology itself, so that its author can mend it. */
  readonly isOwn: boolean;
}

export type Section = "inputs" | "constants" | "tables" | "formulas" | "conditions";

/** Finds where the tree's `id` was written. An argument of a component stands where the component is used. */
export function homeOf(parsed: ParsedMethodology, section: Section, id: string): Home {
  const own: Home = { file: parsed, path: [], expressions: parsed.expressions, isOwn: true };
  if (section === "inputs") {
    const [list = "", field] = id.split(".");
    return {
      ...own,
      path: field === undefined ? ["inputs", list] : ["inputs", list, "item", field],
    };
  }
  const names = id.split(".");
  let home = own;
  let data: MethodologyData | ComponentData = parsed.data;
  while (names.length > 1) {
    const name = names[0] as string;
    const reference: string | undefined = data.components?.[name]?.use;
    const file: ComponentFile | undefined =
      reference === undefined ? undefined : parsed.componentFiles.get(reference);
    if (reference === undefined || file === undefined) return own;
    names.shift();
    if (
      section === "formulas" &&
      names.length === 1 &&
      Object.hasOwn(file.data.arguments, names[0] as string)
    ) {
      return { ...home, path: ["components", name, "with", names[0] as string] };
    }
    const expressions = parsed.componentExpressions.get(reference) ?? new Map<string, Expression>();
    home = { file, path: [], expressions, isOwn: false };
    data = file.data;
  }
  const name = names[0] as string;
  if (section === "tables") {
    const written = data.tables?.[name];
    if (written !== undefined && "use" in written) {
      const file = parsed.tableFiles.get(written.use);
      if (file !== undefined) {
        return {
          file,
          path: ["tables", written.table ?? name],
          expressions: new Map(),
          isOwn: false,
        };
      }
    }
  }
  return { ...home, path: [section, name] };
}

/** The name under which something was written, as the author of the file knows it. */
export function nameOf(home: Home): string {
  return String(home.path.at(-1));
}

/** A value of a file, or some characters of it. */
export interface Spot {
  readonly file: ReadFile<unknown>;
  readonly path: Path;
  readonly within?: TextSpan | undefined;
  /** The key instead of the value. */
  readonly key?: boolean;
}

/** An issue at a spot. */
export function issueAt<Code extends IssueCode>(
  spot: Spot,
  severity: Severity,
  code: Code,
  facts: IssueFacts[Code],
): Issue {
  const place = spot.file.place(spot.path, {
    ...(spot.within === undefined ? {} : { within: spot.within }),
    ...(spot.key === undefined ? {} : { key: spot.key }),
  });
  const issue = {
    code,
    severity,
    file: place?.file ?? spot.file.file,
    path: spot.path,
    ...(place === undefined ? {} : { span: place.span }),
    facts,
  };
  return issue as unknown as Issue;
}

/** A spot a few steps below a home. */
export function below(home: Home, ...steps: readonly (string | number)[]): Spot {
  return { file: home.file, path: [...home.path, ...steps] };
}

/** The key under which something was written. */
export function keyOfHome(home: Home): Spot {
  return { file: home.file, path: home.path, key: true };
}

/** A node of a body together with the path of the text that it was parsed from. */
export interface WrittenNode {
  readonly node: Node;
  readonly path: Path;
}

/** Where the outcome of a branch under `match` was written: bare, or under `then` of a map. */
export function matchPath(home: Home, member: string): Path {
  const bare = [...home.path, "then", member];
  return home.expressions.has(pointerOf(bare)) ? bare : [...bare, "then"];
}

/** Every expression of a body with its place. The body of a component's argument stands at its home itself. */
export function writtenNodes(home: Home, body: Body, isArgument = false): readonly WrittenNode[] {
  if (isArgument) return body.kind === "expr" ? [{ node: body.value, path: home.path }] : [];
  switch (body.kind) {
    case "expr":
      return [{ node: body.value, path: [...home.path, "expr"] }];
    case "cases": {
      const written: WrittenNode[] = [];
      body.cases.forEach((branch, index) => {
        written.push({ node: branch.when, path: [...home.path, "cases", index, "when"] });
        if (branch.then)
          written.push({ node: branch.then, path: [...home.path, "cases", index, "then"] });
      });
      const last = [...home.path, "cases", body.cases.length, "otherwise"];
      if (body.otherwise.then) written.push({ node: body.otherwise.then, path: last });
      return written;
    }
    case "match": {
      const written: WrittenNode[] = [{ node: body.subject, path: [...home.path, "match"] }];
      for (const branch of body.branches) {
        if (branch.then) written.push({ node: branch.then, path: matchPath(home, branch.member) });
      }
      return written;
    }
  }
}

/**
 * The characters of an expression where a name is read whose last part is `name`: the first that does not stand under
 * `known()`, else the first.
 */
export function spanOfName(home: Home, path: Path, name: string): TextSpan | undefined {
  const expression = home.expressions.get(pointerOf(path));
  if (expression === undefined) return undefined;
  const found: { span: TextSpan; isAsked: boolean }[] = [];
  collectNames(expression, name, false, found);
  return (found.find(({ isAsked }) => !isAsked) ?? found[0])?.span;
}

function collectNames(
  expression: Expression,
  name: string,
  isAsked: boolean,
  found: { span: TextSpan; isAsked: boolean }[],
): void {
  const visit = (inner: Expression): void => collectNames(inner, name, false, found);
  switch (expression.kind) {
    case "number":
    case "boolean":
    case "stop":
      return;
    case "name":
      if (expression.parts.at(-1)?.id === name) found.push({ span: expression.span, isAsked });
      return;
    case "lookup":
      if (expression.table.at(-1)?.id === name) found.push({ span: expression.span, isAsked });
      for (const key of expression.keys) visit(key.value);
      return;
    case "call":
      for (const argument of expression.arguments) {
        collectNames(argument.value, name, expression.function.id === "known", found);
        if (argument.where) visit(argument.where);
      }
      return;
    case "negation":
    case "not":
      visit(expression.operand);
      return;
    default:
      visit(expression.left);
      visit(expression.right);
  }
}
