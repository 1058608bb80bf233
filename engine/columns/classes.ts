/**
 * Whole numbers of a column (members, flags, days, years) by what branches make of them: values of one class go the same
 * way wherever a branch hangs on that column alone. There are few classes where there are many values, so that rows with
 * answers of the same classes can be brought together before anything is computed.
 *
 * Classes are finer with every function that a branch turns out to hang on. Then `version` counts on, and what has been
 * told of classes before is out of date.
 */
export interface Classes {
  readonly version: () => number;
  /** Takes a function of a column into account; it gives no number where a value has none. */
  readonly admit: (at: number, name: string, of: (value: number) => number) => void;
  /** The class of a value, below `mostClasses`. */
  readonly classOf: (at: number, value: number) => number;
  /** What a function gives for the values of a class; `undefined` where classes do not tell. */
  readonly outcome: (at: number, name: string, of: number) => number | undefined;
}

export const mostClasses = 15;
const mostFunctions = 200;

interface Classed {
  readonly names: Map<string, number>;
  readonly functions: ((value: number) => number)[];
  readonly byValue: Map<number, number>;
  readonly byOutcomes: Map<string, number>;
  readonly outcomes: (readonly number[])[];
  /** So many classes that the column has none. */
  isRefused: boolean;
}

export function startClasses(): Classes {
  const columns: (Classed | undefined)[] = [];
  let version = 0;
  const columnAt = (at: number): Classed => {
    columns[at] ??= {
      names: new Map(),
      functions: [],
      byValue: new Map(),
      byOutcomes: new Map(),
      outcomes: [],
      isRefused: false,
    };
    return columns[at];
  };
  const refuse = (column: Classed): number => {
    column.isRefused = true;
    version += 1;
    return 0;
  };
  const classIn = (column: Classed, value: number): number => {
    const outcomes = column.functions.map((of) => of(value));
    const key = outcomes.join();
    const known = column.byOutcomes.get(key);
    const found = known ?? column.outcomes.length;
    if (known === undefined) {
      if (found === mostClasses) return refuse(column);
      column.byOutcomes.set(key, found);
      column.outcomes.push(outcomes);
    }
    column.byValue.set(value, found);
    return found;
  };
  return {
    version: () => version,
    admit(at, name, of) {
      const column = columnAt(at);
      if (column.isRefused || column.names.has(name)) return;
      version += 1;
      if (column.functions.length === mostFunctions) {
        column.isRefused = true;
        return;
      }
      column.names.set(name, column.functions.length);
      column.functions.push(of);
      const values = [...column.byValue.keys()];
      column.byValue.clear();
      column.byOutcomes.clear();
      column.outcomes.length = 0;
      for (const value of values) if (!column.isRefused) classIn(column, value);
    },
    classOf(at, value) {
      const column = columnAt(at);
      if (column.isRefused) return 0;
      return column.byValue.get(value) ?? classIn(column, value);
    },
    outcome(at, name, of) {
      const column = columnAt(at);
      const place = column.names.get(name);
      return column.isRefused || place === undefined ? undefined : column.outcomes[of]?.[place];
    },
  };
}
