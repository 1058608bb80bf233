/** What an XML text is made of, as it is read. Names are without their prefix, attributes as they are written. */
export interface XmlSink {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  /** A part of a text; the next part may follow. */
  readonly text: (text: string) => void;
}

/** Reads XML as spreadsheets write it, in pieces. */
export interface XmlReader {
  /** False where it cannot be read on. */
  readonly take: (text: string) => boolean;
  /** False where the text ends too early. */
  readonly end: () => boolean;
}

/** No tag or comment of a spreadsheet is longer. */
const mostOfTag = 256 * 1024;
const mostDepth = 200;

/**
 * Starts reading. Elements, texts, CDATA and the five entities are known; a document type, in which entities could be made
 * that unfold without end, is refused.
 */
export function startXml(sink: XmlSink): XmlReader {
  let left = "";
  const open: string[] = [];
  /** Behind the `>` that ends a tag, which may stand in a value, too; -1 while it has not come. */
  const endOfTag = (text: string, from: number): number => {
    let quote = "";
    for (let at = from; at < text.length; at += 1) {
      const character = text[at] as string;
      if (quote !== "") {
        if (character === quote) quote = "";
      } else if (character === '"' || character === "'") quote = character;
      else if (character === ">") return at + 1;
    }
    return -1;
  };
  const tag = (body: string): boolean => {
    if (body.startsWith("/")) {
      const name = nameIn(body.slice(1).trimEnd());
      if (open.pop() !== name) return false;
      sink.close(name);
      return true;
    }
    const isEmpty = body.endsWith("/");
    const whole = isEmpty ? body.slice(0, -1) : body;
    const space = whole.search(/\s/);
    const name = nameIn(space < 0 ? whole : whole.slice(0, space));
    if (name === "") return false;
    sink.open(name, space < 0 ? "" : whole.slice(space));
    if (isEmpty) sink.close(name);
    else if (open.push(name) > mostDepth) return false;
    return true;
  };
  /** Takes what begins with `<`; how far it goes, -1 while it has no end, -2 where it is wrong. */
  const markup = (text: string, at: number): number => {
    if (text.startsWith("<!--", at)) {
      const end = text.indexOf("-->", at + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (text.startsWith("<![CDATA[", at)) {
      const end = text.indexOf("]]>", at + 9);
      if (end < 0) return -1;
      sink.text(text.slice(at + 9, end));
      return end + 3;
    }
    if (text.startsWith("<?", at)) {
      const end = text.indexOf("?>", at + 2);
      return end < 0 ? -1 : end + 2;
    }
    if (text.startsWith("<!", at))
      return "<![CDATA[".startsWith(text.slice(at, at + 9)) ||
        "<!--".startsWith(text.slice(at, at + 4))
        ? -1
        : -2;
    const end = endOfTag(text, at + 1);
    if (end < 0) return -1;
    return tag(text.slice(at + 1, end - 1)) ? end : -2;
  };
  return {
    take(piece) {
      const text = left === "" ? piece : left + piece;
      let at = 0;
      while (at < text.length) {
        const next = text.indexOf("<", at);
        if (next !== at) {
          // A name of a character may go on in the next piece.
          const end = next < 0 ? endOfText(text, at) : next;
          if (end > at) sink.text(plain(text.slice(at, end)));
          at = end;
          if (next < 0) break;
        }
        const end = markup(text, at);
        if (end === -2) return false;
        if (end === -1) break;
        at = end;
      }
      left = text.slice(at);
      return left.length <= mostOfTag;
    },
    end: () => left.trim() === "" && open.length === 0,
  };
}

function nameIn(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const mostOfEntity = 12;

function endOfText(text: string, from: number): number {
  const at = text.lastIndexOf("&");
  return at < from || text.includes(";", at) || text.length - at > mostOfEntity ? text.length : at;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** A text with its entities as the characters that they stand for. */
export function plain(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g,
    (whole, ten, hex, name) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number.parseInt(ten, 10) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
}

const patterns = new Map<string, RegExp>();

/** The value of an attribute by its name as it is written, prefix and all. */
export function attributeIn(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : plain(value);
}
