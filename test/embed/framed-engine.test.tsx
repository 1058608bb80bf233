// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connectFrame } from "../../site/embed/framed-engine.ts";
import type { EngineMessage } from "../../site/embed/messages.ts";

const address = new URL("https://santei.example/embed/engine/");

/** What the frame's window was sent: the origin that it has to have, and how many ports came along. */
let sent: (readonly [unknown, string, number])[];
let around: object;

beforeEach(() => {
  sent = [];
  around = {
    postMessage: (data: unknown, origin: string, ports: readonly unknown[]) =>
      sent.push([data, origin, ports.length]),
  };
  // It says that it loads no frames; none is wanted.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  // Nothing is fetched here; the window of the frame is the browser's.
  vi.spyOn(HTMLIFrameElement.prototype, "src", "set").mockImplementation(() => undefined);
  vi.spyOn(HTMLIFrameElement.prototype, "contentWindow", "get").mockReturnValue(around as Window);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function hear(kind: EngineMessage["kind"], source: unknown, origin: string): void {
  const event = new MessageEvent("message", { data: { santei: 1, kind }, origin });
  Object.defineProperty(event, "source", { value: source });
  window.dispatchEvent(event);
}

it("hands its port once, to the window and the origin of its frame alone", () => {
  const connection = connectFrame(address);
  hear("engine-ready", window, address.origin);
  hear("engine-ready", null, address.origin);
  hear("engine-ready", around, "https://elsewhere.example");
  hear("engine-ready", around, "null");
  hear("engine", around, address.origin);
  expect(sent).toEqual([]);
  hear("engine-ready", around, address.origin);
  hear("engine-ready", around, address.origin);
  expect(sent).toEqual([[{ santei: 1, kind: "engine" }, address.origin, 1]]);
  expect(document.querySelectorAll("iframe").length).toBe(1);
  connection.close();
  expect(document.querySelectorAll("iframe").length).toBe(0);
});

it("says that it has failed where its frame is refused, and for no other reason", () => {
  const connection = connectFrame(address);
  const report = vi.fn();
  connection.failed(report);
  const refuse = (effectiveDirective: string, blockedURI: string, disposition = "enforce") => {
    const event = new Event("securitypolicyviolation");
    document.dispatchEvent(Object.assign(event, { effectiveDirective, blockedURI, disposition }));
  };
  refuse("img-src", address.href);
  refuse("frame-src", "https://elsewhere.example/");
  refuse("frame-src", address.href, "report");
  hear("engine-refused", window, address.origin);
  expect(report).not.toHaveBeenCalled();
  refuse("frame-src", address.href);
  expect(report).toHaveBeenCalledTimes(1);
  hear("engine-refused", around, address.origin);
  expect(report).toHaveBeenCalledTimes(2);
  connection.close();
  hear("engine-refused", around, address.origin);
  expect(report).toHaveBeenCalledTimes(2);
});

it("makes no frame in a page without an origin", () => {
  vi.stubGlobal("origin", "null");
  vi.stubGlobal("self", globalThis);
  expect(() => connectFrame(address)).toThrow();
  expect(document.querySelectorAll("iframe").length).toBe(0);
});
