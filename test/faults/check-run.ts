import type { Session } from "../../src/session/session.ts";
import { ModelDocument } from "./model-document.ts";
import { ModelClient } from "./model-client.ts";
import { rowsText } from "./model-rows.ts";
import { ReferenceModel } from "./reference-model.ts";
import { screenText } from "./screen-text.ts";
import { equal, type Simulation } from "./simulation.ts";
import type { Life, Tab } from "./tab.ts";

/** Compares a run that has settled with the reference model, and closes it. Throws at the first difference. */
export async function checkRun(simulation: Simulation): Promise<void> {
  const { figures, server, tabs } = simulation;
  for (const tab of tabs) checkScreen(simulation, tab);
  for (const tab of simulation.allTabs) for (const life of tab.lives) checkLife(simulation, tab, life);
  figures.sessions = server.journals.size;
  await simulation.close();
  figures.sessionsLeft = server.registry.size + [...server.journals.keys()].filter(isLeft).length;
  figures.timersLeft = simulation.clock.pending;
  if (figures.sessionsLeft + figures.timersLeft + figures.lost + figures.doubled + figures.outOfOrder > 0) {
    throw new Error(`Expected nothing lost, doubled or left, but:\n${figures.toString()}`);
  }
}

const isLeft = (session: Session): boolean => session.state.peek().kind !== "ended";

function checkScreen({ figures, server }: Simulation, { life }: Tab): void {
  const { screen, page } = life;
  if (screen.state.kind !== "connected")
    throw new Error(`Expected a page to be connected, but it is ${JSON.stringify(screen.state)}.`);
  const expected = screenText(page.session);
  equal(expected, new ReferenceModel(page.journal.changes).toString(), "the server's screen");
  equal(screen.text(), expected, "the page");
  equal(screen.rows() ?? rowsText(page.journal.rows), rowsText(page.journal.rows), "the rows of the page");
  if (screen instanceof ModelClient) {
    equal(screen.document.toString(), new ModelDocument(page.session.firstPaint()).toString(), "the page with its ids");
  }
  figures.screensCompared++;
  if (screen.notices !== undefined) {
    const errors = server.errors.get(page.session)!;
    equal(screen.notices.at(-1) ?? "", screen.notices.length > 0 ? errors.at(-1)! : "", "the last message");
  }
}

/** Each event exactly once and in order; all of them if the page is still there, else up to some point. */
function checkLife({ figures, server }: Simulation, tab: Tab, { page, screen, sent, ...life }: Life): void {
  const tokens = new Set(sent.map(({ token }) => token));
  const handled = page.journal.acts.filter((act) => act.client === page.clientId && tokens.has(act.token));
  const removed = new Set(page.journal.acts.filter(({ kind }) => kind === "remove").map(({ about }) => about));
  const last = handled.at(-1)?.token ?? 0;
  const isWhole = tab.life.screen === screen && tab.isOpen && life.closed === undefined;
  const seen = new Set<number>();
  handled.forEach(({ token }, index) => {
    if (seen.has(token)) figures.doubled++;
    else if (token < (handled[index - 1]?.token ?? 0)) figures.outOfOrder++;
    seen.add(token);
  });
  for (const { token, about } of sent) {
    if (seen.has(token)) continue;
    if (removed.has(about)) figures.stale++;
    else if (token < last || isWhole) figures.lost++;
  }
  figures.sent += sent.length;
  figures.handled += handled.length;
  if (screen.notices !== undefined)
    checkMessages(screen.notices, server.errors.get(page.session)!.slice(page.errorsBefore));
  figures.messages += screen.notices?.length ?? 0;
}

/** A stretch of what the session said, without a gap. */
function checkMessages(shown: readonly string[], said: readonly string[]): void {
  const start = Math.max(0, said.indexOf(shown[0] ?? ""));
  equal(shown.join(" "), said.slice(start, start + shown.length).join(" "), "the messages");
}
