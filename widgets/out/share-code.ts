import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";

/**
 * Text as a part of an address: deflated, in base64 for addresses, with the number of the way it was written and a
 * checksum in front, so that a letter lost on the way is noticed. What comes from an address is not trusted: it is unpacked piece by piece and given up once it is longer than any
 * answers are.
 */
const way = "1";

/** The longest packed text that is read, in letters. */
const longestCode = 200_000;
/** The longest text that is unpacked, in bytes. */
const longestText = 1_000_000;
/** Deflated bytes that are unpacked at a time: no more than about a megabyte comes of them. */
const piece = 1_000;

/** Why a code cannot be read. */
export type ShareProblem = "damaged" | "newer" | "too_long";

export type Unpacked =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: ShareProblem };

/** Packs a text. */
export function packText(text: string): string {
  return `${way}.${checksum(text)}.${toBase64(deflateSync(strToU8(text), { level: 9 }))}`;
}

/** Unpacks what `packText` wrote. */
export function unpackText(code: string): Unpacked {
  if (code.length > longestCode) return { ok: false, problem: "too_long" };
  const [, written] = /^(\d{1,4})\./.exec(code) ?? [];
  if (written !== undefined && written !== way) return { ok: false, problem: "newer" };
  const [, sum, packed = ""] = /^\d+\.([a-z0-9]+)\.([A-Za-z0-9_-]+)$/.exec(code) ?? [];
  const bytes = fromBase64(packed);
  if (bytes === undefined) return { ok: false, problem: "damaged" };
  const unpacked = inflate(bytes);
  if (unpacked.ok && checksum(unpacked.text) !== sum) return { ok: false, problem: "damaged" };
  return unpacked;
}

function inflate(bytes: Uint8Array): Unpacked {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const unpacking = new Inflate((part, isLast) => {
    parts.push(part);
    length += part.length;
    isWhole = isLast;
  });
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      unpacking.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
      if (length > longestText) return { ok: false, problem: "too_long" };
    }
    if (!isWhole) return { ok: false, problem: "damaged" };
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return { ok: true, text: strFromU8(whole) };
  } catch {
    return { ok: false, problem: "damaged" };
  }
}

/** FNV-1a of the letters of a text. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

function toBase64(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
