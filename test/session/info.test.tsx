import { describe, expect, it } from "vitest";
import { findSession } from "../../src/session/current.ts";
import type { HostFacts, RequestFacts } from "../../src/session/environment.ts";
import { ConnectionInfo } from "../../src/session/place/connection-info.ts";
import { readLanguages } from "../../src/session/place/languages.ts";
import { readTimeZone, zoneInCookies } from "../../src/session/place/time-zone.ts";
import { readUserAgent } from "../../src/session/place/user-agent.ts";
import { TestClient, TestSession } from "../support/test-session.ts";

const REQUEST: RequestFacts = {
  method: "GET",
  url: "https://desk.example:8443/tools/",
  headers: { "accept-language": "zh-CN,zh;q=.9", "x-odd": ["a", "b"], "user-agent": "curl/8", cookie: "a=1" },
  origin: "https://desk.example:8443",
  basePath: "/tools",
  clientIp: "203.0.113.7",
  clientPort: 40_123,
};

const infoOf = (request: Partial<RequestFacts> = {}, host: HostFacts = { backend: "node", isWindow: false }) =>
  new ConnectionInfo({ request: { ...REQUEST, ...request }, host, timezone: undefined, line: () => undefined });

const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
const TABLET =
  "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1";
const DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:126.0) Gecko/20100101 Firefox/126.0";
const CRAWLER = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

describe("session.info", () => {
  it("I1: says what the request that opened the session says", () => {
    const test = new TestSession(() => <p />);
    const { info } = test.session;
    expect(info.clientIp).toBe("127.0.0.1");
    expect(info.clientPort).toBe(40_000);
    expect(info.origin).toBe("http://localhost");
    expect(info.serverHost).toBe("localhost");
    expect(info.request).toBe(test.session.request);
    expect(test.session.info).toBe(info);
  });

  it("I2: can only be read", () => {
    const info = infoOf();
    expect(() => Object.assign(info, { timezone: "Europe/Berlin" })).toThrow(TypeError);
    expect(() => Object.assign(info, { anything: 1 })).toThrow(TypeError);
    expect(() => (info.preferredLanguages as string[]).push("xx")).toThrow(TypeError);
    expect(() => Object.assign(info.userAgent.browser, { family: "Mine" })).toThrow(TypeError);
    expect(() => (info.headers as Headers).set("cookie", "b=2")).toThrow("read-only");
    expect(() => (info.headers as Headers).append("x-new", "1")).toThrow("read-only");
    expect(() => (info.headers as Headers).delete("cookie")).toThrow("read-only");
    expect(info.headers.get("cookie")).toBe("a=1");
    expect((info as unknown as Record<string, unknown>)["user_ip"]).toBeUndefined();
  });

  it("I3: names browser, system and device", () => {
    expect(readUserAgent(PHONE)).toMatchObject({
      raw: PHONE,
      browser: { family: "Safari", version: "17.5" },
      os: { family: "iOS", version: "17.5" },
      device: { family: "Apple iPhone", brand: "Apple", model: "iPhone" },
      isMobile: true,
      isTablet: false,
      isPc: false,
      isTouchCapable: true,
      isBot: false,
    });
    expect(readUserAgent(TABLET)).toMatchObject({ isMobile: false, isTablet: true, isTouchCapable: true });
    expect(readUserAgent(DESK)).toMatchObject({
      browser: { family: "Firefox", version: "126.0" },
      os: { family: "Windows" },
      isPc: true,
      isTouchCapable: false,
    });
    expect(readUserAgent(CRAWLER)).toMatchObject({ isBot: true, isPc: false });
  });

  it("I3: takes whatever header there is", () => {
    for (const header of [undefined, "", " ", "curl/8", "(", "\u0000", "Mozilla/5.0 (".repeat(5_000)]) {
      const { browser, device, raw, isMobile } = readUserAgent(header);
      expect(browser).toEqual({ family: "Other", version: "" });
      expect(device).toEqual({ family: "Other", brand: "", model: "" });
      expect(isMobile).toBe(false);
      expect(raw.length).toBeLessThanOrEqual(1_024);
    }
  });

  it.each<[string | undefined, string[]]>([
    ["zh-CN,zh;q=.9", ["zh-CN"]],
    ["zh-CN,zh;q=0.9", ["zh-CN", "zh"]],
    ["da, en-gb;q=0.8, en;q=0.7", ["da", "en-GB", "en"]],
    ["en;q=0.7, da;q=1.0, en-gb;q=0.8", ["da", "en-GB", "en"]],
    ["de;q=0.5,fr;q=0.5", ["de", "fr"]],
    ["EN-us,en-US,de", ["en-US", "de"]],
    ["fr;q=0, de", ["de"]],
    ["*", ["en-US"]],
    ["*, de;q=0.1", ["de"]],
    ["x_y, 12345678901, de;q=2, it;q=abc, es", ["es"]],
    ["zh-Hant-TW ; q = 0.4", ["zh-Hant-TW"]],
    ["", ["en-US"]],
    [undefined, ["en-US"]],
    [",,,;q=1", ["en-US"]],
    [Array.from({ length: 9_000 }, () => "de").join(","), ["de"]],
  ])("I4: the languages of %j are %j", (header, languages) => {
    expect(readLanguages(header)).toEqual(languages);
  });

  it("I4: userLanguage is the one wanted most", () => {
    expect(infoOf().userLanguage).toBe("zh-CN");
    expect(infoOf({ headers: {} }).userLanguage).toBe("en-US");
  });

  it("I5: only a zone that there is counts", () => {
    for (const zone of ["Europe/Berlin", "UTC", "America/Argentina/Salta", "Etc/GMT+3"]) {
      expect(readTimeZone(zone)).toBe(zone);
    }
    const others = ["", "Mars/Phobos", "+01:00", "Europe", "../etc", "Europe/Berlin;x", "a".repeat(500), 5, null, {}];
    for (const other of others) expect(readTimeZone(other)).toBeUndefined();
  });

  it("I5: what shows the zone follows when the page attaches", () => {
    const test = new TestSession(() => <p>{() => findSession()!.info.timezone}</p>);
    expect(test.html).toContain("UTC");
    const client = new TestClient();
    const opener = test.session.addClient();
    const joiner = test.session.addClient();
    const hello = { protocol: 1, ticket: "", frame: 0 };
    test.session.attachClient(joiner, new TestClient(), { ...hello, timezone: "Asia/Tokyo" });
    test.session.flush();
    expect(test.html).toContain("UTC");
    test.session.attachClient(opener, client, { ...hello, timezone: "Europe/Berlin" });
    test.session.flush();
    expect(test.html).toContain("Europe/Berlin");
    expect(JSON.stringify(client.operations)).toContain("Europe/Berlin");
    test.session.attachClient(opener, new TestClient(), { ...hello, timezone: "Mars/Phobos" });
    expect(test.session.info.timezone).toBe("Europe/Berlin");
  });

  it("I6: a cookie tells the zone of an earlier visit", () => {
    const withCookie = (cookie: string) => infoOf({ headers: { cookie } }).timezone;
    expect(withCookie("tandem-zone=Europe/Berlin")).toBe("Europe/Berlin");
    expect(withCookie("a=1; tandem-zone=Asia%2FTokyo; b=2")).toBe("Asia/Tokyo");
    expect(withCookie("tandem-zone=<script>")).toBe("UTC");
    expect(withCookie("not-tandem-zone=Asia/Tokyo")).toBe("UTC");
    expect(zoneInCookies(undefined)).toBeUndefined();
  });

  it("I7: headers are found in any case of letters", () => {
    const { headers } = infoOf();
    expect(headers.get("Accept-Language")).toBe("zh-CN,zh;q=.9");
    expect(headers.get("X-ODD")).toBe("a, b");
    expect(headers.has("x-none")).toBe(false);
    expect([...headers].map(([name]) => name)).toContain("user-agent");
  });

  it("I7: the server's host has the port that is not the default one", () => {
    expect(infoOf().serverHost).toBe("desk.example:8443");
    expect(infoOf({ origin: "https://desk.example" }).serverHost).toBe("desk.example");
  });

  it("I8: the protocol is that of the line of whoever acts", () => {
    const test = new TestSession(() => <button onClick={() => {}}>Go</button>);
    expect(test.session.info.protocol).toBe("http");
    const first = test.connect();
    expect(test.session.info.protocol).toBe("websocket");
    const second = new (class extends TestClient {
      override readonly kind = "event-stream" as never;
    })();
    test.session.attachClient(test.session.addClient(), second, { protocol: 1, ticket: "", frame: 0 });
    second.event(test.idOf("button"), "click");
    expect(test.session.info.protocol).toBe("http");
    first.event(test.idOf("button"), "click");
    expect(test.session.info.protocol).toBe("websocket");
    first.drop();
    expect(test.session.info.protocol).toBe("http");
  });

  it("I9: the backend is what the app is mounted in", () => {
    expect(infoOf().backend).toBe("node");
    expect(infoOf({}, { backend: "fastify", isWindow: false }).backend).toBe("fastify");
  });

  it("I10: as JSON it has all but headers and request", () => {
    const facts = JSON.parse(JSON.stringify(infoOf())) as Record<string, unknown>;
    expect(facts).toMatchObject({ userLanguage: "zh-CN", clientIp: "203.0.113.7", timezone: "UTC", protocol: "http" });
    expect(Object.keys(facts)).not.toContain("headers");
    expect(JSON.stringify(facts)).not.toContain("a=1");
  });

  it("I11: a session runs as a website unless it has a window of its own", () => {
    const site = new TestSession(() => <p />).session;
    expect([site.runningInWindow, site.runningAsWebsite]).toEqual([false, true]);
    const window = new TestSession(() => <p />, { host: { backend: "node", isWindow: true } }).session;
    expect([window.runningInWindow, window.runningAsWebsite]).toEqual([true, false]);
    expect(window.info.clientIp).toBe("127.0.0.1");
  });
});

describe("session.goApp", () => {
  const apps = new Map([
    ["", { url: "/tools", title: "Start" }],
    ["chat", { url: "/tools/chat", title: "Chat" }],
  ]);
  const host: HostFacts = { backend: "node", isWindow: false, apps };
  const Lobby = () => {
    const session = findSession()!;
    return (
      <main>
        <button onClick={() => session.goApp("chat")}>New</button>
        <button onClick={() => session.goApp("", { newWindow: false })}>Here</button>
      </main>
    );
  };

  it("I20: tells the page of whoever acted, and no other, to open the app", () => {
    const test = new TestSession(Lobby, { host });
    const [first, second] = [test.connect(), test.connect()];
    second.event(test.idOf("button"), "click");
    expect(second.messages).toEqual([["do", "goApp", ["/tools/chat", "Chat", true]]]);
    first.event(test.idOf("button", 1), "click");
    expect(first.messages).toEqual([["do", "goApp", ["/tools", "Start", false]]]);
    expect(second.messages).toHaveLength(1);
  });

  it("I20: before there is a page, the first to come opens it", () => {
    const test = new TestSession(
      () => {
        findSession()!.goApp("chat", { newWindow: false });
        return <p />;
      },
      { host },
    );
    expect(test.connect().messages).toEqual([["do", "goApp", ["/tools/chat", "Chat", false]]]);
  });

  it("I21: a name that no app has throws and names the nearest", () => {
    const { session } = new TestSession(Lobby, { host });
    expect(() => session.goApp("chatt")).toThrow('Did you mean "chat"?');
    expect(() => session.goApp("https://evil.example")).toThrow('There are "", "chat".');
    expect(() => session.goApp("__proto__")).toThrow("Expected the name of an app");
    expect(() => new TestSession(Lobby).session.goApp("chat")).toThrow("It serves only this one");
    expect(() => session.goApp("nowhere")).toThrow(expect.objectContaining({ code: "session/no-app" }));
  });
});
