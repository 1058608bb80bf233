import type { Path } from "../../engine/issue.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { fieldName } from "./answer-set.ts";
import { type Draft, entriesOf, type Item, itemsOf, type Place } from "./draft.ts";

/**
 * The place that an issue's path names: `boilers`, 0, `fuel_use`, `2023-04-01`. What stands before the id of an input
 * or a list (`sets`, `plan`, `given`) is passed over.
 */
export function placeOfPath(form: Form, draft: Draft, path: Path): Place | undefined {
  const start = path.findIndex(
    (part) =>
      part === "period" ||
      form.inputs.some(({ id, list }) => list === undefined && id === part) ||
      form.lists.some(({ id }) => id === part),
  );
  if (start < 0) return undefined;
  const [first, second, third, ...others] = path.slice(start);
  const head = String(first);
  if (form.lists.every(({ id }) => id !== head)) {
    const keys = path.slice(start + 1).map(String);
    return { input: head, at: metered(form, draft, head, undefined, keys) };
  }
  const item = typeof second === "number" ? itemsOf(draft, head)[second] : undefined;
  const field = form.inputs.find((input) => input.list === head && fieldName(input) === third);
  if (item === undefined || field === undefined) return { input: head, at: "" };
  const at = metered(form, draft, field.id, item, others.map(String));
  return { input: field.id, item: item.key, at };
}

/** Days of a meter's readings stand for the rows that hold them. */
function metered(
  form: Form,
  draft: Draft,
  id: string,
  item: Item | undefined,
  keys: readonly string[],
): string {
  const input = form.inputs.find((one) => one.id === id);
  const at = keys.slice(0, Math.max(input?.per.length ?? 0, input?.meter ? 1 : 0)).join("/");
  if (input?.meter !== true) return at;
  const rows = Object.entries(entriesOf(draft, id, item?.key));
  const found = rows.find(([row, { date }]) => {
    const rest = row.split("/");
    return (
      keys.includes(date ?? "") && rest.every((key) => /^r\d+$/.test(key) || keys.includes(key))
    );
  });
  return found?.[0] ?? at;
}
