import { expect, it } from "vitest";
import { For, session, signal } from "tandem";
import { Audio, FollowEnd, Sparkline, Video } from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const loads = signal([0.2, 0.9]);
const texts = signal(Array.from({ length: 40 }, (_, index) => `Line ${index}`));

/** A WAV of a second in which nothing is to be heard. */
function silence(): Uint8Array<ArrayBuffer> {
  const wav = Buffer.alloc(44 + 8_000, 128);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + 8_000, 4);
  wav.write("WAVEfmt ", 8);
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 8_000],
    [40, 8_000],
  ] as const)
    wav.writeUInt32LE(value, at);
  wav.writeUInt32LE(0x00010001, 20);
  wav.writeUInt32LE(0x00080001, 32);
  wav.write("data", 36);
  return new Uint8Array(wav);
}

function Content() {
  const sound = session.dynamicRoute(
    "silence.wav",
    () => new Response(silence(), { headers: { "content-type": "audio/wav" } }),
  );
  return (
    <main>
      <h1>Content</h1>
      <Audio src={sound} label="A rest" caption="Of one second" />
      <Video src={sound} label="Nothing to be seen" muted />
      <Sparkline label="Load" values={loads} />
      <div style={{ display: "grid", height: "12rem" }}>
        <FollowEnd label="Messages">
          <For each={texts}>{(text) => <p>{text}</p>}</For>
        </FollowEnd>
      </div>
    </main>
  );
}

it("W132: sound and film have the browser's controls, load what they need, and do not start by themselves", async () => {
  await using opened = await WidgetPage.open(Content);
  for (const label of ["A rest", "Nothing to be seen"]) {
    const player = opened.page.getByLabel(label);
    await eventually(() => player.evaluate((media: HTMLMediaElement) => Math.round(media.duration))).toBe(1);
    expect(await player.evaluate((media: HTMLMediaElement) => [media.controls, media.paused])).toEqual([true, true]);
  }
  expect(opened.troubles).toEqual([]);
});

it("W131: a sparkline follows its values, in its line and in what is read out", async () => {
  await using opened = await WidgetPage.open(Content);
  const line = opened.page.getByRole("img", { name: /^Load/ });
  const drawn = () => line.evaluate((image) => image.innerHTML);
  const [before, said] = [await drawn(), await line.getAttribute("aria-label")];
  loads.value = [0.9, 0.1, 0.5];
  await eventually(drawn).not.toBe(before);
  await eventually(() => line.getAttribute("aria-label")).not.toBe(said);
});

it("W211: what follows its end keeps it in sight until somebody scrolls away, and goes back by its button", async () => {
  await using opened = await WidgetPage.open(Content);
  const log = opened.page.getByRole("log", { name: "Messages" });
  const gap = () => log.evaluate((area) => Math.round(area.scrollHeight - area.clientHeight - area.scrollTop));
  await eventually(gap).toBe(0);
  texts.update((all) => [...all, "One more"]);
  await log.getByText("One more").waitFor();
  await eventually(gap).toBe(0);
  await log.press("Home");
  await eventually(gap).toBeGreaterThan(100);
  texts.update((all) => [...all, "And another"]);
  await log.getByText("And another").waitFor({ state: "attached" });
  expect(await gap()).toBeGreaterThan(100);
  // While it still scrolls up smoothly.
  await opened.page.getByRole("button", { name: "Jump to the end" }).click();
  await eventually(gap).toBe(0);
  await opened.page.keyboard.press("Shift");
  // Also where something comes before the page has told of the scrolling.
  await log.evaluate((area) => {
    area.scrollTop = 0;
    area.append("At the same time");
  });
  await opened.page.getByRole("button", { name: "Jump to the end" }).waitFor();
  expect(await gap()).toBeGreaterThan(100);
  await opened.page.getByRole("button", { name: "Jump to the end" }).click();
  await eventually(gap).toBe(0);
  // What becomes smaller is not scrolled away from.
  await log.evaluate((area) => {
    area.append(document.createElement("br"), "And one more");
    area.parentElement!.style.height = "8rem";
  });
  await eventually(() => log.evaluate((area) => area.clientHeight)).toBeLessThan(150);
  await eventually(gap).toBe(0);
  expect(await opened.accessibilityFaults()).toEqual([]);
});
