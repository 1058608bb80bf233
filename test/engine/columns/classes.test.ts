import { describe, expect, it } from "vitest";
import { mostClasses, startClasses } from "../../../engine/columns/classes.ts";

const values = Array.from({ length: 100 }, (_, at) => at);

describe("the classes of a column", () => {
  it("hold together what every function takes for the same", () => {
    const classes = startClasses();
    for (const value of values) classes.classOf(1, value);
    classes.admit(1, "from 30", (value) => (value >= 30 ? 1 : 0));
    classes.admit(1, "from 60", (value) => (value >= 60 ? 1 : 0));
    expect(new Set(values.map((value) => classes.classOf(1, value))).size).toBe(3);
    for (const value of values) {
      const own = classes.classOf(1, value);
      expect(classes.outcome(1, "from 30", own)).toBe(value >= 30 ? 1 : 0);
      expect(classes.outcome(1, "from 60", own)).toBe(value >= 60 ? 1 : 0);
    }
  });

  it("count their version on with each function, and not with one that is known", () => {
    const classes = startClasses();
    classes.admit(1, "even", (value) => value % 2);
    const version = classes.version();
    classes.admit(1, "even", (value) => value % 2);
    expect(classes.version()).toBe(version);
    classes.admit(2, "even", (value) => value % 2);
    expect(classes.version()).toBeGreaterThan(version);
  });

  it("give a column up that would have too many, even where the values come later", () => {
    const classes = startClasses();
    classes.admit(1, "itself", (value) => value);
    for (let value = 0; value < mostClasses; value += 1) {
      expect(classes.classOf(1, value)).toBe(value);
    }
    const version = classes.version();
    expect(classes.classOf(1, mostClasses)).toBe(0);
    expect(classes.version()).toBeGreaterThan(version);
    expect(classes.outcome(1, "itself", 0)).toBeUndefined();
    expect(classes.classOf(1, 3)).toBe(0);
  });

  it("tell a value that a function has nothing for by no number", () => {
    const classes = startClasses();
    classes.admit(1, "found", (value) => (value === 7 ? Number.NaN : 1));
    expect(classes.outcome(1, "found", classes.classOf(1, 7))).toBeNaN();
    expect(classes.outcome(1, "found", classes.classOf(1, 8))).toBe(1);
  });
});
