import { type Endpoint, expose } from "comlink";
import type { Service } from "./protocol.ts";

/** Answers the messages of a client: those that come to the worker in which it is called, or to a port. */
export function serve(service: Service, endpoint?: Endpoint): void {
  expose(Object.freeze({ ...service }), endpoint);
}
