import type { ComponentChildren } from "preact";
import { useSetting } from "../../widgets/setting.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { currentCase, type Project } from "./state.ts";
import type { AssessmentWords } from "./words.ts";

/** Which project a search is about; nothing where there is only one. */
export function ProjectPick({
  id,
  projects,
  value,
  words,
  onPick,
}: {
  readonly id: string;
  readonly projects: readonly Project[];
  readonly value: string;
  readonly words: AssessmentWords;
  readonly onPick: (project: string) => void;
}): ComponentChildren {
  const { language } = useSetting();
  if (projects.length < 2) return null;
  return (
    <div class="question">
      <label for={id}>{words.project}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {projects.map((project) => (
          <option key={project.id} value={project.id} selected={project.id === value}>
            {projectName(project, language)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What a project is called: its own title, or that of its methodology. */
export function projectName(project: Project, language: "ja" | "en" | "ja_easy"): string {
  return project.title === ""
    ? plainWords(currentCase(project).form.title, language)
    : project.title;
}
