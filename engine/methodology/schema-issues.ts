import type * as z from "zod/mini";
import type { Issue, IssueCode, Path } from "../issue.ts";
import type { ValueKind } from "../locales/facts/reading.ts";
import type { IssueFacts } from "../locales/facts.ts";
import { chosen } from "./choice.ts";
import type { FindPlace } from "./file.ts";
import { idPattern } from "./id.ts";
import { nearest } from "./near.ts";

/*
 * zod says what does not fit in the words of types. Here its findings are told in the words of the file: which key, which
 * choices, what was meant. Where a value has several shapes, the one that the author meant is found first (by its kind,
 * then by the rule beside the schema), and only what is wrong with that one is told.
 */

/** A schema's definition, as far as it is walked. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly getter?: () => Schema;
}

interface Schema {
  readonly _zod: { readonly def: Definition };
  readonly safeParse: (data: unknown) => {
    readonly error?: { readonly issues: readonly Finding[] };
  };
}

type Finding = z.core.$ZodIssue;

/**
 * What keeps data from having the shape of a schema, all at once.
 *
 * Errors: none thrown; an empty list means that the data has the shape.
 */
export function shapeIssues(
  schema: z.ZodMiniType,
  data: unknown,
  place: FindPlace,
  base: Path = [],
): readonly Issue[] {
  const outcome = schema.safeParse(data);
  if (outcome.success) {
    return [];
  }
  const issues: Issue[] = [];
  const add: Add = (code, path, facts, isKey = false) => {
    const full = [...base, ...path];
    const { file, span } = place(full, { key: isKey }) ?? {};
    issues.push({
      code,
      severity: "error",
      ...(file === undefined ? {} : { file }),
      path: full,
      ...(span === undefined ? {} : { span }),
      facts,
    } as Issue);
  };
  tell(outcome.error.issues, schema as unknown as Schema, data, [], add);
  return issues;
}

type Add = <Code extends IssueCode>(
  code: Code,
  path: Path,
  facts: IssueFacts[Code],
  isKey?: boolean,
) => void;

/** Tells findings whose paths start at a schema and its data. */
function tell(
  findings: readonly Finding[],
  schema: Schema,
  data: unknown,
  at: Path,
  add: Add,
): void {
  const told = new Set<string>();
  for (const finding of findings) {
    const steps = finding.path as Path;
    const here = walk(schema, data, steps);
    const path = [...at, ...steps.slice(0, here.depth)];
    if (finding.code === "invalid_key" && here.depth === steps.length) {
      const key = String(path.at(-1));
      add("id-form", path, { found: key, write: idFrom(key) }, true);
      // zod does not look at the value under a key that does not fit.
      tell(here.schema.safeParse(here.data).error?.issues ?? [], here.schema, here.data, path, add);
      continue;
    }
    if (definitionOf(here.schema).type === "union") {
      // zod's own findings in a union may be those of an alternative that was not meant.
      const name = JSON.stringify(path);
      if (!told.has(name)) {
        told.add(name);
        tellUnion(here.schema, here.data, path, add);
      }
      continue;
    }
    switch (finding.code) {
      case "unrecognized_keys": {
        const known = Object.keys(definitionOf(here.schema).shape ?? {});
        for (const key of finding.keys) {
          const meant = nearest(key, known);
          const facts = { key, known, ...(meant === undefined ? {} : { meant }) };
          add("key-unknown", [...path, key], facts, true);
        }
        break;
      }
      case "invalid_value": {
        const choices = finding.values.map(String);
        if (typeof here.data !== "string") {
          tellKind(here.schema, here.data, path, add);
          break;
        }
        const meant = nearest(here.data, choices);
        const facts = { found: here.data, choices, ...(meant === undefined ? {} : { meant }) };
        add("not-one-of", path, facts);
        break;
      }
      case "invalid_format":
        if (finding.pattern === String(idPattern)) {
          add("id-form", path, { found: String(here.data), write: idFrom(String(here.data)) });
        } else {
          add("list-in-list", path, {});
        }
        break;
      default:
        tellKind(here.schema, here.data, path, add);
    }
  }
}

/** Tells what is wrong with the alternative that was meant. */
function tellUnion(schema: Schema, data: unknown, path: Path, add: Add): void {
  const option = optionFor(schema, data);
  if (option === undefined) {
    tellKind(schema, data, path, add);
  } else {
    tell(option.safeParse(data).error?.issues ?? [], option, data, path, add);
  }
}

/** The alternative of a union that data was meant for; absent where no alternative has its kind. */
function optionFor(schema: Schema, data: unknown): Schema | undefined {
  const options = definitionOf(schema).options ?? [];
  const kind = kindOf(data);
  const fitting = options.filter((option) => kind !== undefined && kindsOf(option).has(kind));
  if (fitting.length < 2 || kind !== "map") {
    return fitting[0];
  }
  return options[chosen(settled(schema), data as Record<string, unknown>)];
}

/** A value is missing, or of another kind than every alternative. */
function tellKind(schema: Schema, data: unknown, path: Path, add: Add): void {
  const found = kindOf(data);
  if (found === undefined) {
    add("key-missing", path, { key: String(path.at(-1) ?? "") });
    return;
  }
  add("wrong-kind", path, { expected: [...kindsOf(schema)], found });
}

/** Follows a path through a schema and data of that schema, as far as the first union. */
function walk(
  schema: Schema,
  data: unknown,
  path: Path,
): { readonly schema: Schema; readonly data: unknown; readonly depth: number } {
  let here = { schema: settled(schema), data, depth: 0 };
  for (const step of path) {
    const definition = definitionOf(here.schema);
    const next =
      definition.shape?.[step] ?? definition.valueType ?? definition.element ?? definition.catchall;
    if (definition.type === "union" || next === undefined) {
      break;
    }
    const inner = (here.data as Readonly<Record<string | number, unknown>> | undefined)?.[step];
    here = { schema: settled(next), data: inner, depth: here.depth + 1 };
  }
  return here;
}

/** A schema without what only wraps it. A union stays a union: whoever has its findings chooses. */
function settled(schema: Schema): Schema {
  const { def } = schema._zod;
  const inner = def.type === "lazy" ? def.getter?.() : def.innerType;
  return inner === undefined ? schema : settled(inner);
}

function definitionOf(schema: Schema): Definition {
  return settled(schema)._zod.def;
}

function kindOf(data: unknown): ValueKind | undefined {
  if (typeof data === "string") {
    return "text";
  }
  if (Array.isArray(data)) {
    return "list";
  }
  return data === undefined ? undefined : "map";
}

function kindsOf(schema: Schema): ReadonlySet<ValueKind> {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "union":
      return new Set((definition.options ?? []).flatMap((option) => [...kindsOf(option)]));
    case "array":
      return new Set(["list"]);
    case "object":
    case "record":
      return new Set(["map"]);
    default:
      return new Set(["text"]);
  }
}

function idFrom(text: string): string {
  const id = text
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return idPattern.test(id) && id !== text ? id : "";
}
