import type { Label, Mode } from "./schema.ts";
import type { GroupTree, InputTree, ListTree, OutputTree } from "./tree.ts";

/** `form.json`: what a page needs to paint the questions before the engine has come. Plain data, made when building. */
export interface Form {
  readonly format: "form/1";
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly status: string;
  readonly title: Label;
  readonly summary?: Label;
  readonly mode: Mode;
  /** Whether a period is asked for, and the one that is preset. */
  readonly period?: {
    readonly preset: string;
    /** What the tables by fiscal year hold. */
    readonly tables?: readonly YearsOfTable[];
  };
  readonly groups: readonly GroupTree[];
  readonly lists: readonly FormList[];
  readonly inputs: readonly FormInput[];
  readonly enums: Readonly<
    Record<string, readonly { readonly id: string; readonly label: Label }[]>
  >;
  /** Counted things with their labels, so that `person` is written 人. */
  readonly things: readonly { readonly id: string; readonly label: Label }[];
  /** Old ids of inputs and members, so that saved answers find their fields. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly outputs: readonly (Pick<OutputTree, "id" | "main" | "chart" | "words"> & {
    readonly label: Label;
    readonly unit: string;
    readonly axes: readonly string[];
    /** Whether it is rounded up to whole tonnes: so many credits cover what was emitted. */
    readonly covers?: true;
  })[];
  /** The tables that an office may put its own in place of; absent where there is none. */
  readonly replaceable?: readonly ReplaceableTable[];
  /** Inputs that matter when nothing is answered: what the first paint shows. */
  readonly initially: readonly string[];
}

/** The fiscal years for which a table has values: of most of its other keys, and of some of them only. */
export interface YearsOfTable {
  readonly label: Label;
  /** `2013..2015`, `2017`, `2021..`, in their order. */
  readonly most: readonly string[];
  readonly some: readonly string[];
}

/** A table that an office may put its own in place of, as its file has to be. */
export interface ReplaceableTable {
  readonly id: string;
  readonly label: Label;
  /** `of` names the enum of which a cell is a member. */
  readonly keys: readonly { readonly id: string; readonly unit?: string; readonly of?: string }[];
  readonly columns: readonly { readonly id: string; readonly unit?: string }[];
}

export type FormList = Omit<ListTree, "when" | "dated" | "fields">;

/** An input without its expressions; `type` in words, units as offered, `variable` the field whose member gives the unit. */
export type FormInput = Pick<
  InputTree,
  | "id"
  | "list"
  | "label"
  | "help"
  | "group"
  | "showAs"
  | "per"
  | "optional"
  | "allowed"
  | "initial"
  | "monitoring"
> & {
  readonly kind:
    | "quantity"
    | "count"
    | "enum"
    | "item"
    | "boolean"
    | "date"
    | "fiscal_year"
    | "text";
  readonly of?: string;
  readonly units: readonly string[];
  /** Units by member, where the unit depends on the answer to another field. */
  readonly variable?: { readonly input: string; readonly units: Readonly<Record<string, string>> };
  readonly default?: { readonly value: string; readonly note?: Label };
  readonly range?: { readonly low: string; readonly high: string };
  readonly meter: boolean;
};
