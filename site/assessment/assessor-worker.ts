import { serveAssessor } from "../../engine/service/assessor-worker.ts";
import { loadAssessor } from "./load-assessor.ts";

/** The script of the worker of an assessment. It stands in `assets/`, the methodologies beside that folder. */
serveAssessor(loadAssessor(new URL("../methodologies/", self.location.href).href));
