import type { AnswerRecord } from "../answers/record.ts";
import type { Issue, Result } from "../issue.ts";
import type { Guide } from "../methodology/guide-schema.ts";
import type { Given, ProjectRecord } from "./assessment.ts";
import type { OpenProject } from "./subject.ts";

/** A project for each methodology that the things lead to, with the answers that follow from the thing. */
export async function projectsFor(
  guide: Guide,
  things: readonly string[],
  openProject: (id: string) => Promise<Result<OpenProject>>,
): Promise<readonly ProjectRecord[]> {
  const projects: ProjectRecord[] = [];
  for (const thing of things) {
    const ways = guide.things[thing]?.leads_to ?? [];
    for (const { methodology, given, scheme } of ways) {
      const project = await openProject(methodology);
      const { tree, hash } = project.ok ? project.value.plan : { tree: undefined, hash: "" };
      const id = freeId(
        ways.length === 1 ? thing : `${thing}_${methodology.toLowerCase().replaceAll("-", "_")}`,
        projects,
      );
      const answers: AnswerRecord = {
        format: "answers/1",
        methodology,
        ...(tree === undefined ? {} : { version: tree.version, hash }),
        sets: { plan: { given: (given ?? {}) as Given } },
      };
      projects.push({
        id,
        thing,
        answers,
        ...(scheme === undefined ? {} : { scheme: scheme as ProjectRecord["scheme"] & object }),
      });
    }
  }
  return projects;
}

/** The first of `boiler`, `boiler_2`, … that no project has. */
function freeId(id: string, projects: readonly ProjectRecord[]): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? id : `${id}_${count}`;
    if (!projects.some((project) => project.id === name)) return name;
  }
}

/** That the guide does not know a thing. */
export function thingIssue(guide: Guide, thing: string, path: Issue["path"]): readonly Issue[] {
  if (Object.hasOwn(guide.things, thing)) return [];
  const facts = { found: thing.slice(0, 64), known: Object.keys(guide.things) };
  return [{ code: "assessment-thing-unknown", severity: "error", path, facts }];
}
