import { completed, dayNumber, dayText, fiscalYear, movedDay } from "./days.ts";
import {
  dividedBy,
  type Fraction,
  fraction,
  fractionOf,
  isEqual,
  isLess,
  lastPlace,
  minus,
  plus,
  roundWhole,
  textOf,
  times,
} from "./fraction.ts";
import type { Answers, Axis, Body, Formula, Input, Model, Table, Term } from "./model.ts";

/** The oracle: walks the model itself, from the outputs down, with nothing of the engine. */
type None = "missing" | "stopped" | "failed";
type Value =
  | { readonly is: "number"; readonly number: Fraction }
  | { readonly is: "boolean"; readonly boolean: boolean }
  | { readonly is: "member"; readonly member: string }
  | { readonly is: "none"; readonly none: None };
type At = Readonly<Partial<Record<Axis, number>>>;

const none = (kind: None): Value => ({ is: "none", none: kind });
const number = (value: Fraction): Value => ({ is: "number", number: value });
const boolean = (value: boolean): Value => ({ is: "boolean", boolean: value });

const factors: Readonly<Record<string, Fraction>> = {
  "1": fractionOf("1"),
  "%": fractionOf("1/100"),
  g: fractionOf("1/1000"),
  kg: fractionOf("1"),
  t: fractionOf("1000"),
  MJ: fractionOf("1"),
  GJ: fractionOf("1000"),
  kWh: fractionOf("3.6"),
};

const known = new Map<string, Fraction>();

/** A unit of one name, or one name over another, in kg and MJ. */
export function factorOf(unit: string): Fraction {
  const found = known.get(unit) ?? factorIn(unit);
  known.set(unit, found);
  return found;
}

function factorIn(unit: string): Fraction {
  const [above = "1", below] = unit.split("/");
  const upper = factors[above];
  const lower = below === undefined ? factors["1"] : factors[below];
  if (upper === undefined || lower === undefined) throw new Error(`no such unit: ${unit}`);
  return dividedBy(upper, lower);
}

const order = { failed: 0, missing: 1, stopped: 2 } as const;

function worst(values: readonly Value[]): Value | undefined {
  let found: Value | undefined;
  for (const value of values) {
    if (value.is !== "none") continue;
    if (found?.is !== "none" || order[value.none] < order[found.none]) found = value;
  }
  return found;
}

const numberOf = (value: Value): Fraction => {
  if (value.is !== "number") throw new Error("not a number");
  return value.number;
};

/** What a model says by itself, found once for all its answers. */
interface Known {
  readonly formulas: ReadonlyMap<string, Formula>;
  readonly inputs: ReadonlyMap<string, Input>;
  /** Constants, years and days, which are the same under all answers. */
  readonly fixed: ReadonlyMap<string, Value>;
  readonly tables: ReadonlyMap<string, Table>;
}

const models = new WeakMap<Model, Known>();

function knownOf(model: Model): Known {
  const found = models.get(model) ?? {
    formulas: new Map(model.formulas.map((formula) => [formula.id, formula])),
    inputs: new Map(model.inputs.map((input) => [input.id, input])),
    fixed: new Map([
      ...model.constants.map(
        ({ id, value, unit }) => [id, number(times(fractionOf(value), factorOf(unit)))] as const,
      ),
      ...model.years.map(({ id, year }) => [id, number(fraction(BigInt(year), 1n))] as const),
      ...model.days.map(({ id, day }) => [id, number(dayNumber(day))] as const),
    ]),
    tables: new Map(model.tables.map((table) => [table.id, table])),
  };
  models.set(model, found);
  return found;
}

/** Every value of every formula, as text, by formula and place: `2,alpha,FY2021`, as far as it has these axes. */
export function oracle(
  model: Model,
  answers: Answers,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const { formulas, inputs, fixed, tables } = knownOf(model);
  const lengths: Readonly<Record<Axis, number>> = {
    rows: answers.rows.length,
    plots: answers.plots.length,
    kind: model.enums.kind?.length ?? 0,
    few: model.enums.few?.length ?? 0,
    years: answers.years,
  };

  function answer(id: string, at: At): string | undefined {
    const input = inputs.get(id);
    const holder = input?.list === undefined ? answers : answers[input.list][at[input.list] ?? -1];
    if (input?.perYears === true) return holder?.perYear[id]?.[at.years ?? -1];
    return input?.perKind === true ? holder?.perKind[id]?.[kindAt(at)] : holder?.scalars[id];
  }

  /** The position of the kind at hand, which may be a member of the part. */
  function kindAt(at: At): number {
    if (at.kind !== undefined) return at.kind;
    return model.enums.kind?.indexOf(model.enums.few?.[at.few ?? -1] ?? "") ?? -1;
  }

  function named(id: string, at: At): Value {
    const formula = formulas.get(id);
    if (formula !== undefined) return formulaValue(formula, at);
    const constant = fixed.get(id);
    if (constant !== undefined) return constant;
    const text = answer(id, at);
    if (text === undefined) return none("missing");
    const type = inputs.get(id)?.type;
    if (type?.kind === "boolean") return boolean(text === "true");
    if (type?.kind === "enum") return { is: "member", member: text };
    if (type?.kind === "date") return number(dayNumber(text));
    const [digits = "", unit = "1"] = text.split(" ");
    return number(times(fractionOf(digits), factorOf(unit)));
  }

  function look(table: Table, keys: readonly Value[]): Value {
    const absent = worst(keys);
    if (absent !== undefined) return absent;
    const matches = (row: string, key: Value): boolean => {
      if (key.is === "member") return row === "*" || row.split("|").includes(key.member);
      const value = numberOf(key);
      const [from = "", to] = row.split("..");
      if (to === undefined) return isEqual(value, fractionOf(from));
      const isAbove = !isLess(value, fractionOf(from));
      return table.keys.includes("interval")
        ? isAbove && (to === "" || isLess(value, fractionOf(to)))
        : isAbove && !isLess(fractionOf(to), value);
    };
    // Explicit cells before `*`, key by key from the left.
    let candidates = table.rows.filter((row) =>
      keys.every((key, index) => matches(row.keys[index] ?? "", key)),
    );
    keys.forEach((_, index) => {
      const explicit = candidates.filter((row) => row.keys[index] !== "*");
      if (explicit.length > 0) candidates = explicit;
    });
    const [row] = candidates;
    return row === undefined || row.value === "none"
      ? none("failed")
      : number(times(fractionOf(row.value), factorOf(table.unit)));
  }

  const known = new Map<string, Value>();

  function formulaValue(formula: Formula, at: At): Value {
    const own: { [axis in Axis]?: number } = {};
    let place = formula.id;
    for (const axis of formula.per) {
      const index = axis === "kind" ? kindAt(at) : (at[axis] ?? -1);
      own[axis] = index;
      place += ` ${index}`;
    }
    const found = known.get(place) ?? rounded(formula, bodyOf(formula.body, own));
    known.set(place, found);
    return found;
  }

  function rounded(formula: Formula, value: Value): Value {
    if (value.is !== "number" || formula.round === undefined || formula.type.kind !== "quantity") {
      return value;
    }
    const unit = factorOf(formula.type.unit);
    const own = dividedBy(value.number, unit);
    const { round } = formula;
    const to =
      "to" in round ? fractionOf(round.to) : lastPlace(own, Number.parseInt(round.digits, 10));
    const whole = roundWhole(dividedBy(own, to), round.mode);
    return number(times(times(fraction(whole, 1n), to), unit));
  }

  function bodyOf(body: Body, at: At): Value {
    switch (body.kind) {
      case "expr":
        return term(body.term, at);
      case "cases":
        for (const branch of body.cases) {
          const when = term(branch.when, at);
          if (when.is === "none") return when;
          if (when.is === "boolean" && when.boolean) {
            return branch.then === "stop" ? none("stopped") : term(branch.then, at);
          }
        }
        return term(body.otherwise, at);
      case "match": {
        const subject = term(body.subject, at);
        if (subject.is !== "member") return subject;
        const position = model.enums[body.enum]?.indexOf(subject.member) ?? -1;
        return term(body.branches[position] as Term, at);
      }
    }
  }

  function term(node: Term, at: At): Value {
    switch (node.kind) {
      case "number":
        return number(times(fractionOf(node.digits), factorOf(node.unit)));
      case "boolean":
        return boolean(node.value);
      case "member":
        return { is: "member", member: node.member };
      case "name":
        return named(node.id, at);
      case "known":
        return boolean(answer(node.id, at) !== undefined);
      case "axis":
        return node.axis === "years"
          ? number(fraction(BigInt(answers.firstYear + (at.years ?? 0)), 1n))
          : { is: "member", member: model.enums[node.axis]?.[at[node.axis] ?? -1] ?? "" };
      case "through": {
        const plot = answer(node.pointer, at);
        if (plot === undefined) return none("missing");
        return named(node.id, { ...at, plots: Number.parseInt(plot, 10) - 1 });
      }
      case "move": {
        const from = term(node.of, at);
        return from.is === "number" ? number(movedDay(from.number, node.count, node.unit)) : from;
      }
      case "apart":
      case "months_between":
      case "years_between": {
        const pair = [term(node.left, at), term(node.right, at)];
        const absent = worst(pair);
        if (absent !== undefined) return absent;
        const [left, right] = pair.map(numberOf) as [Fraction, Fraction];
        if (node.kind === "apart") return number(minus(left, right));
        return number(completed(left, right, node.kind === "years_between" ? 12 : 1));
      }
      case "fiscal_year": {
        const day = term(node.of, at);
        return day.is === "number" ? number(fiscalYear(day.number)) : day;
      }
      case "lookup":
        return look(
          tables.get(node.table) as Table,
          node.keys.map((key) => term(key, at)),
        );
      case "known_cell": {
        const keys = node.lookup.keys.map((key) => term(key, at));
        const absent = worst(keys);
        if (absent !== undefined) return absent;
        return boolean(look(tables.get(node.lookup.table) as Table, keys).is === "number");
      }
      case "negation":
      case "not": {
        const value = term(node.operand, at);
        if (value.is === "number") return number(minus(fractionOf("0"), value.number));
        return value.is === "boolean" ? boolean(!value.boolean) : value;
      }
      case "operation":
        return operation(node, at);
      case "call":
        return call(
          node.function,
          node.terms.map((one) => term(one, at)),
        );
      case "over":
        return over(node, at);
    }
  }

  function operation(node: Extract<Term, { kind: "operation" }>, at: At): Value {
    const left = term(node.left, at);
    if (node.operator === "and" || node.operator === "or") {
      const decided = node.operator === "or";
      if (left.is === "boolean" && left.boolean === decided) return left;
      const right = term(node.right, at);
      if (left.is === "boolean") return right;
      if (right.is === "boolean" && right.boolean === decided) return right;
      return worst([left, right]) as Value;
    }
    const right = term(node.right, at);
    const absent = worst([left, right]);
    if (absent !== undefined) return absent;
    const a = rankOf(left);
    const b = rankOf(right);
    switch (node.operator) {
      case "+":
        return number(plus(a, b));
      case "-":
        return number(minus(a, b));
      case "*":
        return number(times(a, b));
      case "/":
        return b.n === 0n ? none("failed") : number(dividedBy(a, b));
      case "<":
        return boolean(isLess(a, b));
      case "<=":
        return boolean(!isLess(b, a));
      case ">":
        return boolean(isLess(b, a));
      case ">=":
        return boolean(!isLess(a, b));
      case "==":
        return boolean(isEqual(a, b));
      case "!=":
        return boolean(!isEqual(a, b));
    }
  }

  /** What a value is ordered by: of a member its place in the enum, of which a part's members are members too. */
  function rankOf(value: Value): Fraction {
    if (value.is !== "member") return numberOf(value);
    const { kind = [], grade = [] } = model.enums;
    return fraction(BigInt([...kind, ...grade].indexOf(value.member)), 1n);
  }

  function call(name: "min" | "max" | "abs" | "clamp", values: readonly Value[]): Value {
    const absent = worst(values);
    if (absent !== undefined) return absent;
    if (values.some(({ is }) => is === "member")) {
      const [first, ...rest] = values as [Value, ...Value[]];
      const isBefore = (one: Value, other: Value) => isLess(rankOf(one), rankOf(other));
      return rest.reduce(
        (a, b) => (isBefore(name === "min" ? b : a, name === "min" ? a : b) ? b : a),
        first,
      );
    }
    const numbers = values.map(numberOf);
    const least = (all: readonly Fraction[]) => all.reduce((a, b) => (isLess(b, a) ? b : a));
    const most = (all: readonly Fraction[]) => all.reduce((a, b) => (isLess(a, b) ? b : a));
    switch (name) {
      case "min":
        return number(least(numbers));
      case "max":
        return number(most(numbers));
      case "abs": {
        const [value] = numbers as [Fraction];
        return number(value.n < 0n ? { n: -value.n, d: value.d } : value);
      }
      case "clamp": {
        const [value, low, high] = numbers as [Fraction, Fraction, Fraction];
        return number(least([most([value, low]), high]));
      }
    }
  }

  function over(node: Extract<Term, { kind: "over" }>, at: At): Value {
    const found: Value[] = [];
    const weights: Value[] = [];
    for (let index = 0; index < lengths[node.axis]; index += 1) {
      const here = { ...at, [node.axis]: index };
      if (node.where !== undefined) {
        const where = term(node.where, here);
        if (where.is === "none") {
          found.push(where);
          continue;
        }
        if (where.is === "boolean" && !where.boolean) continue;
      }
      found.push(node.body === undefined ? boolean(true) : term(node.body, here));
      if (node.weight !== undefined) weights.push(term(node.weight, here));
    }
    if (node.function === "all" || node.function === "any") {
      const decided = node.function === "any";
      if (found.some((value) => value.is === "boolean" && value.boolean === decided))
        return boolean(decided);
      return worst(found) ?? boolean(!decided);
    }
    const absent = worst([...found, ...weights]);
    if (absent !== undefined) return absent;
    if (node.function === "count") return number(fraction(BigInt(found.length), 1n));
    const numbers = found.map(numberOf);
    if (node.function === "weighted_average") {
      const shares = weights.map(numberOf);
      const whole = shares.reduce(plus, fractionOf("0"));
      if (whole.n === 0n) return none("failed");
      const parts = numbers.map((value, index) => times(value, shares[index] as Fraction));
      return number(dividedBy(parts.reduce(plus, fractionOf("0")), whole));
    }
    const total = numbers.reduce(plus, fractionOf("0"));
    if (node.function === "sum") return number(total);
    if (numbers.length === 0) return none("failed");
    if (node.function === "average")
      return number(dividedBy(total, fraction(BigInt(numbers.length), 1n)));
    return number(
      numbers.reduce((a, b) => (isLess(a, b) === (node.function === "min_of") ? a : b)),
    );
  }

  function print(formula: Formula, value: Value): string {
    switch (value.is) {
      case "none":
        return value.none;
      case "boolean":
        return `${value.boolean}`;
      case "member":
        return value.member;
      case "number":
        if (formula.type.kind === "date") return dayText(value.number);
        return textOf(
          formula.type.kind === "quantity"
            ? dividedBy(value.number, factorOf(formula.type.unit))
            : value.number,
        );
    }
  }

  const placed = new Map<string, readonly (readonly [string, At])[]>();
  /** Every place along some axes, with its name. */
  function places(per: readonly Axis[]): readonly (readonly [string, At])[] {
    const axes = per.join();
    const found = placed.get(axes) ?? placesAlong(per).map((at) => [nameOf(at), at] as const);
    placed.set(axes, found);
    return found;
  }
  function placesAlong(per: readonly Axis[]): readonly At[] {
    return per.reduce<readonly At[]>(
      (all, axis) =>
        all.flatMap((at) =>
          Array.from({ length: lengths[axis] }, (_, index) => ({ ...at, [axis]: index })),
        ),
      [{}],
    );
  }
  function nameOf(at: At): string {
    return [
      ...(at.rows === undefined ? [] : [`${at.rows + 1}`]),
      ...(at.plots === undefined ? [] : [`${at.plots + 1}`]),
      ...(at.kind === undefined ? [] : [model.enums.kind?.[at.kind] ?? ""]),
      ...(at.few === undefined ? [] : [model.enums.few?.[at.few] ?? ""]),
      ...(at.years === undefined ? [] : [`FY${answers.firstYear + at.years}`]),
    ].join();
  }
  return Object.fromEntries(
    model.formulas.map((formula) => [
      formula.id,
      Object.fromEntries(
        places(formula.per).map(([name, at]) => [name, print(formula, formulaValue(formula, at))]),
      ),
    ]),
  );
}
