import type { GivenResult } from "../../widgets/calculator/calculator.tsx";

/**
 * What a frame and the page around it say to each other. `ready` and `hello` hold nothing, so anybody may hear them; all
 * else goes to the origin that has said hello, and to no other.
 */
export type FrameMessage =
  | { readonly santei: 1; readonly kind: "ready" }
  | { readonly santei: 1; readonly kind: "height"; readonly height: number }
  | { readonly santei: 1; readonly kind: "result"; readonly detail: GivenResult };

export interface Hello {
  readonly santei: 1;
  readonly kind: "hello";
}

/** What a page and the hidden frame with its engine say to each other; `engine` comes with a port. */
export interface EngineMessage {
  readonly santei: 1;
  readonly kind: "engine-ready" | "engine" | "engine-refused";
}
