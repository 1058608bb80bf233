import { useCallback, useRef, useState } from "preact/hooks";
import type { AssessmentRecord } from "../../engine/assessment/assessment.ts";
import { useAssessor } from "./assessor-context.ts";
import type { Forms } from "./record.ts";

/** The forms that have come so far, and a way to bring those that a record needs. */
export interface KnownForms {
  readonly forms: Forms;
  /** Errors: rejects where a form cannot be loaded. */
  readonly bring: (methodologies: readonly string[]) => Promise<Forms>;
}

/** The forms of methodologies, each loaded once. */
export function useForms(): KnownForms {
  const load = useAssessor()?.loadForm;
  const [forms, setForms] = useState<Forms>({});
  const known = useRef<Forms>(forms);
  const bring = useCallback(
    async (methodologies: readonly string[]): Promise<Forms> => {
      const wanted = methodologies.filter((id) => known.current[id] === undefined);
      const loaded = await Promise.all(wanted.map(async (id) => [id, await load?.(id)] as const));
      const found = loaded.flatMap(([id, form]) => (form === undefined ? [] : [[id, form]]));
      known.current = { ...known.current, ...Object.fromEntries(found) };
      setForms(known.current);
      return known.current;
    },
    [load],
  );
  return { forms, bring };
}

/** Every methodology that a record names, rules of the scheme among them. */
export function namedIn(record: AssessmentRecord): readonly string[] {
  const variants = record.projects.flatMap((project) => [project, ...(project.variants ?? [])]);
  return [
    ...new Set([
      ...variants.map(({ answers }) => answers.methodology),
      ...[record, ...variants].flatMap(({ scheme }) => Object.keys(scheme ?? {})),
    ]),
  ];
}
