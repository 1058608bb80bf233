import { describe } from "vitest";
import { agreeOn } from "../support/oracle/agree.ts";

describe("the engine and an evaluator that shares no code with it", () => agreeOn(1));
