import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import type { Server } from "../../src/server/listen.ts";
import { serve } from "../../src/server/serve.ts";
import { session } from "../../src/session/facade.ts";
import { NoFileSelectedError } from "../../src/session/uploads/file-errors.ts";
import type { FileInfo } from "../../src/session/uploads/file-info.ts";
import { uploadList } from "../../src/session/uploads/upload-list.ts";
import { DownloadButton } from "../../src/ui/download-button.tsx";
import { UploadArea } from "../../src/ui/upload-area.tsx";
import { launchChromium } from "../support/chromium.ts";
import { PATIENT_LIMITS } from "../support/patient-limits.ts";
import { CuttingProxy } from "../support/cutting-proxy.ts";

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** More than the buffers on the way hold, so that what comes first has arrived. */
const MUCH = Buffer.alloc(3_000_000, "some text ");

async function* torn() {
  yield MUCH;
  throw new Error("torn");
}

function Desk() {
  const files = uploadList({ types: ["bin", "txt"], maxSize: 20_000_000, maxCount: 5 });
  const told = signal("");
  const tell = async (...all: readonly FileInfo[]) => {
    const parts = await Promise.all(all.map(async (file) => `${file.name} ${digest(await file.bytes())}`));
    told.value = parts.join(", ");
  };
  const pick = async () => {
    told.value = "";
    await session
      .pickFile({ types: ["bin"] })
      .then(tell, (error) => (told.value = error instanceof NoFileSelectedError ? "none" : String(error)));
  };
  return (
    <main>
      <DownloadButton fileName="Grüße.txt" content={() => "hello"}>
        Download
      </DownloadButton>
      <DownloadButton fileName="torn.txt" content={torn}>
        Torn
      </DownloadButton>
      <button onClick={pick}>Pick</button>
      <UploadArea files={files} label="Bring files" />
      <button onClick={() => tell(...files.files)}>Read</button>
      <output>{told}</output>
    </main>
  );
}

describe("files in Chromium", () => {
  let browser: Browser;
  let server: Server;
  let proxy: CuttingProxy;
  let page: Page;
  let folder: string;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchChromium();
    folder = await mkdtemp(join(tmpdir(), "tandem-test-"));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    server = await serve(Desk, { port: 0, log: () => {}, limits: PATIENT_LIMITS });
    proxy = await CuttingProxy.start(server.port);
    page = await browser.newPage();
    complaints = [];
    // From the start: a picker that opens before anybody has told Chromium to hand it over is lost.
    page.on("filechooser", () => {});
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
  });
  afterEach(async () => {
    await page.close();
    await proxy.close();
    await server.close();
  });

  const open = () => page.goto(`http://localhost:${proxy.port}/`);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const shows = (text: string) => page.getByRole("status").or(page.locator("output")).getByText(text).waitFor();
  const file = async (name: string, bytes: Buffer) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  const bytesOf = (size: number, seed: number) => Buffer.alloc(size, `${seed} something to tell apart `);

  it("F45: a download arrives under its name, and a broken one is known as broken", async () => {
    await open();
    const [download] = await Promise.all([page.waitForEvent("download"), press("Download")]);
    expect(download.suggestedFilename()).toBe("Grüße.txt");
    expect(await readFile(await download.path(), "utf8")).toBe("hello");
    const [broken] = await Promise.all([page.waitForEvent("download"), press("Torn")]);
    expect(await broken.failure()).not.toBe(null);
    await page.getByRole("alert").getByText("Something went wrong").waitFor();
    expect([complaints, page.url()]).toEqual([[], `http://localhost:${proxy.port}/`]);
  });

  it("F45: files are chosen in the area, or dropped onto it, and arrive as they are", async () => {
    await open();
    const [one, two] = [bytesOf(3_000_000, 1), bytesOf(10, 2)];
    await page.getByLabel("Bring files").setInputFiles([await file("one.bin", one), await file("two.txt", two)]);
    await shows("2 files have arrived.");
    await press("Read");
    await shows(`one.bin ${digest(one)}, two.txt ${digest(two)}`);
    const box = (await page.locator(".tandem-drop").boundingBox())!;
    const devtools = await page.context().newCDPSession(page);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const data = { items: [], files: [await file("three.txt", two)], dragOperationsMask: 1 };
    await devtools.send("Input.dispatchDragEvent", { type: "dragEnter", ...at, data });
    await page.locator(".tandem-drop-over").waitFor();
    await devtools.send("Input.dispatchDragEvent", { type: "dragOver", ...at, data });
    await devtools.send("Input.dispatchDragEvent", { type: "drop", ...at, data });
    await shows("3 files have arrived.");
    await expect.poll(() => page.locator(".tandem-drop-over").count()).toBe(0);
    await press("Remove one.bin");
    await shows("2 files have arrived.");
    expect(complaints).toEqual([]);
  });

  it("F45: an upload goes on after each cut, also while the session's own line is down", async () => {
    await open();
    const bytes = bytesOf(12_000_000, 3);
    proxy.cutAfter = 700_000;
    proxy.cutsLeft = 6;
    await page.getByLabel("Bring files").setInputFiles(await file("cut.bin", bytes));
    await shows("1 file has arrived.");
    expect(proxy.cuts).toBe(6);
    proxy.cutAll();
    await press("Read");
    await shows(`cut.bin ${digest(bytes)}`);
  });

  it("F45: what is refused says why beside its name", async () => {
    await open();
    const paths = [
      await file("picture.bin", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")),
      await file("large.bin", Buffer.alloc(20_000_001)),
    ];
    await page.getByLabel("Bring files").setInputFiles(paths);
    await page.getByText("“large.bin” is 20 MB; at most 20 MB are allowed.").waitFor();
    await page.getByText("“picture.bin” is not of an allowed type: BIN or TXT.").waitFor();
  });

  it("F46: the picker opens on the click; what is chosen comes, and choosing nothing is told", async () => {
    await open();
    const bytes = bytesOf(2_000_000, 4);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("Pick")]);
    expect(chooser.isMultiple()).toBe(false);
    await chooser.setFiles(await file("picked.bin", bytes));
    await shows(`picked.bin ${digest(bytes)}`);
    await Promise.all([page.waitForEvent("filechooser"), press("Pick")]);
    await page.locator("body > input[type=file]").dispatchEvent("cancel");
    await shows("none");
    expect(complaints).toEqual([]);
  });

  it("F46: where the click no longer counts, the page asks for one more, or takes no", async () => {
    await page.addInitScript(() => Object.defineProperty(navigator, "userActivation", { value: { isActive: false } }));
    await open();
    const bytes = bytesOf(1_000, 5);
    await press("Pick");
    await page.getByRole("dialog", { name: "Choose file" }).waitFor();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("Choose file")]);
    await chooser.setFiles(await file("late.bin", bytes));
    await shows(`late.bin ${digest(bytes)}`);
    for (const refuse of [() => press("Cancel"), () => page.keyboard.press("Escape")]) {
      await press("Pick");
      await page.getByRole("dialog").waitFor();
      await refuse();
      await shows("none");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    expect(complaints).toEqual([]);
  });

  it("F44: the area is used by the keyboard, and neither wide nor narrow pages scroll sideways", async () => {
    await open();
    const input = page.getByLabel("Bring files");
    await input.focus();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    const name = `${"a-long-name-".repeat(12)}.txt`;
    await chooser.setFiles(await file(name, Buffer.from("x")));
    await shows("1 file has arrived.");
    expect(await input.getAttribute("accept")).toBe(".bin,.txt");
    await page.evaluate(axe.source);
    const breaches = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(".tandem-upload");
      return violations.map(({ id, help }) => `${id}: ${help}`);
    });
    expect(breaches).toEqual([]);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      await expect.poll(() => page.evaluate(sideways)).toBe(0);
    }
  });
});
