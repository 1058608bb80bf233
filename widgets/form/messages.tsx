import type { ComponentChildren } from "preact";
import type { Message } from "./form-context.ts";

/** What is wrong with an entry, or worth a second look, in the words that the summary uses too. */
export function Messages({
  id,
  messages,
}: {
  readonly id: string;
  readonly messages: readonly Message[];
}): ComponentChildren {
  if (messages.length === 0) return null;
  return (
    <div id={id}>
      {messages.map(({ kind, sentence }) => (
        <p key={sentence} class={`message ${kind}`}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
