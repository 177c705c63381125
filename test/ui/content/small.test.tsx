import { describe, expect, it } from "vitest";
import { ErrorBoundary, signal, UserFacingError } from "tandem";
import { mount } from "tandem/testing";
import * as ui from "tandem/ui";
import { initialsOf } from "../../../src/ui/content/avatar.tsx";

describe("small content", () => {
  it("W130: a badge says its tone by its class, live", async () => {
    const tone = signal<"success" | "danger">("success");
    await using app = await mount(() => (
      <ui.Badge tone={tone} dot>
        Running
      </ui.Badge>
    ));
    expect(app.screen.getByText("Running").className).toContain("tandem-tone-success");
    app.session.run(() => (tone.value = "danger"));
    await app.settle();
    expect(app.screen.getByText("Running").className).toContain("tandem-tone-danger");
  });

  it("W130: an avatar shows initials, or a picture until it fails; what a client claims costs its own picture only", async () => {
    expect(["Ada Lovelace", "émilie du Châtelet", "李 明", "  ", "x"].map(initialsOf)).toEqual([
      "AL",
      "ÉC",
      "李明",
      "?",
      "X",
    ]);
    await using app = await mount(() => <ui.Avatar name="Ada Lovelace" src="/ada.png" />);
    expect(app.screen.getByRole("img", { name: "Ada Lovelace" }).textContent).toBe("");
    app.document.querySelector("img")!.dispatchEvent(new app.window.Event("error"));
    await app.settle();
    expect(app.screen.getByRole("img", { name: "Ada Lovelace" }).textContent).toBe("AL");
  });

  it("W131: a metric tells up and down in words, and a sparkline what it shows", async () => {
    const change = signal<number | undefined>(0.125);
    await using app = await mount(() => (
      <ui.Metric label="Failures" value={3} change={change} good="down" trend={[1, 5, 3]} />
    ));
    const group = app.screen.getByRole("group", { name: "Failures" });
    expect(group.textContent).toContain("up 12.5%");
    expect(group.querySelector(".tandem-metric-change")!.className).toContain("tandem-tone-danger");
    app.session.run(() => (change.value = -0.5));
    await app.settle();
    expect(group.textContent).toContain("down 50%");
    app.screen.getByRole("img", { name: "Lately: from 1 to 3, between 1 and 5" });
    app.session.run(() => (change.value = undefined));
    await app.settle();
    expect(group.querySelector(".tandem-metric-change")).toBeNull();
  });

  it("W132: an image keeps its room, loads when it is needed, and has something in its place where it fails", async () => {
    const src = signal("/a.png");
    await using app = await mount(() => (
      <ui.Image src={src} alt="A plan" width={300} height={200} caption="Ground floor" />
    ));
    const image = app.screen.getByRole("img", { name: "A plan" });
    expect([image.getAttribute("loading"), image.getAttribute("width"), image.style.aspectRatio]).toEqual([
      "lazy",
      "300",
      "300 / 200",
    ]);
    image.dispatchEvent(new app.window.Event("error"));
    await app.settle();
    expect(app.screen.getByRole("img", { name: "A plan" }).localName).toBe("div");
    app.session.run(() => (src.value = "/b.png"));
    await app.settle();
    expect(app.screen.getByRole("img", { name: "A plan" }).getAttribute("src")).toBe("/b.png");
    app.screen.getByText("Ground floor");
  });

  it("W132: sound and film have the browser's controls, a name, and captions of which the first are on", async () => {
    const tracks = [
      { src: "/en.vtt", language: "en", label: "English" },
      { src: "/de.vtt", language: "de", label: "Deutsch", kind: "subtitles" as const },
    ];
    await using app = await mount(() => [
      <ui.Audio src="/a.mp3" label="A bell" />,
      <ui.Video src="/a.mp4" label="A tour" tracks={tracks} />,
    ]);
    const video = app.document.querySelector("video")!;
    expect([video.hasAttribute("controls"), video.getAttribute("aria-label"), video.hasAttribute("autoplay")]).toEqual([
      true,
      "A tour",
      false,
    ]);
    expect(
      [...video.querySelectorAll("track")].map((track) => [track.getAttribute("kind"), track.hasAttribute("default")]),
    ).toEqual([
      ["captions", true],
      ["subtitles", false],
    ]);
    expect(app.document.querySelector("audio")!.getAttribute("aria-label")).toBe("A bell");
  });

  it("W133: an error state shows what may be shown, and tries again inside an error boundary", async () => {
    let fails = true;
    const Report = () => {
      if (fails) throw new UserFacingError("The file is empty.");
      return <p>Here it is</p>;
    };
    await using app = await mount(
      () => (
        <ErrorBoundary fallback={(error, reset) => <ui.ErrorState title="No report" error={error} retry={reset} />}>
          <Report />
        </ErrorBoundary>
      ),
      { expectErrors: /empty/ },
    );
    expect(app.screen.getByRole("alert").textContent).toContain("The file is empty.");
    fails = false;
    await app.user.click(app.screen.getByText("Try again"));
    app.screen.getByText("Here it is");
  });

  it("W133: an empty state says what is not there, and how to begin", async () => {
    await using app = await mount(() => (
      <ui.EmptyState title="No orders" actions={<ui.Button>Add</ui.Button>}>
        They come here.
      </ui.EmptyState>
    ));
    app.screen.getByText("No orders");
    app.screen.getByText("They come here.");
    app.screen.getByRole("button", { name: "Add" });
  });

  it("W134: relative time goes on by itself, both ways, and has the whole time beside it", async () => {
    const start = Date.UTC(2026, 0, 1);
    await using app = await mount(() => [
      <ui.RelativeTime time={start} />,
      <ui.RelativeTime time={start + 3 * 3_600_000} language="de" />,
    ]);
    const [past, future] = [...app.document.querySelectorAll("time")];
    expect(past!.getAttribute("datetime")).toBe("2026-01-01T00:00:00.000Z");
    expect(past!.getAttribute("title")).toContain("January 1, 2026");
    const said = [past!.textContent];
    for (const ms of [30_000, 60_000, 3_600_000, 86_400_000]) {
      await app.clock.advance(ms);
      said.push(past!.textContent);
    }
    expect(said).toEqual(["now", "30 seconds ago", "1 minute ago", "1 hour ago", "yesterday"]);
    expect(future!.textContent).toBe("vor 22 Stunden");
  });

  it("W135: facts by name are a definition list, without those that are missing; a divider is one", async () => {
    await using app = await mount(() => [
      <ui.KeyValues items={{ Name: "Ada", Age: undefined }} />,
      <ui.Divider />,
      <ui.Divider>or</ui.Divider>,
    ]);
    expect([...app.document.querySelectorAll("dt, dd")].map((part) => part.textContent)).toEqual(["Name", "Ada"]);
    expect(app.screen.getByRole("separator").localName).toBe("hr");
    app.screen.getByText("or");
  });
});
