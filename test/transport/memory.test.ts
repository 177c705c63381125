import { describe, expect, it } from "vitest";
import { memoryPair } from "../../src/transport/memory.ts";
import { FakeClock } from "../support/fake-clock.ts";
import { connectionContract, Recorder } from "./contract.ts";

connectionContract("memory", { open: async () => memoryPair(), release: async () => {} });

function commanded() {
  const line = memoryPair({ by: "command" });
  const [client, server] = [new Recorder(), new Recorder()];
  line.client.listen(client);
  line.server.listen(server);
  return { line, client, server };
}

describe("a memory line on command", () => {
  it("T8: delivers one item, one side's, or all there is", () => {
    const { line, client, server } = commanded();
    line.client.send("[1]");
    line.client.send("[2]");
    line.server.send("[3]");
    expect(line.deliver("client")).toBe(true);
    expect(line.deliver("client")).toBe(false);
    expect(line.deliver()).toBe(true);
    expect([client.frames, server.frames, line.pending]).toEqual([["[3]"], ["[1]"], 1]);
    line.deliverAll();
    expect(server.frames).toEqual(["[1]", "[2]"]);
  });

  it("T8: counts what is under way as buffered, in bytes", () => {
    const { line } = commanded();
    line.server.send("[1]");
    line.server.send("ü");
    expect(line.server.bufferedBytes).toBe(5);
    line.deliver();
    line.server.send("[]", new Uint8Array(8));
    expect(line.server.bufferedBytes).toBe(2 + 10);
  });

  it("T8: loses what is under way when it is dropped, and tells both sides or one", () => {
    for (const side of [undefined, "client", "server"] as const) {
      const { line, ...heard } = commanded();
      line.client.send("[1]");
      line.server.send("[2]");
      line.drop(side);
      line.deliverAll();
      expect(heard.client.closes).toEqual(side === "server" ? [] : [[1006, ""]]);
      expect(heard.server.closes).toEqual(side === "client" ? [] : [[1006, ""]]);
      expect([...heard.client.frames, ...heard.server.frames]).toEqual([]);
    }
  });

  it("T8: swallows everything in a black hole, the close included, and tells nobody until dropped", () => {
    const { line, client, server } = commanded();
    line.client.send("[1]");
    line.blackHole();
    line.server.send("[2]");
    line.server.close(4404, "session-gone");
    line.deliverAll();
    expect([...client.frames, ...server.frames, ...client.closes, ...server.closes]).toEqual([]);
    line.server.terminate();
    line.deliverAll();
    expect([client.closes, server.closes]).toEqual([[], [[1006, ""]]]);
  });
});

describe("a memory line by the clock", () => {
  it("T9: delivers after its latency, a later frame never before an earlier one", () => {
    const clock = new FakeClock();
    const latencies = [100, 10, 50];
    const line = memoryPair({ by: "clock", clock, latency: () => latencies.shift() ?? 0 });
    const server = new Recorder();
    line.server.listen(server);
    for (const text of ["[1]", "[2]", "[3]"]) line.client.send(text);
    clock.advance(99);
    expect(server.frames).toEqual([]);
    clock.advance(1);
    expect(server.frames).toEqual(["[1]", "[2]", "[3]"]);
  });
});
