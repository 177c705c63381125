import { describe, expect, it } from "vitest";
import { signal, type FileInfo } from "tandem";
import { createForm, FileInput, Form, SubmitButton } from "tandem/ui";
import { mount } from "tandem/testing";

const textFile = (name: string, text = "hello") => new File([text], name, { type: "text/plain" });

function open(props: Partial<Parameters<typeof FileInput>[0]> = {}) {
  const files = signal<FileInfo[]>([]);
  const heard: string[][] = [];
  return mount(() => (
    <main>
      <FileInput
        label="Papers"
        bind={files}
        types={["txt"]}
        maxSize={1_000}
        onChange={(now) => heard.push(now.map(({ name }) => name))}
        {...props}
      />
      <output>{() => files.value.map(({ name, sizeInBytes }) => `${name} ${sizeInBytes}`).join(", ")}</output>
      <button onClick={() => (files.value = [])}>None</button>
    </main>
  )).then((app) => ({ ...app, app, files, heard }));
}

describe("FileInput", () => {
  it("U118: its signal holds the files that have arrived; another takes the place of the one there is", async () => {
    const { app, files, heard } = await open();
    const { screen, user } = app;
    const waitFor = (check: () => void) => app.waitFor(check);
    await user.upload(screen.getByLabelText("Papers"), textFile("a.txt"));
    await waitFor(() => expect(screen.getAllByRole("status")[0]?.textContent).toBe("1 file has arrived."));
    expect(files.peek().map(({ name }) => name)).toEqual(["a.txt"]);
    await user.upload(screen.getByLabelText("Papers"), textFile("b.txt"));
    await waitFor(() => expect(files.peek().map(({ name }) => name)).toEqual(["b.txt"]));
    expect(await files.peek()[0]!.text()).toBe("hello");
    await user.click(screen.getByRole("button", { name: "None" }));
    await waitFor(() => expect(screen.queryByText("b.txt")).toBeNull());
    expect(heard.at(-1)).toEqual(["b.txt"]);
  });

  it("U118: what is too large, too many or of another type is refused in words, and never in the signal", async () => {
    const { app, files } = await open({ maxCount: 2 });
    const { screen, user } = app;
    const waitFor = (check: () => void) => app.waitFor(check);
    await user.upload(screen.getByLabelText("Papers"), textFile("large.txt", "x".repeat(2_000)));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/large|1 kB|1,000/i));
    await user.upload(screen.getByLabelText("Papers"), [textFile("a.txt"), textFile("b.txt")]);
    await waitFor(() => expect(files.peek()).toHaveLength(2));
  });

  it("U118: a required one is asked for, and one that is taken away is gone", async () => {
    const { app, files } = await open({ required: true });
    const { screen, user } = app;
    const waitFor = (check: () => void) => app.waitFor(check);
    await user.upload(screen.getByLabelText("Papers*"), textFile("a.txt"));
    await waitFor(() => expect(files.peek()).toHaveLength(1));
    await user.click(screen.getByRole("button", { name: "Remove a.txt" }));
    await waitFor(() => expect(screen.queryByText("Please choose a file.")).not.toBeNull());
    expect(files.peek()).toEqual([]);
  });

  it("U118: a form is not submitted without a required file, and gets it when it is there", async () => {
    const sent: FileInfo[][] = [];
    const Apply = () => {
      const form = createForm({ initial: { papers: [] as FileInfo[] }, onSubmit: ({ papers }) => sent.push(papers) });
      return (
        <Form form={form}>
          <FileInput label="Papers" bind={form.fields.papers} required />
          <SubmitButton>Send</SubmitButton>
        </Form>
      );
    };
    const app = await mount(Apply);
    const { screen, user } = app;
    const waitFor = (check: () => void) => app.waitFor(check);
    await user.click(screen.getByRole("button", { name: "Send" }));
    await waitFor(() => expect(screen.queryByText("Please choose a file.")).not.toBeNull());
    await user.upload(screen.getByLabelText("Papers*"), textFile("a.txt"));
    await waitFor(() => expect(screen.getAllByRole("status")[0]?.textContent).toBe("1 file has arrived."));
    await user.click(screen.getByRole("button", { name: "Send" }));
    await waitFor(() => expect(sent.map((papers) => papers.map(({ name }) => name))).toEqual([["a.txt"]]));
  });

  it("U118: a form does not go without the file that was refused, until it is removed", async () => {
    let sent = 0;
    const Apply = () => {
      const form = createForm({ initial: { papers: [] as FileInfo[] }, onSubmit: () => void sent++ });
      return (
        <Form form={form}>
          <FileInput label="Papers" bind={form.fields.papers} maxSize={10} />
          <SubmitButton>Send</SubmitButton>
        </Form>
      );
    };
    const app = await mount(Apply);
    const { screen, user } = app;
    const complaint = "Please remove what was not taken, or choose another file.";
    await user.upload(screen.getByLabelText("Papers"), textFile("large.txt", "x".repeat(20)));
    await app.waitFor(() => expect(screen.queryByRole("button", { name: "Remove large.txt" })).not.toBeNull());
    await user.click(screen.getByRole("button", { name: "Send" }));
    await app.waitFor(() => expect(screen.queryByText(complaint)).not.toBeNull());
    expect(sent).toBe(0);
    await user.click(screen.getByRole("button", { name: "Remove large.txt" }));
    await app.waitFor(() => expect(screen.queryByText(complaint)).toBeNull());
    await user.click(screen.getByRole("button", { name: "Send" }));
    await app.waitFor(() => expect(sent).toBe(1));
  });

  it("U119: takes nothing while it is disabled", async () => {
    const { app, files } = await open({ disabled: true });
    const { screen, user } = app;
    const input = screen.getByLabelText<HTMLInputElement>("Papers");
    expect(input.disabled).toBe(true);
    input.disabled = false;
    await user.upload(input, textFile("a.txt"));
    expect(files.peek()).toEqual([]);
    expect(screen.queryByText("a.txt")).toBeNull();
  });
});
