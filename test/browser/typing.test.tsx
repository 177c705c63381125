import { afterAll, describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { serve } from "../../src/server/serve.ts";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";
import { latencyProxy } from "../support/latency-proxy.ts";

/** What the server was told, in the order it was told. */
const heard: string[] = [];

function Shout() {
  const text = signal("");
  return (
    <label>
      Text
      <input
        value={text}
        onInput={({ value }) => {
          heard.push(value);
          text.value = value.toUpperCase();
        }}
      />
    </label>
  );
}

/** 200 characters, no two neighbours alike, so that a loss or a swap shows. */
const TEXT = Array.from({ length: 200 }, (_, i) => "abcdefghijklmnopqrstuvwxyz 0123456789"[(i * 7) % 37]).join("");

describe("typing on a slow line", async () => {
  const server = await serve(Shout, { port: 0, log: () => {}, limits: PATIENT_LIMITS });
  const line = await latencyProxy(server.port, 300);
  const browser = await launchChromium();
  afterAll(async () => {
    await browser.close();
    await line.close();
    await server.close();
  });

  it("B82: 200 characters at 20 a second, 300 ms each way, upper-cased by the server: none lost, none out of order", async () => {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${line.port}/`);
    const field = page.getByLabel("Text");
    await field.click();
    await page.keyboard.type(TEXT, { delay: 50 });
    expect((await field.inputValue()).toUpperCase()).toBe(TEXT.toUpperCase());
    await expect.poll(() => field.inputValue()).toBe(TEXT.toUpperCase());
    expect(heard).toHaveLength(TEXT.length);
    heard.forEach((value, i) => expect(value.toUpperCase()).toBe(TEXT.slice(0, i + 1).toUpperCase()));
  });
});
