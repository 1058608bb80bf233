import { afterEach, describe, expect, it } from "vitest";
import type { AssessmentRecord, Assessor } from "../../../engine/assessment/assessment.ts";
import { fail, ok, type Result } from "../../../engine/issue.ts";
import {
  type AssessorClient,
  createAssessorClient,
} from "../../../engine/service/assessor-client.ts";
import { assessorService, serveAssessor } from "../../../engine/service/assessor-worker.ts";
import type { Connection } from "../../../engine/service/client.ts";
import { serviceIssue } from "../../../engine/service/service-issue.ts";

const silence = new Promise<never>(() => {});
const record = (title: string): AssessmentRecord => ({
  format: "assessment/1",
  title,
  has: [],
  projects: [],
});

/** An assessor that gives records back, but where a function says otherwise. */
function echo(others: Partial<Assessor> = {}): Assessor {
  const none = async () => fail([serviceIssue("engine-fault", { message: "not asked for here" })]);
  return {
    assess: none as never,
    nextQuestions: none,
    sensitivity: none,
    seek: none,
    start: async ([title = ""]) => ok(record(title)),
    renew: async (given) => ok(given),
    ...others,
  };
}

interface Line {
  isClosed: boolean;
  report: () => void;
}

/** Both ends of channels in the place of workers; an absent assessor never says a word. */
function workers(hire: (count: number) => Assessor | undefined) {
  const lines: Line[] = [];
  const connect = (): Connection => {
    const { port1, port2 } = new MessageChannel();
    const line: Line = { isClosed: false, report: () => undefined };
    const assessor = hire(lines.push(line));
    if (assessor !== undefined) serveAssessor(assessor, port2);
    return {
      endpoint: port1,
      failed(report) {
        line.report = report;
      },
      close() {
        line.isClosed = true;
        port1.close();
      },
    };
  };
  return { lines, connect };
}

const clients: AssessorClient[] = [];

function clientOf(options: Parameters<typeof createAssessorClient>[0]): AssessorClient {
  const client = createAssessorClient(options);
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

/** The title of the record in a reply, or the codes of its issues. */
const told = (reply: Result<Result<AssessmentRecord>>): string => {
  const result = reply.ok ? reply.value : reply;
  return result.ok ? (result.value.title ?? "") : result.issues.map(({ code }) => code).join(" ");
};

describe("the client of an assessor", () => {
  it("hands plain data through a worker and back", async () => {
    const { connect } = workers(() => echo());
    const client = clientOf({ connect });
    expect(told(await client.call("start", ["boiler"], { asOf: "2026-11-22" }))).toBe("boiler");
    expect(told(await client.call("renew", record("役場")))).toBe("役場");
  });

  it("lets the newest call of a name win, while other names and starts of other things go on", async () => {
    const { connect } = workers(() => echo());
    const client = clientOf({ connect });
    const replies = await Promise.all([
      client.call("renew", record("old")),
      client.call("start", ["other"], { asOf: "2026-11-22" }),
      client.call("renew", record("new")),
      client.call("start", ["third"], { asOf: "2026-11-22" }),
    ]);
    const all = replies.map((reply) => told(reply as never));
    expect(all).toEqual(["superseded", "other", "new", "third"]);
  });

  it("ends a search that nobody waits for any more, and not what else is asked", async () => {
    const { lines, connect } = workers((count) =>
      echo({
        sensitivity: () => (count < 3 ? silence : Promise.resolve(fail([]))),
      }),
    );
    const client = clientOf({ connect });
    const first = client.call("sensitivity", record("one"), { project: "p" });
    // Until the search has been posted.
    expect(told(await client.call("renew", record("quick")))).toBe("quick");
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = client.call("sensitivity", record("two"), { project: "p" });
    expect(told((await first) as never)).toBe("superseded");
    expect(told((await second) as never)).toBe("");
    expect(lines.map(({ isClosed }) => isClosed)).toEqual([true, false, false]);
  });

  it("gives a call up in time, and asks a fresh worker next", async () => {
    const { lines, connect } = workers((count) =>
      echo(count === 1 ? { renew: () => silence } : {}),
    );
    const client = clientOf({ connect, limits: { call: 30 } });
    expect(told(await client.call("renew", record("never")))).toBe("calculation-too-long");
    expect(told(await client.call("renew", record("again")))).toBe("again");
    expect(lines.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });

  it("tells that a worker died, and starts another", async () => {
    const { lines, connect } = workers((count) =>
      echo(count === 1 ? { renew: () => silence } : {}),
    );
    const client = clientOf({ connect });
    const reply = client.call("renew", record("lost"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    lines[0]?.report();
    expect(told(await reply)).toBe("engine-stopped");
    expect(told(await client.call("renew", record("again")))).toBe("again");
  });

  it.each([
    ["may not start", undefined],
    ["says nothing", () => undefined],
  ])("works on the page's own thread where a worker %s", async (_, hire) => {
    const connect = (): Connection => {
      if (hire === undefined) throw new Error("refused");
      return workers(hire).connect();
    };
    const fallback = async () => assessorService(echo());
    const client = clientOf({ connect, fallback, limits: { handshake: 20 } });
    expect(told(await client.call("renew", record("here")))).toBe("here");
    const alone = clientOf({ connect, limits: { handshake: 20 } });
    expect(told(await alone.call("renew", record("here")))).toBe("engine-unavailable");
  });

  it("tells a fault of ours as an issue, and aborts what is in flight when it ends", async () => {
    const { connect } = workers(() =>
      echo({
        renew: async () => {
          throw new Error("broken");
        },
        start: () => silence,
      }),
    );
    const client = clientOf({ connect });
    expect(told(await client.call("renew", record("x")))).toBe("engine-fault");
    const reply = client.call("start", ["x"], { asOf: "2026-11-22" });
    client.dispose();
    expect(told(await reply)).toBe("aborted");
    expect(told(await client.call("renew", record("x")))).toBe("aborted");
  });
});
