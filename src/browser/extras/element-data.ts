import type { DownMessage } from "../../protocol/frames.ts";
import { ArrayReader, type TypedArray } from "../../protocol/typed-arrays.ts";
import type { Json } from "../../protocol/operations.ts";

type Call = [method: string, args: (Json | TypedArray[])[]];
type Receiver = Element & Record<string, ((...args: Call[1]) => void) | undefined>;

/** What may wait for a custom element whose script is still on its way. */
const MAX_WAITING = 1_000;

/** Hands data of the session to elements: calls a method with what the message says, and the arrays as a list. */
export class ElementData {
  readonly #window: Window & typeof globalThis;
  /** By ref. */
  readonly #waiting = new Map<number, Call[]>();
  #body: ArrayBuffer | undefined;
  #reader: ArrayReader | undefined;

  constructor(window: Window) {
    this.#window = window as Window & typeof globalThis;
  }

  receive([, ref, method, args, facts]: Extract<DownMessage, ["data", ...unknown[]]>, body: ArrayBuffer): void {
    const reader = this.#readerOf(body);
    // Also where nobody takes them: others come after.
    const arrays = facts.map((each) => reader.read(each));
    const element = this.#find(ref);
    const call: Call = [method, [...args, arrays]];
    const waiting = this.#waiting.get(ref);
    if (waiting) {
      if (waiting.push(call) > MAX_WAITING) waiting.shift();
    } else if (element?.[method]) {
      element[method](...call[1]);
    } else if (element) {
      this.#waiting.set(ref, [call]);
      void this.#window.customElements.whenDefined(element.localName).then(() => this.#release(ref));
    }
  }

  /** Messages of one frame share its data, which they come to in order. */
  #readerOf(body: ArrayBuffer): ArrayReader {
    if (body !== this.#body) this.#reader = new ArrayReader((this.#body = body));
    return this.#reader!;
  }

  #find(ref: number): Receiver | null {
    return this.#window.document.querySelector<Receiver>(`[data-ref="${ref}"]`);
  }

  #release(ref: number): void {
    const element = this.#find(ref);
    const waiting = this.#waiting.get(ref)!;
    this.#waiting.delete(ref);
    for (const [method, args] of waiting) element?.[method]?.(...args);
  }
}
