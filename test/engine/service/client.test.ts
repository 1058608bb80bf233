import { afterEach, describe, expect, it } from "vitest";
import {
  type ClientLimits,
  createEngineClient,
  type EngineClient,
  type EngineOptions,
} from "../../../engine/service/client.ts";
import type { CalculationRequest, Service } from "../../../engine/service/protocol.ts";
import { amountOf, clerk, type Desk, openDesk, replyTo, silence } from "../../support/engines.ts";
import { tinyRequest } from "../../support/tiny.ts";

/** For a worker that never speaks, and for one that speaks and never answers. Whoever answers has the usual time. */
const deaf: Partial<ClientLimits> = { handshake: 300 };
const stuck: Partial<ClientLimits> = { first: 600, call: 400 };
let client: EngineClient | undefined;

afterEach(() => {
  client?.dispose();
  client = undefined;
});

function open(desk: Desk, options: Partial<EngineOptions> = {}): EngineClient {
  client = createEngineClient({ connect: desk.connect, ...options });
  return client;
}

async function ask(asked: EngineClient, amount: string, caller = "calculator"): Promise<string> {
  return amountOf(await asked.calculate(tinyRequest(amount, { caller })));
}

describe("a client and its worker", () => {
  it("starts the worker with the first call and keeps it", async () => {
    const desk = openDesk(() => clerk());
    const asked = open(desk);
    expect(desk.connections).toHaveLength(0);
    expect(await ask(asked, "1 kg")).toBe("1 kg");
    expect(await ask(asked, "2 kg")).toBe("2 kg");
    expect(desk.connections).toHaveLength(1);
  });

  it("serves twenty calculators with one worker", async () => {
    const desk = openDesk(() => clerk());
    const asked = open(desk);
    const amounts = Array.from({ length: 20 }, (_, index) => `${index} kg`);
    expect(await Promise.all(amounts.map((amount) => ask(asked, amount, amount)))).toEqual(amounts);
    expect(desk.connections).toHaveLength(1);
  });

  it("lets the newest call of a calculator win", async () => {
    const asked = open(openDesk(() => clerk()));
    const calls = ["1 kg", "2 kg", "3 kg"].map((amount) => ask(asked, amount));
    expect(await Promise.all(calls)).toEqual(["superseded", "superseded", "3 kg"]);
  });

  it("drops an answer that comes late for inputs that have changed", async () => {
    let answerFirst = () => {};
    const held = new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    const service = clerk(async (request) => {
      if (request.answers.sets.plan?.given.amount === "1 kg") await held;
      return replyTo(request);
    });
    const asked = open(openDesk(() => service));
    const first = ask(asked, "1 kg");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await ask(asked, "2 kg")).toBe("2 kg");
    answerFirst();
    expect(await first).toBe("superseded");
  });

  it("settles a call that its caller takes back, and calculates on", async () => {
    const service = clerk(async (request) =>
      request.answers.sets.plan?.given.amount === "1 kg" ? silence : replyTo(request),
    );
    const asked = open(openDesk(() => service));
    const control = new AbortController();
    const call = asked.calculate(tinyRequest("1 kg"), { signal: control.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    control.abort();
    expect(amountOf(await call)).toBe("aborted");
    expect(await ask(asked, "2 kg")).toBe("2 kg");
  });

  it("posts nothing for a call that was taken back before it began", async () => {
    const desk = openDesk(() => clerk());
    const asked = open(desk);
    const reply = await asked.calculate(tinyRequest("1 kg"), { signal: AbortSignal.abort() });
    expect(amountOf(reply)).toBe("aborted");
    expect(desk.connections).toHaveLength(0);
  });

  it.each([
    ["a function", () => "1"],
    ["a symbol", Symbol("1")],
  ])("makes an issue of %s, which cannot be posted, and goes on", async (_, answer) => {
    const asked = open(openDesk(() => clerk()));
    const answers = {
      format: "answers/1",
      methodology: "TINY-1",
      sets: { plan: { given: { a: answer } } },
    };
    const request = { ...tinyRequest("1 kg"), answers } as unknown as CalculationRequest;
    expect(amountOf(await asked.calculate(request))).toBe("request-malformed");
    expect(await ask(asked, "2 kg")).toBe("2 kg");
  });
});

describe("a worker that fails", () => {
  it("is given up when it does not answer in time, and the next call has another", async () => {
    const desk = openDesk((count) => clerk(count === 1 ? () => silence : undefined));
    const asked = open(desk, { limits: stuck });
    const reply = await asked.calculate(tinyRequest("1 kg"));
    expect(reply).toEqual({
      ok: false,
      issues: [
        { code: "calculation-too-long", severity: "error", path: [], facts: { seconds: "0.6" } },
      ],
    });
    expect(desk.connections[0]?.isClosed()).toBe(true);
    expect(await ask(asked, "2 kg")).toBe("2 kg");
    expect(desk.connections).toHaveLength(2);
  });

  it("is noticed even while newer calls take the place of older ones all the time", async () => {
    const desk = openDesk((count) => clerk(count === 1 ? () => silence : undefined));
    const asked = open(desk, { limits: stuck });
    let reply = "";
    for (let count = 0; count < 400 && reply !== "typed"; count += 1) {
      const call = ask(asked, "typed");
      await new Promise((resolve) => setTimeout(resolve, 10));
      reply = await Promise.race([call, Promise.resolve("")]);
    }
    expect(reply).toBe("typed");
    expect(desk.connections).toHaveLength(2);
  });

  it("does not take the calls of other calculators with it when one is too long", async () => {
    const desk = openDesk((count) =>
      clerk(async (request) => (count === 1 ? silence : replyTo(request))),
    );
    const asked = open(desk, { limits: stuck });
    const hostile = ask(asked, "1 kg", "hostile");
    await new Promise((resolve) => setTimeout(resolve, 20));
    const innocent = ask(asked, "2 kg", "innocent");
    expect(await hostile).toBe("calculation-too-long");
    expect(await innocent).toBe("2 kg");
  });

  it("gives the call in flight an issue when it dies, and the next call works", async () => {
    const desk = openDesk((count) => clerk(count === 1 ? () => silence : undefined));
    const asked = open(desk);
    const call = ask(asked, "1 kg");
    await new Promise((resolve) => setTimeout(resolve, 20));
    desk.connections[0]?.report();
    expect(await call).toBe("engine-stopped");
    expect(desk.connections[0]?.isClosed()).toBe(true);
    expect(await ask(asked, "2 kg")).toBe("2 kg");
  });

  it("is noticed when it is killed without a word", async () => {
    const desk = openDesk(() => clerk());
    const asked = open(desk, { limits: stuck });
    expect(await ask(asked, "1 kg")).toBe("1 kg");
    desk.connections[0]?.kill();
    const reply = await asked.calculate(tinyRequest("2 kg"));
    expect(reply).toMatchObject({
      ok: false,
      issues: [{ code: "calculation-too-long", facts: { seconds: "0.4" } }],
    });
    expect(await ask(asked, "3 kg")).toBe("3 kg");
    expect(desk.connections).toHaveLength(2);
  });

  it("is not given up where its answers have come, and the page was too busy to read them", async () => {
    const busy = 300;
    const answer = <T>(value: T): T => {
      // After the answer is posted, and before it is read.
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busy));
      return value;
    };
    const desk = openDesk(() => ({
      greet: async () => answer("0.1.0"),
      calculate: async (request) => answer(replyTo(request)),
    }));
    const limits = { handshake: busy / 2, first: busy / 2, call: busy / 2 };
    const asked = open(desk, { limits });
    expect(await ask(asked, "1 kg")).toBe("1 kg");
    expect(await ask(asked, "2 kg")).toBe("2 kg");
    expect(desk.connections.map((one) => one.isClosed())).toEqual([false]);
  });

  it("makes an issue of what it throws", async () => {
    const service = clerk(async () => {
      throw new Error("broken");
    });
    expect(await ask(open(openDesk(() => service)), "1 kg")).toBe("engine-fault");
  });
});

describe("where no worker can start", () => {
  const sameThread = async () => clerk();

  function throwing(): never {
    throw new Error("refused");
  }

  it.each<[string, () => EngineOptions]>([
    ["starting one throws", () => ({ connect: throwing })],
    ["it never says a word", () => ({ connect: openDesk(() => undefined).connect })],
    [
      "an empty error event comes in place of it",
      () => {
        const desk = openDesk(() => undefined);
        const connect = () => {
          const connection = desk.connect();
          setTimeout(() => desk.connections[0]?.report(), 5);
          return connection;
        };
        return { connect, limits: { handshake: 10_000 } };
      },
    ],
  ])("the engine of the page's own thread calculates when %s", async (_, options) => {
    client = createEngineClient({ limits: deaf, ...options(), fallback: sameThread });
    expect(await ask(client, "1 kg")).toBe("1 kg");
    expect(await ask(client, "2 kg")).toBe("2 kg");
  });

  it("the fallback is brought once and the refused worker is closed", async () => {
    let brought = 0;
    const desk = openDesk(() => undefined);
    const fallback = async (): Promise<Service> => {
      brought += 1;
      return clerk();
    };
    const asked = open(desk, { fallback, limits: deaf });
    const calls = ["1 kg", "2 kg"].map((amount) => ask(asked, amount, amount));
    expect(await Promise.all(calls)).toEqual(["1 kg", "2 kg"]);
    expect([brought, desk.connections.length]).toEqual([1, 1]);
    expect(desk.connections[0]?.isClosed()).toBe(true);
  });

  it("a fallback has its time limit too", async () => {
    const asked = open(
      openDesk(() => undefined),
      { fallback: async () => clerk(() => silence), limits: { ...deaf, ...stuck } },
    );
    expect(await ask(asked, "1 kg")).toBe("calculation-too-long");
  });

  it.each<[string, EngineOptions["fallback"]]>([
    ["there is no fallback", undefined],
    ["the fallback fails", () => Promise.reject(new Error("offline"))],
  ])("an issue says so when %s, and the next call tries again", async (_, fallback) => {
    const desk = openDesk((count) => (count === 1 ? undefined : clerk()));
    const asked = open(
      desk,
      fallback === undefined ? { limits: deaf } : { limits: deaf, fallback },
    );
    expect(await ask(asked, "1 kg")).toBe("engine-unavailable");
    expect(await ask(asked, "2 kg")).toBe("2 kg");
  });
});

describe("a client that is disposed of", () => {
  it("settles what is in flight, closes the worker and answers no more", async () => {
    const desk = openDesk(() => clerk(() => silence));
    const asked = open(desk);
    const call = ask(asked, "1 kg");
    await new Promise((resolve) => setTimeout(resolve, 20));
    asked.dispose();
    expect(await call).toBe("aborted");
    expect(await ask(asked, "2 kg")).toBe("aborted");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(desk.connections.map(({ isClosed }) => isClosed())).toEqual([true]);
  });
});
