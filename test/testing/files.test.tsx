import { describe, expect, it } from "vitest";
import { DownloadButton, NoFileSelectedError, session, signal, UploadArea, uploadList } from "tandem";
import { mount } from "tandem/testing";

function Attachments() {
  const files = uploadList({ types: ["txt"], maxSize: 1_000, maxCount: 2 });
  const texts = signal<string[]>([]);
  const read = async () => (texts.value = await Promise.all(files.files.map((file) => file.text())));
  return (
    <main>
      <UploadArea files={files} label="Attach texts" />
      <button onClick={read}>Read</button>
      <output>{() => texts.value.join(", ")}</output>
    </main>
  );
}

function Picker() {
  const told = signal("");
  const pick = async () => {
    try {
      const file = await session.pickFile({ types: ["txt"] });
      told.value = `${file.name}: ${await file.text()}`;
    } catch (error) {
      told.value = error instanceof NoFileSelectedError ? "none" : String(error);
    }
  };
  return (
    <main>
      <button onClick={pick}>Open</button>
      <output>{told}</output>
    </main>
  );
}

function Giver() {
  async function* torn() {
    yield "some";
    throw new Error("torn");
  }
  return (
    <main>
      <DownloadButton fileName="hello.txt" content={() => `hello ${session.id.length}`}>
        Hello
      </DownloadButton>
      <DownloadButton fileName="torn.txt" content={torn}>
        Torn
      </DownloadButton>
      <button onClick={() => session.saveFile({ path: "/there/is/none" }, "none.txt")}>None</button>
    </main>
  );
}

describe("files in tests of apps", () => {
  it("F47: downloads has what the page downloaded, or why it failed", async () => {
    await using app = await mount(Giver, { expectErrors: true });
    for (const name of ["Hello", "Torn", "None"]) await app.user.click(app.screen.getByRole("button", { name }));
    await app.waitFor(() => expect(app.downloads).toHaveLength(3));
    const [hello, torn, none] = app.downloads;
    expect([hello!.name, await hello!.text()]).toEqual(["hello.txt", "hello 26"]);
    await expect(torn!.bytes()).rejects.toThrow("fetch failed");
    await expect(none!.text()).rejects.toMatchObject({ code: "testing/download-failed" });
  });

  it("F43: a person chooses files in an upload area, sees how they stand, and removes one", async () => {
    await using app = await mount(Attachments);
    const { screen, user, window } = app;
    const text = (name: string, body: string) => new window.File([body], name, { type: "text/plain" });
    const input = screen.getByLabelText("Attach texts");
    expect(input).toHaveProperty("accept", ".txt");
    expect(screen.getByText("Or drop them here: TXT, up to 1 kB each, 2 at most.")).toBeDefined();
    await user.upload(input, [text("a.txt", "one"), text("b.txt", "x".repeat(1_001))]);
    await app.waitFor(() => screen.getByText("1 file has arrived."));
    expect(screen.getByRole("alert").textContent).toBe("“b.txt” is 1 kB; at most 1 kB are allowed.");
    await user.click(screen.getByRole("button", { name: "Read" }));
    await app.waitFor(() => screen.getByText("one"));
    await user.click(screen.getByRole("button", { name: "Remove a.txt" }));
    await user.click(screen.getByRole("button", { name: "Remove b.txt" }));
    expect(screen.queryByRole("list")).toBe(null);
    app.expectInStep();
  });

  it("F43: a person chooses a file in the picker that the session opened, or none", async () => {
    await using app = await mount(Picker);
    const { screen, user, window, document } = app;
    const open = async () => {
      await user.click(screen.getByRole("button", { name: "Open" }));
      return app.waitFor(() => document.querySelector<HTMLInputElement>("input[type=file]") ?? fail());
    };
    const fail = () => {
      throw new Error("Expected a picker to be open.");
    };
    await user.upload(await open(), new window.File(["text"], "note.txt", { type: "text/plain" }));
    await app.waitFor(() => screen.getByText("note.txt: text"));
    const input = await open();
    input.dispatchEvent(new window.Event("cancel"));
    await app.waitFor(() => screen.getByText("none"));
    expect(document.querySelector("input[type=file]")).toBe(null);
  });
});
