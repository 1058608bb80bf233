import type { Answers, Axis, Body, Holder, Model, Term, Type } from "./model.ts";

/** The model as the engine's own file: a tree of text as YAML gives it, and the text of each expression. */
type Data = { [key: string]: Data | (Data | string)[] | string };

const sourced = { source: { document: "book", clause: "1" }, provenance: "confirmed" };
const label = (id: string) => ({ ja: id, en: id });

export function expressionText(node: Term): string {
  switch (node.kind) {
    case "number":
      return node.unit === "1" ? node.digits : `${node.digits} [${node.unit}]`;
    case "boolean":
      return `${node.value}`;
    case "member":
      return `${node.enum}.${node.member}`;
    case "name":
      return node.id;
    case "through":
      return `${node.pointer}.${node.id}`;
    case "move":
      return `(${expressionText(node.of)}) ${node.count < 0 ? "-" : "+"} ${Math.abs(node.count)} [${node.unit}]`;
    case "apart":
      return `((${expressionText(node.left)}) - (${expressionText(node.right)})) / 1 [day]`;
    case "months_between":
    case "years_between": {
      const unit = node.kind === "years_between" ? "yr" : "month";
      const dates = [node.left, node.right].map(expressionText).join(", ");
      return `max(0, ${node.kind}(${dates}) / 1 [${unit}])`;
    }
    case "fiscal_year":
      return `fiscal_year(${expressionText(node.of)})`;
    case "known":
      return `known(${node.id})`;
    case "axis":
      return node.axis === "years" ? "year" : node.axis;
    case "known_cell":
      return `known(${expressionText(node.lookup)})`;
    case "lookup":
      return `${node.table}[${node.keys.map(expressionText).join(", ")}].${node.column}`;
    case "negation":
      return `-(${expressionText(node.operand)})`;
    case "not":
      return `not (${expressionText(node.operand)})`;
    case "operation":
      return `(${expressionText(node.left)}) ${node.operator} (${expressionText(node.right)})`;
    case "call":
      return `${node.function}(${node.terms.map(expressionText).join(", ")})`;
    case "over": {
      const where = node.where === undefined ? "" : ` where ${expressionText(node.where)}`;
      const terms = [node.body, node.weight].flatMap((term) =>
        term === undefined ? [] : [expressionText(term)],
      );
      return `${node.function}(${[node.axis, ...terms].join(", ")}${where})`;
    }
  }
}

function bodyData(body: Body, model: Model): Data {
  const outcome = (term: Term | "stop"): Data =>
    term === "stop" ? { then: "stop", because: label("stopped") } : { then: expressionText(term) };
  switch (body.kind) {
    case "expr":
      return { expr: expressionText(body.term) };
    case "cases":
      return {
        cases: [
          ...body.cases.map((one) => ({ when: expressionText(one.when), ...outcome(one.then) })),
          { otherwise: expressionText(body.otherwise) },
        ],
      };
    case "match":
      return {
        match: expressionText(body.subject),
        then: Object.fromEntries(
          (model.enums[body.enum] ?? []).map((member, index) => [
            member,
            expressionText(body.branches[index] as Term),
          ]),
        ),
      };
  }
}

const typeText = (type: Type): string =>
  type.kind === "quantity"
    ? `quantity ${type.unit}`
    : type.kind === "enum"
      ? `enum ${type.enum}`
      : type.kind === "item"
        ? "item plots"
        : type.kind;

const perText = (per: readonly Axis[]): Data => (per.length === 0 ? {} : { per: [...per] });

/** The methodology file as data: JSON of it is YAML. */
export function fileOf(model: Model): Data {
  const keyTypes = { kind: "kind", grade: "grade", years: "fiscal_year", interval: "interval kg" };
  const inputData = (input: Model["inputs"][number]): Data => ({
    type: typeText(input.type),
    label: label(input.id),
    ...(input.perYears ? { per: "years" } : input.perKind ? { per: "kind" } : {}),
    ...(input.type.kind === "quantity" && !input.perYears ? { holds: "throughout" } : {}),
    ...(input.isOptional ? { optional: "true" } : {}),
  });
  const listOf = (list: "rows" | "plots"): Data => ({
    type: "list",
    label: label(list),
    min_items: "0",
    max_items: "10",
    item: Object.fromEntries(
      model.inputs
        .filter((input) => input.list === list)
        .map((input) => [input.id, inputData(input)]),
    ),
  });
  return {
    format: "methodology/1",
    id: "MADE-1",
    version: "1-r1",
    status: "draft",
    title: label("Made by chance"),
    documents: { book: { title: label("Book"), standing: "publication" } },
    enums: Object.fromEntries(
      Object.entries(model.enums).map(([id, members]) => [
        id,
        model.parts[id] === undefined
          ? {
              ordered: "true",
              members: Object.fromEntries(members.map((one) => [one, label(one)])),
            }
          : { of: model.parts[id], members: [...members] },
      ]),
    ),
    tables: Object.fromEntries(
      model.tables.map((table) => [
        table.id,
        {
          key: Object.fromEntries(table.keys.map((key, index) => [`key${index}`, keyTypes[key]])),
          ...(table.keys.includes("interval") ? { includes: "lower" } : {}),
          columns: { value: table.unit },
          ...sourced,
          rows: table.rows.map((row) => ({
            ...Object.fromEntries(
              row.keys.map((cell, index) => [
                `key${index}`,
                cell.includes("|") ? cell.split("|") : cell,
              ]),
            ),
            value: row.value,
          })),
        },
      ]),
    ) as Data,
    constants: {
      ...Object.fromEntries(
        model.constants.map(({ id, value, unit }) => [
          id,
          { value, unit, label: label(id), ...sourced },
        ]),
      ),
      ...Object.fromEntries(
        model.years.map(({ id, year }) => [
          id,
          { value: `${year}`, type: "fiscal_year", label: label(id), ...sourced },
        ]),
      ),
      ...Object.fromEntries(
        model.days.map(({ id, day }) => [
          id,
          { value: day, type: "date", label: label(id), ...sourced },
        ]),
      ),
    },
    period: { cut: [{ at: "fiscal_year", ...sourced }] },
    inputs: {
      ...Object.fromEntries(
        model.inputs
          .filter(({ list }) => list === undefined)
          .map((input) => [input.id, inputData(input)]),
      ),
      plots: listOf("plots"),
      rows: listOf("rows"),
    },
    formulas: Object.fromEntries(
      model.formulas.map(({ id, type, per, body, round }) => [
        id,
        {
          label: label(id),
          ...perText(per),
          ...(type.kind === "quantity" ? { unit: type.unit } : { type: typeText(type) }),
          ...bodyData(body, model),
          ...(round === undefined ? {} : { round: { ...round, ...sourced } }),
          ...sourced,
        },
      ]),
    ),
    outputs: Object.fromEntries(
      model.formulas.map(({ id }, index) => [
        id,
        index === model.formulas.length - 1 ? { main: "true" } : {},
      ]),
    ),
  };
}

/** The answers as the engine reads them. */
export function answersOf(
  answers: Answers,
  kinds: readonly string[],
): { period: { from: string; to: string }; given: Data } {
  const given = (holder: Holder): Data => {
    const data: Data = {};
    for (const [id, text] of Object.entries(holder.scalars))
      if (text !== undefined) data[id] = text;
    for (const [id, texts] of Object.entries(holder.perYear)) {
      const byYear: Data = {};
      texts.forEach((text, index) => {
        if (text !== undefined) byYear[`FY${answers.firstYear + index}`] = text;
      });
      data[id] = byYear;
    }
    for (const [id, texts] of Object.entries(holder.perKind)) {
      const byKind = texts.flatMap((text, index): [string, string][] =>
        text === undefined ? [] : [[kinds[index] ?? "", text]],
      );
      data[id] = Object.fromEntries(byKind);
    }
    return data;
  };
  return {
    period: {
      from: `${answers.firstYear}-04-01`,
      to: `${answers.firstYear + answers.years}-03-31`,
    },
    given: {
      ...given(answers),
      rows: answers.rows.map(given),
      plots: answers.plots.map(given),
    },
  };
}
