import { expect, it } from "vitest";
import { signal } from "tandem";
import * as ui from "tandem/ui";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

const NOTE = `## Lists\n\n- one\n- [x] done\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n> quoted [link](https://example.org)\n\n\`\`\`ts\n// comment\nexport const a: string = "x" + 1;\n\`\`\`\n`;
const COLORS = [30, 31, 32, 33, 34, 35, 36, 37].map(
  (code) => `\u001b[${code}mtext\u001b[0m \u001b[${code + 10}mon\u001b[0m`,
);

/** Everything there is, for what concerns all of it. */
function Everything() {
  const log = ui.createLog();
  for (const level of ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]) log.append(`${level} ${COLORS.join(" ")}`);
  const running = ui.runWithProgress(
    (progress, aborted) => {
      progress.report(0.4);
      return new Promise((resolve) => aborted.addEventListener("abort", resolve));
    },
    { label: "Importing" },
  );
  return (
    <main>
      <h1>Content</h1>
      <p>
        {(["brand", "neutral", "success", "warning", "danger"] as const).map((tone) => (
          <ui.Badge tone={tone} dot>
            {tone}
          </ui.Badge>
        ))}
        {["Ada L", "Bo", "Cy D", "Dee", "Eve F", "Fay", "Gus H"].map((name) => (
          <ui.Avatar name={name} />
        ))}
      </p>
      <ui.Metric label="Orders" value="1,204" change={0.1} note="than yesterday" trend={[1, 3, 2]} />
      <ui.Metric label="Failures" value={3} change={0.1} good="down" />
      <ui.Image
        src="data:image/gif;base64,R0lGODlhAQABAAAAACw="
        alt="Nothing much"
        width={20}
        height={20}
        caption="A caption"
      />
      <ui.EmptyState title="No orders">They come here.</ui.EmptyState>
      <ui.ErrorState title="No report" retry={() => {}} />
      <ui.KeyValues items={{ Name: "Ada", Since: <ui.RelativeTime time={0} /> }} />
      <ui.Divider>or</ui.Divider>
      {(["info", "success", "warning", "error"] as const).map((kind) => (
        <ui.Alert kind={kind} title={kind} closeable>
          Text
        </ui.Alert>
      ))}
      <ui.ProgressBar label="Import" value={0.4} />
      <ui.ProgressCircle label="Disk" value={0.7} />
      <ui.Spinner showLabel />
      <ui.Skeleton lines={2} />
      <ui.TaskProgress task={running} />
      <ui.Markdown text={NOTE} headingLevel={2} />
      <ui.Code
        language="ts"
        title="a.ts"
        code={'@dec\nclass A extends B { #x = /a/; } // c\nimport x from "y"; let n: number = 1n'}
        lineNumbers
        marked={[2]}
      />
      <ui.LogViewer log={log} label="Log" />
      <ui.JsonViewer
        label="Data"
        openTo={3}
        value={{ a: "x", b: [1, true, null, new Date(0)], c: Array.from({ length: 300 }, () => 1) }}
      />
    </main>
  );
}

it("W136: content and feedback pass axe in the light and the dark, and fit on a phone", async () => {
  await using opened = await WidgetPage.open(Everything, { viewport: { width: 390, height: 844 } });
  await opened.page.locator("tandem-log .tandem-log-text").first().waitFor();
  expect(await opened.accessibilityFaults()).toEqual([]);
  await eventually(() => opened.scrollWidth()).toBe(390);
  expect(opened.troubles).toEqual([]);
});

it("W106: a copy button copies what it is to copy, and says so", async () => {
  await using opened = await WidgetPage.open(
    () => (
      <main>
        <ui.Code code={"const a = 1;\nconst b = 2;"} lineNumbers />
        <ui.CopyButton text="secret" label="Copy the link" />
      </main>
    ),
    { permissions: ["clipboard-read", "clipboard-write"] },
  );
  const { page } = opened;
  const pasted = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("status").getByText("Copied.").waitFor({ state: "attached" });
  expect(await pasted()).toBe("const a = 1;\nconst b = 2;\n");
  await page.getByRole("button", { name: "Copy the link" }).click();
  await eventually(pasted).toBe("secret");
});

/** Rows of a log that are in sight, by their text. */
const seen = (page: WidgetPage["page"]) =>
  page.evaluate(() => {
    const log = document.querySelector("tandem-log")!;
    const { top, bottom } = log.getBoundingClientRect();
    const rows = [...log.querySelectorAll<HTMLElement>(".tandem-log-row")].filter((row) => {
      const place = row.getBoundingClientRect();
      return place.bottom > top + 2 && place.top < bottom - 2;
    });
    return rows.map((row) => row.querySelector(".tandem-log-text")?.textContent ?? "");
  });

it("W115: a log follows its end until the person scrolls away, and again when they come back", async () => {
  const log = ui.createLog({ capacity: 1_100_000 });
  for (let i = 0; i < 1_000_000; i++) log.append(`line ${i}`);
  await using opened = await WidgetPage.open(() => (
    <main>
      <ui.LogViewer log={log} label="Log" height="300px" />
    </main>
  ));
  const { page } = opened;
  const last = async () => (await seen(page)).at(-1);
  await eventually(last).toBe("line 999999");
  log.append("one more");
  await eventually(last).toBe("one more");
  const lines = page.getByRole("log");
  await lines.focus();
  await page.keyboard.press("Home");
  await eventually(async () => (await seen(page))[0]).toBe("line 0");
  log.append("unseen");
  await page.getByRole("button", { name: "Jump to the end" }).click();
  await eventually(last).toBe("unseen");
  // In the middle of a million lines there are lines, without a gap.
  await page.keyboard.press("Shift");
  await lines.evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
  await eventually(async () => {
    const rows = await seen(page);
    const first = Number(/\d+/.exec(rows[0]!)?.[0]);
    return rows.length > 10 && first > 400_000 && rows.every((row, index) => row === `line ${first + index}`);
  }).toBe(true);
  expect(opened.troubles).toEqual([]);
});

it("W115: wrapped, long lines are whole, and the end is still the end", async () => {
  const log = ui.createLog();
  for (let i = 0; i < 2_000; i++) log.append(`line ${i} ${"word ".repeat(60)}`);
  const wrap = signal(true);
  await using opened = await WidgetPage.open(() => (
    <main>
      <ui.LogViewer log={log} label="Log" height="300px" wrap={wrap} />
    </main>
  ));
  const { page } = opened;
  await eventually(async () => (await seen(page)).at(-1)?.slice(0, 9)).toBe("line 1999");
  await eventually(() => page.getByRole("log").evaluate((log) => log.scrollWidth - log.clientWidth)).toBe(0);
  const gap = () =>
    page.evaluate(() => {
      const log = document.querySelector("tandem-log")!.getBoundingClientRect();
      const row = [...document.querySelectorAll(".tandem-log-row")].at(-1)!.getBoundingClientRect();
      return Math.abs(log.bottom - row.bottom);
    });
  await eventually(gap).toBeLessThan(1.5);
});

it("W122: JSON is used by keyboard alone", async () => {
  await using opened = await WidgetPage.open(() => (
    <main>
      <ui.JsonViewer label="Data" search={false} value={{ a: { b: [1, 2] }, c: 3 }} />
      <button>After</button>
    </main>
  ));
  const { page } = opened;
  const focused = () => page.evaluate(() => document.activeElement?.querySelector("[data-row]")?.textContent);
  await page.keyboard.press("Tab");
  await eventually(focused).toBe("{2 keys}");
  await page.keyboard.press("ArrowDown");
  await eventually(focused).toBe("a: {1 key}");
  await page.keyboard.press("ArrowRight");
  await page.getByText("b: [2 items]").waitFor();
  await page.keyboard.press("ArrowRight");
  await eventually(focused).toBe("b: [2 items]");
  await page.keyboard.press("Enter");
  await page.getByText("1: 2").waitFor();
  await page.keyboard.press("End");
  await eventually(focused).toBe("c: 3");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await page.getByText("b: [2 items]").waitFor({ state: "detached" });
  await page.keyboard.press("ArrowLeft");
  await eventually(focused).toBe("{2 keys}");
  // One Tab leaves the tree, to what can be copied of the chosen row.
  await page.keyboard.press("Tab");
  await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Copy path");
});
