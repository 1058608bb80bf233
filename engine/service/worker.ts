import { type Endpoint, expose } from "comlink";
import { packReply } from "./columns.ts";
import type { Service } from "./protocol.ts";

/** Answers the messages of a client: those that come to the worker in which it is called, or to a port. */
export function serve(service: Service, endpoint?: Endpoint): void {
  const posting: Service = {
    greet: () => service.greet(),
    calculate: async (request) => packReply(await service.calculate(request)),
  };
  expose(Object.freeze(posting), endpoint);
}
