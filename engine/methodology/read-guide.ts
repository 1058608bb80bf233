import { fail, ok, type Result } from "../issue.ts";
import { type Guide, guideSchema } from "./guide-schema.ts";
import { shapeIssues } from "./schema-issues.ts";
import { readTree } from "./yaml.ts";

/** The name of the guide's file beside the methodologies, and of the JSON that a build makes of it. */
export const guideFile = "assessment.yaml";
export const guideJson = "assessment.json";

/**
 * Reads the guide of the potential assessment from YAML or JSON.
 *
 * Errors: everything that is wrong with text and shape, with places in the file.
 */
export function readGuide(text: string, file: string): Result<Guide> {
  const tree = readTree(text, file);
  if (!tree.ok) return tree;
  const { data, place } = tree.value;
  const issues = shapeIssues(guideSchema, data, place);
  return issues.length > 0 ? fail(issues) : ok(data as unknown as Guide, tree.warnings);
}
