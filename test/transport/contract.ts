import { afterEach, describe, expect, it } from "vitest";
import type { Connection, ConnectionListener } from "../../src/transport/connection.ts";

/** Two ends of one line, the client's ready to send. */
export interface Ends {
  readonly client: Connection;
  readonly server: Connection;
}

/** Makes a new line for each test, and frees what it took. */
export interface Transport {
  open(): Promise<Ends>;
  release(): Promise<void>;
}

/** Keeps what a connection tells, and lets a test wait for it. */
export class Recorder implements ConnectionListener {
  readonly frames: string[] = [];
  /** The data that came with frames, for those that had some. */
  readonly bodies: ArrayBuffer[] = [];
  readonly closes: [code: number, reason: string][] = [];
  #waiting: (() => void)[] = [];

  onFrame(text: string, body?: ArrayBuffer): void {
    this.frames.push(text);
    if (body !== undefined) this.bodies.push(body);
    this.#wake();
  }

  onClose(code: number, reason: string): void {
    this.closes.push([code, reason]);
    this.#wake();
  }

  /** Resolves with the frames once there are `count`. */
  async framesReach(count: number): Promise<string[]> {
    while (this.frames.length < count) await this.#next();
    return this.frames;
  }

  /** Resolves with code and reason once the line is closed. */
  async closed(): Promise<[code: number, reason: string]> {
    while (this.closes.length === 0) await this.#next();
    return this.closes[0]!;
  }

  #next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** What every `Connection` does, whatever carries it. Runs against each implementation. */
export function connectionContract(name: string, transport: Transport): void {
  describe(`a connection over ${name}`, () => {
    afterEach(() => transport.release());

    const listened = async () => {
      const ends = await transport.open();
      const [client, server] = [new Recorder(), new Recorder()];
      ends.client.listen(client);
      ends.server.listen(server);
      return { ends, client, server };
    };

    for (const [from, to] of [
      ["client", "server"],
      ["server", "client"],
    ] as const) {
      it(`T1: carries whole frames in order, ${from} to ${to}`, async () => {
        const { ends, ...heard } = await listened();
        const texts = ["[1]", '["ü€😀\\u2028\\ud800"]', `["${"x".repeat(100_000)}"]`, "", "[2]"];
        for (const text of texts) ends[from].send(text);
        expect(await heard[to].framesReach(texts.length)).toEqual(texts);
      });

      it(`T2: delivers what came before anyone listened, to ${to}`, async () => {
        const ends = await transport.open();
        ends[from].send("[1]");
        ends[from].send("[2]");
        const other = new Recorder();
        ends[from].listen(other);
        // What comes back shows that the frames have had their time.
        ends[to].send("[3]");
        await other.framesReach(1);
        const late = new Recorder();
        ends[to].listen(late);
        expect(await late.framesReach(2)).toEqual(["[1]", "[2]"]);
      });

      it(`T3: tells both sides the code and reason when the ${from} closes, after what was sent before`, async () => {
        const { ends, ...heard } = await listened();
        ends[from].send("[1]");
        ends[from].close(4404, "session-gone");
        expect(await heard[to].closed()).toEqual([4404, "session-gone"]);
        expect(heard[to].frames).toEqual(["[1]"]);
        expect((await heard[from].closed())[0]).toBe(4404);
        expect([ends.client.isOpen, ends.server.isOpen]).toEqual([false, false]);
      });

      it(`T4: hears no frame once the ${from} has closed, and sends none`, async () => {
        const { ends, ...heard } = await listened();
        ends[to].send("[1]");
        ends[from].close(4404, "session-gone");
        ends[from].send("[2]");
        expect(ends[from].isOpen).toBe(false);
        await heard[to].closed();
        await heard[from].closed();
        expect([...heard[from].frames, ...heard[to].frames]).toEqual([]);
      });
    }

    it("T16: carries frames with data from the server, in order with others, and what came before anyone listened", async () => {
      const ends = await transport.open();
      const bodies = [Uint8Array.of(1, 2, 3, 255, 0, 0, 0, 0), new Uint8Array(100_000).fill(7), new Uint8Array()];
      ends.server.send("[1]", bodies[0]);
      ends.server.send("[2]");
      const client = new Recorder();
      ends.client.listen(client);
      await client.framesReach(2);
      // A view of a longer buffer, as small ones of Node are.
      ends.server.send('["ü"]', new Uint8Array(100_010).fill(7).subarray(8, 100_008));
      ends.server.send("[4]", bodies[2]);
      expect((await client.framesReach(4)).map((text) => text.trimEnd())).toEqual(["[1]", "[2]", '["ü"]', "[4]"]);
      expect(client.bodies.map((body) => new Uint8Array(body))).toEqual(bodies);
    });

    it("T3: tells each side once, however often it is closed", async () => {
      const { ends, client, server } = await listened();
      ends.server.close(4409, "replaced");
      ends.server.close(4404, "session-gone");
      await client.closed();
      await server.closed();
      ends.client.close(1000, "");
      ends.server.terminate();
      expect(client.closes).toEqual([[4409, "replaced"]]);
      expect(server.closes.map(([code]) => code)).toEqual([4409]);
    });

    it("T5: says 1006 on both sides when the server drops the line", async () => {
      const { ends, client, server } = await listened();
      ends.server.terminate();
      expect((await client.closed())[0]).toBe(1006);
      expect((await server.closed())[0]).toBe(1006);
    });

    it("T6: hands later frames to a listener that replaces another", async () => {
      const { ends, server: first } = await listened();
      const second = new Recorder();
      ends.client.send("[1]");
      await first.framesReach(1);
      ends.server.listen(second);
      ends.client.send("[2]");
      expect(await second.framesReach(1)).toEqual(["[2]"]);
      expect(first.frames).toEqual(["[1]"]);
    });

    it("T6: tells a listener that comes after the close so at once", async () => {
      const { ends, client, server } = await listened();
      ends.server.close(4404, "session-gone");
      await client.closed();
      await server.closed();
      for (const end of [ends.client, ends.server]) {
        const late = new Recorder();
        end.listen(late);
        expect(late.closes.map(([code]) => code)).toEqual([4404]);
      }
    });

    it("T7: never calls a listener from within send, close or terminate", async () => {
      const { ends, client, server } = await listened();
      ends.client.send("[1]");
      ends.server.close(4404, "session-gone");
      ends.server.terminate();
      expect([...client.frames, ...server.frames, ...client.closes, ...server.closes]).toEqual([]);
      await client.closed();
    });
  });
}
