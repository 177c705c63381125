declare const gc: () => void;

/** How far memory grew, at its most, in bytes. */
export interface Growth {
  readonly rss: number;
  /** The heap and what it holds outside, such as buffers. */
  readonly heap: number;
}

const EVERY = 10;

/** Looks at a process's own memory all the time, from a start without garbage. */
export class MemoryWatch {
  #timer: NodeJS.Timeout | undefined;
  #start = { rss: 0, heap: 0 };
  #most = { rss: 0, heap: 0 };

  start(): void {
    for (let i = 0; i < 4; i++) gc();
    this.#start = this.#most = now();
    this.#timer = setInterval(() => this.#look(), EVERY);
  }

  stop(): Growth {
    this.#look();
    clearInterval(this.#timer);
    return { rss: this.#most.rss - this.#start.rss, heap: this.#most.heap - this.#start.heap };
  }

  #look(): void {
    const { rss, heap } = now();
    this.#most = { rss: Math.max(rss, this.#most.rss), heap: Math.max(heap, this.#most.heap) };
  }
}

function now(): { rss: number; heap: number } {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}
