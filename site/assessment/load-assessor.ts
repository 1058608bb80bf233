import type { Assessor } from "../../engine/assessment/assessment.ts";
import { createAssessor } from "../../engine/assessment/assessor.ts";
import { fail } from "../../engine/issue.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import { loadEditionsFrom } from "../../engine/service/editions.ts";
import { openEdition } from "../../engine/service/open-edition.ts";
import { serviceIssue } from "../../engine/service/service-issue.ts";
import { today } from "../../widgets/calculator/today.ts";
import { bringLanes } from "../lanes.ts";

/** What an assessment needs of every edition: all tables, names and sources, and both ends of every figure. */
const wants = { lanes: ["range", "answers", "issues"], tables: "all", words: true } as const;

async function loadGuide(address: string): Promise<Guide> {
  const answer = await fetch(`${address}assessment.json`, { credentials: "omit" });
  if (!answer.ok) throw new Error(`no guide: ${answer.status}`);
  return await answer.json();
}

/**
 * An assessor with the guide and the editions at an address, `…/methodologies/`. The guide is loaded with the first call;
 * where that fails, with the next.
 */
export function loadAssessor(address: string): Assessor {
  const load = loadEditionsFrom(address);
  let made: Promise<Assessor> | undefined;
  const make = async (): Promise<Assessor> => {
    const guide = await loadGuide(address);
    const open = (id: string) => openEdition(() => load(id), bringLanes).plan(wants);
    return createAssessor({ guide, open, asOf: today() });
  };
  const assessor = async (): Promise<Assessor | undefined> => {
    made ??= make();
    const found = await made.catch(() => undefined);
    if (found === undefined) made = undefined;
    return found;
  };
  const facts = { edition: "assessment", reason: "network" };
  const away = fail([serviceIssue("edition-unreachable", facts)]);
  return {
    async assess(record) {
      const own = await assessor();
      if (own === undefined) throw new Error("the guide of the assessment could not be loaded");
      return own.assess(record);
    },
    nextQuestions: async (...given) => (await assessor())?.nextQuestions(...given) ?? away,
    sensitivity: async (...given) => (await assessor())?.sensitivity(...given) ?? away,
    seek: async (...given) => (await assessor())?.seek(...given) ?? away,
    start: async (...given) => (await assessor())?.start(...given) ?? away,
    renew: async (...given) => (await assessor())?.renew(...given) ?? away,
  };
}
