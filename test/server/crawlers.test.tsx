import { describe, expect, it } from "vitest";
import { signal } from "../../src/reactive/signal.ts";
import { isCrawler } from "../../src/server/crawlers.ts";
import { app } from "../../src/session/app.ts";
import { session } from "../../src/session/facade.ts";
import { fetchRaw, openPage, run } from "./support.tsx";

const GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const CHROME =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36";

const as = (agent: string) => ({ headers: { "user-agent": agent } });

/** A shop with a price, and what its sessions did. */
async function shop(options: Parameters<typeof run>[1] = {}) {
  const told: string[] = [];
  const Shop = () => {
    const price = signal(12);
    session.onEnded(() => told.push("ended"));
    session.createTask(() => told.push("task"));
    told.push(session.isStub ? "stub" : "live");
    session.setTitle("The shop");
    return (
      <main>
        <h1>Bread</h1>
        <button onClick={() => price.value++}>{price}</button>
      </main>
    );
  };
  const running = await run(app(Shop, { lang: "de", description: "Bread & more" }), options);
  return { ...running, told };
}

describe("crawlers", () => {
  it("H102: get the page's real HTML, nothing that runs, and leave nothing behind", async () => {
    const { port, handler, sessions, clock, told, entries } = await shop();
    const answer = await fetchRaw(port, "/", as(GOOGLE));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<html lang="de">');
    expect(answer.text).toContain("<title>The shop</title>");
    expect(answer.text).toContain('content="Bread &amp; more"');
    expect(answer.text).toContain("<h1>Bread</h1>");
    expect(answer.text).toMatch(/<button[^>]*>12<\/button>/);
    expect(answer.text).toMatch(/rel="stylesheet" href="\/_tandem\/tandem-/);
    expect(answer.text).not.toContain("<script");
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    await clock.advanceAsync(60_000);
    expect([handler.sessionCount, sessions.length, told, clock.pending]).toEqual([0, 0, ["stub"], 0]);
    expect(entries).toEqual([]);
  });

  it("H102: a person gets a session, as ever", async () => {
    const { port, handler, told } = await shop();
    const page = await openPage(port, "/", as(CHROME));
    expect(page.text).toContain("<script");
    expect([handler.sessionCount, told[0]]).toEqual([1, "live"]);
  });

  it.each([
    [GOOGLE, true],
    [
      "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
      true,
    ],
    ["Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", true],
    ["Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)", true],
    ["Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", true],
    ["facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", true],
    ["Twitterbot/1.0", true],
    ["TelegramBot (like TwitterBot)", true],
    ["WhatsApp/2.23.20.0", true],
    ["Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)", true],
    [CHROME, false],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0", false],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      false,
    ],
    [
      "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.99 Mobile Safari/537.36",
      false,
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/139.0.0.0 Safari/537.36",
      false,
    ],
    ["curl/8.5.0", false],
    ["", false],
    [undefined, false],
    ["bot".repeat(20_000), true],
  ])("H102: %j is a crawler: %s", (agent, expected) => {
    expect(isCrawler(agent)).toBe(expected);
  });

  it("H103: that open a join link get the app's page, and no part in the session", async () => {
    const { port, sessions, told } = await shop();
    await openPage(port);
    const link = sessions[0]!.shareUrl({ origin: "" });
    const answer = await fetchRaw(port, link, as("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"));
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain("<script");
    expect([sessions.length, sessions[0]!.clientCount, told.filter((word) => word === "stub")]).toEqual([
      1,
      1,
      ["stub"],
    ]);
  });

  it("H104: count as pages that wait; a full server still has pages for them", async () => {
    const { port, clock, entries } = await shop({ limits: { maxUnclaimedPerAddress: 3, claimTimeout: 5_000 } });
    const crawl = async () => (await fetchRaw(port, "/", as(GOOGLE))).status;
    expect([await crawl(), await crawl(), await crawl(), await crawl()]).toEqual([200, 200, 200, 429]);
    expect(entries.map((entry) => entry.event)).toEqual(["limit/maxUnclaimedPerAddress"]);
    await clock.advanceAsync(6_000);
    expect(await crawl()).toBe(200);
    const full = await shop({ limits: { maxSessions: 0 } });
    expect((await fetchRaw(full.port, "/", as(CHROME))).status).toBe(503);
    expect((await fetchRaw(full.port, "/", as(GOOGLE))).status).toBe(200);
  });

  it("H105: an app that throws answers 500, and is logged", async () => {
    const Broken = () => {
      throw new Error("out of bread");
    };
    const { port, entries } = await run(Broken);
    const answer = await fetchRaw(port, "/", as(GOOGLE));
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain("out of bread");
    expect(entries.map((entry) => entry.event)).toEqual(["app/start-failed"]);
  });

  it("H102: a HEAD and a page that is no document are as for anybody", async () => {
    const { port, told } = await shop();
    expect((await fetchRaw(port, "/", { method: "HEAD", ...as(GOOGLE) })).text).toBe("");
    const image = await fetchRaw(port, "/x.png", { headers: { "user-agent": GOOGLE, "sec-fetch-dest": "image" } });
    expect([image.status, told]).toEqual([404, []]);
  });
});
