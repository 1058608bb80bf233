import type { Room } from "../chunk.ts";
import { plainKernels } from "../kernels.ts";
import { moduleText } from "./module.ts";

/** The functions of `assembly/kernels.ts`, each with its places in memory and numbers. */
export type Loops = Readonly<Record<LoopName, (...values: number[]) => number>>;

type LoopName =
  | "run"
  | "others"
  | "marked"
  | "readRows"
  | "notedCell"
  | "notedSet"
  | "countedRows"
  | "writtenRows";

/** It is there from the start, because it must not move; the machine gives of it what is written to. */
const memorySize = 64 << 20;
const pageSize = 1 << 16;

/** What is used of it, because not every surrounding of the engine has it among its types. */
interface Assembly {
  readonly Memory: new (of: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

/** It is the same for all who start it. */
let compiled: object | undefined;

/** The loops, and room for what they run over; `undefined` where there is no such module, or a policy forbids it. */
export function startLoops(): { readonly loops: Loops; readonly room: Room } | undefined {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly?: Assembly };
  if (WebAssembly === undefined) return undefined;
  try {
    const memory = new WebAssembly.Memory({ initial: memorySize / pageSize });
    compiled ??= new WebAssembly.Module(
      Uint8Array.from(atob(moduleText), (character) => character.charCodeAt(0)),
    );
    const instance = new WebAssembly.Instance(compiled, { env: { memory } });
    return { loops: instance.exports as Loops, room: roomIn(memory.buffer) };
  } catch {
    return undefined;
  }
}

/** Arrays one behind the other; where no room is left they are elsewhere, and the loops cannot run over them. */
function roomIn(buffer: ArrayBuffer): Room {
  const elsewhere = plainKernels.room;
  // A place of 0 is none.
  let next = 16;
  const take = (size: number): number | undefined => {
    const at = next;
    if (at + size > buffer.byteLength) return undefined;
    next = at + 16 * Math.ceil(size / 16);
    return at;
  };
  return {
    doubles(count) {
      const at = take(8 * count);
      return at === undefined ? elsewhere.doubles(count) : new Float64Array(buffer, at, count);
    },
    integers(count) {
      const at = take(4 * count);
      return at === undefined ? elsewhere.integers(count) : new Int32Array(buffer, at, count);
    },
    bytes(count) {
      const at = take(count);
      return at === undefined ? elsewhere.bytes(count) : new Uint8Array(buffer, at, count);
    },
  };
}
