import type { ReadFile } from "../methodology/file.ts";
import { nearest } from "../methodology/near.ts";
import type { EnumData } from "../methodology/schema.ts";
import type { EnumTree } from "../methodology/tree.ts";
import type { Checking, Where } from "./scope.ts";
import { report } from "./scope.ts";
import type { SharedFile } from "./uses.ts";

type FileWithEnums = ReadFile<{ readonly enums?: Readonly<Record<string, EnumData>> | undefined }>;

/**
 * Brings the enums of the methodology and of the editions that it uses into one scope. An enum of the methodology has an
 * id of its own; one that two editions bring must be the same in both.
 */
export function declareEnums(
  checking: Checking,
  own: FileWithEnums,
  shared: readonly SharedFile[],
): void {
  const wheres = new Map<string, Where>();
  for (const [id, data] of Object.entries(own.data.enums ?? {})) {
    checking.enums.set(id, enumOf(id, data));
    wheres.set(id, { file: own, path: ["enums", id], key: true });
  }
  const bringers = new Map<string, FileWithEnums>();
  for (const { file, where } of shared) {
    const { enums } = file.data;
    for (const [id, data] of Object.entries(enums ?? {})) {
      const made = enumOf(id, data);
      const other = checking.enums.get(id);
      const bringer = bringers.get(id);
      if (other !== undefined && bringer === undefined) {
        report(checking, wheres.get(id) ?? where, "name-taken", { name: id, by: "enum" });
        // Members of both, so that what reads either is not told again.
        const added = made.members.filter(
          (one) => !other.members.some(({ id: own }) => own === one.id),
        );
        checking.enums.set(id, { ...other, members: [...other.members, ...added] });
      } else if (other === undefined) {
        checking.enums.set(id, made);
        bringers.set(id, file);
        wheres.set(id, { file, path: ["enums", id], key: true });
      } else if (bringer !== file && JSON.stringify(other) !== JSON.stringify(made)) {
        report(checking, where, "enum-differs", { enum: id });
      }
    }
  }
  const parts = [...checking.enums].filter(([, one]) => one.of !== undefined);
  for (const [id, part] of parts) settlePart(checking, id, part, wheres.get(id) as Where);
}

/** A part's labels are its whole's where it names members alone; where its whole has an order, it has the same. */
function settlePart(checking: Checking, id: string, part: EnumTree, where: Where): void {
  const whole = part.of === undefined ? undefined : checking.enums.get(part.of);
  const at: Where = { file: where.file, path: where.path };
  if (part.of !== undefined && whole === undefined) {
    const suggestion = nearest(part.of, checking.enums.keys());
    report(checking, { ...at, path: [...at.path, "of"] }, "unknown-name", {
      what: "enum",
      name: part.of,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    checking.enums.set(id, { id, ordered: false, members: part.members });
    return;
  }
  if (whole === undefined) return;
  if (whole.of !== undefined) {
    report(checking, { ...at, path: [...at.path, "of"] }, "part-of-part-enum", {
      enum: id,
      of: whole.id,
    });
  }
  const members = part.members.map((member, index) => {
    const meant = whole.members.find((other) => other.id === member.id);
    if (meant !== undefined) return member.label.ja === "" ? meant : member;
    const suggestion = nearest(
      member.id,
      whole.members.map((other) => other.id),
    );
    const isNamed = member.label.ja === "";
    report(
      checking,
      isNamed
        ? { ...at, path: [...at.path, "members", index] }
        : { ...at, path: [...at.path, "members", member.id], key: true },
      "unknown-name",
      {
        what: "member",
        name: member.id,
        of: whole.id,
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    );
    return member;
  });
  const places = new Map(whole.members.map((member, place) => [member.id, place]));
  const placeOf = (member: { readonly id: string }) => places.get(member.id) ?? places.size;
  const ordered = [...members].sort((one, other) => placeOf(one) - placeOf(other));
  const { ordered: isOrdered } = whole;
  checking.enums.set(id, { ...part, ordered: isOrdered, members: isOrdered ? ordered : members });
}

function enumOf(id: string, data: EnumData): EnumTree {
  const wrapped = data as {
    readonly of?: unknown;
    readonly ordered?: unknown;
    readonly members?: { readonly ja?: unknown };
  };
  const isPart = typeof wrapped.of === "string";
  const isWrapped =
    isPart ||
    typeof wrapped.ordered === "string" ||
    (typeof wrapped.members === "object" && typeof wrapped.members.ja !== "string");
  const members = (isWrapped ? wrapped.members : data) as
    | Readonly<Record<string, EnumTree["members"][number]["label"]>>
    | readonly string[];
  return {
    id,
    ordered: wrapped.ordered === "true",
    ...(isPart ? { of: wrapped.of as string } : {}),
    members: Array.isArray(members)
      ? members.map((member: string) => ({ id: member, label: { ja: "" } }))
      : Object.entries(members).map(([member, label]) => ({ id: member, label })),
  };
}
