/** Begins the ids of the fields of a case; the project itself has the empty id. */
export function casePrefix(project: string, id: string): string {
  return `project-${project}${id === "" ? "" : `-${id}`}`;
}
