import Bowser from "bowser";

/** What the names of crawlers, and of programs that make previews of links, have in common. Browsers look no further. */
const NAMED_SO = /bot|crawl|spider|slurp|externalhit|whatsapp|embedly|preview|archiver|scrapy/i;

/**
 * Whether a page is fetched by a crawler: it needs the page's text, and no session that waits for it. There are more of
 * them than any list knows, so whatever is named like one counts, unless it runs on a known phone, tablet or desktop
 * (a "Cubot" is a phone).
 */
export function isCrawler(userAgent: string | undefined): boolean {
  if (userAgent === undefined || !NAMED_SO.test(userAgent)) return false;
  const { type } = Bowser.getParser(userAgent.slice(0, LONGEST), true).parsePlatform();
  return type === undefined || type === "" || type === "bot";
}

/** What a parser of many patterns should be made to read. */
const LONGEST = 512;
