import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { App } from "tandem";
import assistant from "../../../examples/apps/assistant/app.tsx";
import chatRoom from "../../../examples/apps/chat-room/app.tsx";
import gomoku from "../../../examples/apps/gomoku/app.tsx";
import logTail from "../../../examples/apps/log-tail/app.tsx";
import markdown from "../../../examples/apps/markdown/app.tsx";
import wordle from "../../../examples/apps/wordle/app.tsx";
import { eventually } from "../../support/gallery-visit.ts";
import { WidgetPage } from "../../support/widget-page.ts";

/** Does what the app is for, and waits until it is seen. */
const deeds: Readonly<Record<string, [app: App, act: (page: Page) => Promise<void>]>> = {
  assistant: [
    assistant,
    async (page) => {
      await page.getByText("What is 12 * (7 + 5)?").click();
      await page.locator(".tandem-message-whole strong", { hasText: "144" }).waitFor();
    },
  ],
  "log tail": [
    logTail,
    async (page) => {
      await page.getByRole("button", { name: "Write 5,000 lines" }).click();
      await page.getByText(/^[5-9],\d\d\d lines$/).waitFor();
      await page.getByLabel("Filter lines").fill("database");
      await page.locator(".tandem-log-row mark").first().waitFor();
      await page.getByLabel("Filter lines").fill("");
      await page.locator(".tandem-log-row mark").first().waitFor({ state: "detached" });
    },
  ],
  markdown: [
    markdown,
    async (page) => {
      await page.getByLabel("Markdown").fill("# Bells\n\n- **one**\n- [ ] two\n\n```js\nlet a = 1;\n```");
      await page.getByRole("heading", { name: "Bells" }).waitFor();
      await eventually(() => page.locator(".tandem-markdown .hljs-keyword").count()).toBe(1);
    },
  ],
  "chat rooms": [
    chatRoom,
    async (page) => {
      await page.getByRole("textbox", { name: "Message" }).fill("Good morning");
      await page.keyboard.press("Enter");
      await page.getByText("Good morning").waitFor();
      await page.getByRole("textbox", { name: "Message" }).fill("");
    },
  ],
  wordle: [
    wordle,
    async (page) => {
      await page.keyboard.type("slate");
      await page.keyboard.press("Enter");
      await page.getByText(/^SLATE:/).waitFor();
    },
  ],
  gomoku: [
    gomoku,
    async (page) => {
      await page.getByRole("button", { name: "New table" }).click();
      await page.getByText("Waiting for a second player.").waitFor();
    },
  ],
};

it.each(Object.entries(deeds))(
  "E459: %s works, passes axe and fits, on a phone and on a desk",
  async (_, [app, act]) => {
    await using opened = await WidgetPage.open(app);
    await act(opened.page);
    for (const width of [1280, 390]) {
      await opened.page.setViewportSize({ width, height: 844 });
      expect(await opened.accessibilityFaults()).toEqual([]);
      await eventually(() => opened.scrollWidth()).toBe(width);
    }
    expect(opened.troubles).toEqual([]);
  },
);

it("E453: two people play gomoku by a link, to the end and again", async () => {
  await using opened = await WidgetPage.open(gomoku);
  const { page } = opened;
  await page.getByRole("button", { name: "New table" }).click();
  await page.getByText("Waiting for a second player.").waitFor();
  await page.waitForURL(/\/\w+$/);
  const bo = await page.context().newPage();
  await bo.goto(page.url());
  const play = async (who: Page, point: string) => {
    await who.getByText(/^Your turn/).waitFor();
    await who.getByRole("button", { name: point, exact: true }).click();
    // Else it would still be the turn before the next time.
    await who.getByText(/^Your turn/).waitFor({ state: "hidden" });
  };
  for (const column of ["D", "E", "F", "G"]) {
    await play(page, `${column}8`);
    await play(bo, `${column}2`);
  }
  await play(page, "H8");
  await page.getByText("You have won!").waitFor();
  await bo.getByText(/has won\.$/).waitFor();
  await page.getByRole("button", { name: "Play again" }).click();
  await bo.getByRole("button", { name: "Play again" }).click();
  await page.getByText(/is thinking/).waitFor();
  expect(opened.troubles).toEqual([]);
});
