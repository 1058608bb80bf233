import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { splitParts } from "../../engine/methodology/split-parts.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import type { Manifest } from "../../engine/service/protocol.ts";

/** What stands at a path: a text, an error status, or `null` for an answer that never comes. */
export type Content = string | number | null;

export interface Shelf {
  /** Ends in `/`. */
  readonly base: string;
  readonly contents: Map<string, Content>;
  /** Paths in the order in which they were asked for. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

export function hashOfText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The files of a build with this one tree, for pages. */
export async function filesOf(tree: Tree): Promise<Map<string, Content>> {
  const edition = `${tree.id}@${tree.version}`;
  const { figures, words, tables } = await splitParts(tree);
  const manifest: Manifest = {
    format: "manifest/1",
    engine: "0.1.0",
    editions: { [edition]: { hash: JSON.parse(figures).hash, status: tree.status } },
    newest: { [tree.id]: edition },
  };
  return new Map<string, Content>([
    ["/manifest.json", JSON.stringify(manifest)],
    [`/${edition}/figures.json`, figures],
    [`/${edition}/words.json`, words],
    ...Object.entries(tables).map(([id, rows]): [string, Content] => [
      `/${edition}/tables/${id}.json`,
      rows,
    ]),
  ]);
}

/** A server of methodologies on this machine. */
export async function openShelf(contents: Map<string, Content>): Promise<Shelf> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push(path);
    const content = contents.get(path);
    if (content === null) return;
    if (typeof content === "string") response.end(content);
    else response.writeHead(content ?? 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}/`,
    contents,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
