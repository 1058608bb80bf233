import { nearest } from "../methodology/near.ts";
import type { MethodologyData } from "../methodology/schema.ts";
import type { Checking, Where } from "./scope.ts";
import { report } from "./scope.ts";

/**
 * Old ids of inputs, fields and members, so that saved answers survive: `old_area: area`, `stands.size: stands.area`,
 * `fuel.oil: fuel.heavy_oil_a`. The new one must be there, and the old one must not.
 */
export function reportRenamed(
  checking: Checking,
  where: Where,
  renamed: MethodologyData["renamed"],
): void {
  const inputs = [...checking.values.values()].filter(({ kind }) => kind === "input");
  const members = [...checking.enums.values()].flatMap((one) =>
    one.members.map(({ id }) => `${one.id}.${id}`),
  );
  const names = [...inputs.map(({ id }) => id), ...checking.lists.keys(), ...members];
  for (const [old, id] of Object.entries(renamed ?? {})) {
    const at: Where = { ...where, path: [...where.path, old] };
    if (names.includes(old)) {
      report(checking, { ...at, key: true }, "renamed-in-use", { name: old });
    }
    // A field or member may be named alone: it stays where it was.
    const home = old.includes(".") ? old.slice(0, old.indexOf(".") + 1) : "";
    if (names.includes(id) || names.includes(`${home}${id}`)) continue;
    const suggestion = nearest(id, names);
    report(checking, at, "unknown-name", {
      what: "input",
      name: id,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
}
