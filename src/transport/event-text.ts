/**
 * How a line over HTTP writes what it carries, both ways: as events of a `text/event-stream`, each ended by an
 * empty line. A frame is an event with its text as data, or, with data behind the text, one named `binary` with its
 * bytes in base64; the end of the line is one named `close`, its beginning one with the line's `id`.
 */
export type LineEvent =
  | { readonly kind: "line"; readonly id: string }
  | { readonly kind: "frame"; readonly text: string }
  | { readonly kind: "binary"; readonly base64: string }
  | { readonly kind: "close"; readonly code: number; readonly reason: string };

/** Nothing at all, but a sign of life for the proxies on the way. */
export const KEEP_ALIVE = ":\n\n";

export const lineText = (id: string): string => `id: ${id}\n\n`;

export const frameText = (text: string): string => `data: ${text.replaceAll("\n", "\ndata: ")}\n\n`;

export const binaryText = (base64: string): string => `event: binary\ndata: ${base64}\n\n`;

export const closeText = (code: number, reason: string): string => `event: close\ndata: ${code} ${reason}\n\n`;

/** Reads events from text that comes in pieces. */
export class EventReader {
  /** The start of a line whose end has not come. */
  #rest = "";
  #fields: Record<string, string> = {};

  /** Whether what came so far ends with a whole event. */
  get isAtEnd(): boolean {
    return this.#rest === "" && Object.keys(this.#fields).length === 0;
  }

  /** The events that this piece completes. */
  read(piece: string): LineEvent[] {
    const lines = (this.#rest + piece).split("\n");
    this.#rest = lines.pop()!;
    const events: LineEvent[] = [];
    for (const line of lines) {
      if (line === "") this.#finish(events);
      else if (line[0] !== ":") this.#note(line);
    }
    return events;
  }

  #note(line: string): void {
    const [, name = line, value = ""] = /^(\w+): ?(.*)$/s.exec(line) ?? [];
    const fields = this.#fields;
    fields[name] = name === "data" && fields[name] !== undefined ? `${fields[name]}\n${value}` : value;
  }

  #finish(events: LineEvent[]): void {
    const { id, event, data } = this.#fields;
    this.#fields = {};
    if (id) events.push({ kind: "line", id });
    if (data === undefined) return;
    const [, code, reason = ""] = (event === "close" && /^(\d{4}) (.*)$/s.exec(data)) || [];
    if (code) events.push({ kind: "close", code: Number(code), reason });
    else if (event === "binary") events.push({ kind: "binary", base64: data });
    else events.push({ kind: "frame", text: data });
  }
}
