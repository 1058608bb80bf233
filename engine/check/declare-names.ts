import type { Path } from "../issue.ts";
import type { ComponentFile } from "../methodology/file.ts";
import { nearest } from "../methodology/near.ts";
import { pointerOf } from "../methodology/pointer.ts";
import type {
  ComponentData,
  ComponentUseData,
  InputData,
  MethodologyData,
} from "../methodology/schema.ts";
import type { Node, TableTree } from "../methodology/tree.ts";
import { atHand, readAxes } from "./axes.ts";
import { buildTable, documentsOf } from "./build-tables.ts";
import { constantScope, formulaScope, inputScope } from "./declare-values.ts";
import { buildAt, once, settleType, unsettledType, variablesAt } from "./module.ts";
import { isReserved } from "./reserved.ts";
import type {
  Checking,
  Entity,
  ListScope,
  Module,
  TableScope,
  ValueScope,
  Where,
} from "./scope.ts";
import { report } from "./scope.ts";

/** A module with the data that it was made of, in the order in which the tree lists their formulas. */
export interface OpenModule {
  readonly module: Module;
  readonly data: MethodologyData | ComponentData;
  readonly tables: readonly TableTree[];
  /** Where a component is used, and by whom. */
  readonly use?: {
    readonly outer: OpenModule;
    readonly id: string;
    readonly with: Readonly<Record<string, string>>;
  };
}

/** Adds a name to its module. Errors: reserved words, and names that something else has. */
function take(checking: Checking, module: Module, name: string, entity: Entity, path: Path): void {
  const where: Where = { file: module.file, path, key: true };
  const other = module.names.get(name);
  if (isReserved(name)) report(checking, where, "name-reserved", { name });
  if (other !== undefined) {
    report(checking, where, "name-taken", { name, by: other.kind });
    return;
  }
  const isAxisKind = entity.kind === "list" || entity.kind === "component";
  if (isAxisKind && checking.enums.has(name)) {
    report(checking, where, "name-taken", { name, by: "enum" });
  }
  module.names.set(name, entity);
  if (isValueKind(entity)) checking.values.set(entity.id, entity);
}

function isValueKind(entity: Entity): entity is ValueScope {
  return "id" in entity && entity.kind !== "table";
}

/** Declares the names of the methodology and, one after the other, of every component that it uses. */
export function declareNames(
  checking: Checking,
  module: Module,
  data: MethodologyData,
): readonly OpenModule[] {
  for (const name of checking.enums.keys()) {
    if (!isReserved(name)) continue;
    const where: Where = { file: module.file, path: ["enums", name], key: true };
    report(checking, where, "name-reserved", { name });
  }
  declareLists(checking, module, data.inputs);
  return declareModule(checking, module, data, data.inputs, undefined);
}

function declareModule(
  checking: Checking,
  module: Module,
  data: MethodologyData | ComponentData,
  inputs: MethodologyData["inputs"],
  use: OpenModule["use"],
): readonly OpenModule[] {
  const tables: TableTree[] = [];
  const open: OpenModule = {
    module,
    data,
    tables,
    ...(use === undefined ? {} : { use }),
  };
  for (const [id, table] of Object.entries(data.tables ?? {})) {
    const built = buildTable(checking, module, id, table);
    if (built !== undefined) tables.push(built.tree);
    else checking.brokenTables.add(`${module.prefix}${id}`);
    const scope = built?.scope ?? brokenTable(id, `${module.prefix}${id}`);
    take(checking, module, id, scope, ["tables", id]);
  }
  declareInputs(checking, module, inputs);
  if (use !== undefined) declareArguments(checking, open, use);
  for (const [id, constant] of Object.entries(data.constants ?? {})) {
    take(checking, module, id, constantScope(checking, module, id, constant), ["constants", id]);
  }
  const inner: OpenModule[] = [];
  for (const [id, component] of Object.entries(data.components ?? {})) {
    const opened = openComponent(checking, open, id, component);
    if (opened === undefined) continue;
    inner.push(...opened);
    const [first] = opened as readonly [OpenModule];
    const entity: Entity = { kind: "component", name: id, module: first.module };
    take(checking, module, id, entity, ["components", id]);
  }
  for (const [id, formula] of Object.entries(data.formulas)) {
    take(checking, module, id, formulaScope(checking, module, id, formula), ["formulas", id]);
  }
  return [open, ...inner];
}

function brokenTable(name: string, id: string): TableScope {
  return { kind: "table", name, id, keys: [], columns: new Map(), inverse: [] };
}

function declareLists(
  checking: Checking,
  module: Module,
  inputs: Readonly<Record<string, InputData>>,
): void {
  for (const [id, input] of Object.entries(inputs)) {
    if (!("item" in input)) continue;
    const dated = input.dated === undefined ? {} : { dated: input.dated };
    checking.lists.set(id, { id, ...dated, fields: new Map() } satisfies ListScope);
    take(checking, module, id, { kind: "list", name: id }, ["inputs", id]);
  }
}

function declareInputs(
  checking: Checking,
  module: Module,
  inputs: Readonly<Record<string, InputData>>,
): void {
  for (const [id, input] of Object.entries(inputs)) {
    const path = ["inputs", id];
    if (!("item" in input)) {
      const value = inputScope(checking, module, id, id, input, path, []);
      take(checking, module, id, value, path);
      continue;
    }
    for (const [name, field] of Object.entries(input.item)) {
      const fieldPath = [...path, "item", name];
      const fieldId = `${id}.${name}`;
      const value = inputScope(checking, module, name, fieldId, field, fieldPath, [id]);
      if (isReserved(name)) {
        const where: Where = { file: module.file, path: fieldPath, key: true };
        report(checking, where, "name-reserved", { name });
      }
      checking.lists.get(id)?.fields.set(name, value);
      checking.values.set(fieldId, value);
    }
  }
}

/** A field may repeat a field of another list and nothing else. */
export function reportFieldNames(checking: Checking, module: Module): void {
  for (const list of checking.lists.values()) {
    for (const name of list.fields.keys()) {
      const other = module.names.get(name);
      if (other === undefined) continue;
      const path = ["inputs", list.id, "item", name];
      const where: Where = { file: module.file, path, key: true };
      report(checking, where, "name-taken", { name, by: other.kind });
    }
  }
}

function openComponent(
  checking: Checking,
  outer: OpenModule,
  id: string,
  data: ComponentUseData,
): readonly OpenModule[] | undefined {
  const file: ComponentFile | undefined = checking.parsed.componentFiles.get(data.use);
  if (file === undefined) return undefined;
  const path = ["components", id];
  const per: Where = { file: outer.module.file, path: [...path, "per"] };
  const prefix = `${outer.module.prefix}${id}.`;
  const module: Module = {
    prefix,
    file,
    expressions: checking.parsed.componentExpressions.get(data.use) ?? new Map(),
    names: new Map(),
    axes: readAxes(checking, data.per, per, outer.module.axes),
    documents: documentsOf(file),
    component: prefix.slice(0, -1),
  };
  const use = { outer, id, with: data.with ?? {} };
  return declareModule(checking, module, file.data, {}, use);
}

/** Arguments are values inside the component; each stands for an expression of the place where it is used. */
function declareArguments(
  checking: Checking,
  open: OpenModule,
  use: NonNullable<OpenModule["use"]>,
): void {
  const { module } = open;
  const declared = (open.data as ComponentData).arguments;
  const where: Where = { file: use.outer.module.file, path: ["components", use.id] };
  for (const [name, argument] of Object.entries(declared)) {
    const path = ["arguments", name];
    if (!Object.hasOwn(use.with, name)) {
      report(checking, { ...where, key: true }, "argument-missing", {
        component: use.id,
        argument: name,
      });
    }
    const type = once(() => {
      const at = atHand(checking, module.axes);
      const variables = variablesAt(checking, module, argument.unit_variable, path, at);
      if (variables === undefined) return unsettledType;
      const place: Where = { file: module.file, path: [...path, "type"] };
      return settleType(checking, argument.type, place, variables);
    });
    const value: ValueScope = {
      kind: "argument",
      name,
      id: `${module.prefix}${name}`,
      axes: module.axes,
      type,
      argument: nodeOnce(() => {
        const given = [...where.path, "with", name];
        if (!use.outer.module.expressions.has(pointerOf(given))) return undefined;
        return buildAt(checking, use.outer.module, given, atHand(checking, module.axes)).node;
      }),
    };
    take(checking, module, name, value, path);
  }
  for (const name of Object.keys(use.with)) {
    if (Object.hasOwn(declared, name)) continue;
    const suggestion = nearest(name, Object.keys(declared));
    report(checking, { ...where, path: [...where.path, "with", name], key: true }, "unknown-name", {
      what: "argument",
      name,
      of: use.id,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
}

/** Built when first asked; an argument that asks for itself is nothing known. */
function nodeOnce(build: () => Node | undefined): () => Node | undefined {
  let isAsked = false;
  let node: Node | undefined;
  return () => {
    if (!isAsked) {
      isAsked = true;
      node = build();
    }
    return node;
  };
}
