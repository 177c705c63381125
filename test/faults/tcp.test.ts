import { describe, expect, it } from "vitest";
import { TcpRun } from "./tcp-run.ts";

describe("real sockets that fail", () => {
  it("L50: lose, double and reorder nothing, and show the session's screen", async () => {
    const figures = await TcpRun.run({ faults: 30, clients: 6, seed: 7 });
    expect(figures.faults).toBeGreaterThanOrEqual(30);
    expect(figures.screensCompared).toBe(6);
    expect(figures.handled).toBeGreaterThan(30);
    if (process.env["SHOW"]) console.log(figures.toString());
  });
});
