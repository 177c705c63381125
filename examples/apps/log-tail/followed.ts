import { signal, type Signal } from "tandem";
import { createLog } from "tandem/ui";
import { Tail } from "./tail.ts";
import { DemoWriter } from "./writer.ts";

const LOOK_EVERY = 250;

/** One file for all sessions: it is followed from when the first comes until the last has left. */
export class Followed {
  readonly log = createLog({ capacity: 500_000 });
  readonly tail: Signal<Tail | undefined> = signal(undefined);
  /** Lines of the last second. */
  readonly rate = signal(0);
  readonly history = signal<readonly number[]>([]);
  #writer: DemoWriter | undefined;
  #users = 0;
  #starting: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ticks = 0;
  #countedTo = 0;

  /** Begins, and answers what ends it. */
  use(): () => void {
    this.#users++;
    this.#starting ??= this.#start();
    return () => {
      this.#users--;
      if (this.#users === 0) void this.#stop();
    };
  }

  /** What can be done to a file that is only for show. */
  get demo(): DemoWriter | undefined {
    return this.#writer;
  }

  async #start(): Promise<void> {
    const path = process.env["TAIL_FILE"];
    if (path === undefined) this.#writer = await DemoWriter.start();
    this.tail.value = new Tail(path ?? this.#writer!.path, (text) =>
      this.log.write(text),
    );
    await this.#writer?.write(200);
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY);
    await this.look();
  }

  /** Looks once for what has come. */
  async look(): Promise<void> {
    const tail = this.tail.peek();
    await this.#writer?.write(1 + (this.#ticks % 7));
    await tail?.read();
    if (++this.#ticks % (1_000 / LOOK_EVERY) === 0) this.#count();
  }

  #count(): void {
    this.rate.value = this.log.end - this.#countedTo;
    this.#countedTo = this.log.end;
    this.history.update((rates) => [...rates, this.rate.peek()].slice(-60));
  }

  async #stop(): Promise<void> {
    await this.#starting;
    if (this.#users > 0) return;
    clearInterval(this.#timer);
    const [tail, writer] = [this.tail.peek(), this.#writer];
    this.#starting = this.#writer = undefined;
    this.tail.value = undefined;
    this.log.clear();
    this.#countedTo = 0;
    await tail?.close();
    await writer?.remove();
  }
}
