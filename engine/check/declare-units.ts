import type { ReadFile } from "../methodology/file.ts";
import type { Label, UnitData } from "../methodology/schema.ts";
import type { Tree } from "../methodology/tree.ts";
import { multiply, readExact } from "../quantity/exact.ts";
import { parseUnit, type Unit, type UnitScope } from "../quantity/unit.ts";
import { knownUnits } from "../quantity/unit-registry.ts";
import type { Checking } from "./scope.ts";
import { report } from "./scope.ts";
import { readUnit } from "./units.ts";

type FileWithUnits = ReadFile<{
  readonly things?: Readonly<Record<string, Label>> | undefined;
  readonly units?: Readonly<Record<string, UnitData>> | undefined;
}>;

/** Counted things and units that files declare. */
export interface DeclaredUnits {
  readonly scope: UnitScope;
  readonly things: Tree["things"];
  readonly units: Tree["units"];
  /** Reports what is wrong with them, once there is somewhere to report to. */
  readonly report: (checking: Checking) => void;
}

/**
 * Collects things and units; a unit may be given in terms of one that stands elsewhere. A declared name must not be one
 * of the registry: `t` is a tonne everywhere.
 */
export function declareUnits(files: readonly FileWithUnits[]): DeclaredUnits {
  const things = new Map<string, Label>();
  const units = new Map<string, Unit>();
  const declared = new Map<string, { readonly data: UnitData; readonly file: FileWithUnits }>();
  const problems: ((checking: Checking) => void)[] = [];
  for (const file of files) {
    for (const [id, label] of Object.entries(file.data.things ?? {})) {
      const known = knownUnits.get(id);
      const where = { file, path: ["things", id], key: true };
      if (known !== undefined && !known.dimensions.has(`thing:${id}`)) {
        problems.push((checking) =>
          report(checking, where, "name-taken", { name: id, by: "unit" }),
        );
      } else if (!things.has(id)) things.set(id, label);
    }
    for (const [id, data] of Object.entries(file.data.units ?? {})) {
      const where = { file, path: ["units", id], key: true };
      const other = declared.get(id);
      const differs =
        other !== undefined && (other.data.value !== data.value || other.data.unit !== data.unit);
      if (differs || knownUnits.has(id) || things.has(id)) {
        problems.push((checking) =>
          report(checking, where, "name-taken", { name: id, by: "unit" }),
        );
      } else declared.set(id, { data, file });
    }
  }
  const scope: UnitScope = { things: new Set(things.keys()), units, variables: new Map() };
  let open = [...declared];
  for (let settled = true; settled && open.length > 0; ) {
    const left = open.filter(([id, { data }]) => {
      const factor = readExact(data.value);
      const reading = parseUnit(data.unit, scope);
      if (factor === undefined || factor.numerator <= 0 || !reading.ok) return true;
      units.set(id, {
        parts: new Map([[id, 1]]),
        factor: multiply(factor, reading.unit.factor),
        dimensions: reading.unit.dimensions,
      });
      return false;
    });
    settled = left.length < open.length;
    open = left;
  }
  for (const [id, { data, file }] of open) {
    problems.push((checking) => {
      const path = ["units", id];
      const factor = readExact(data.value);
      if (factor === undefined || factor.numerator <= 0) {
        report(checking, { file, path: [...path, "value"] }, "not-above-zero", {
          text: data.value,
        });
      } else readUnit(checking, data.unit, { file, path: [...path, "unit"] });
    });
  }
  return {
    scope,
    things: [...things].map(([id, label]) => ({ id, label })),
    units: [...declared].map(([id, { data }]) => ({ id, factor: data.value, unit: data.unit })),
    report: (checking) => {
      for (const problem of problems) problem(checking);
    },
  };
}
