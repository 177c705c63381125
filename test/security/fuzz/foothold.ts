import type { Foothold } from "./hostile-bytes.ts";

/** Opens a page, as anybody may. */
export async function fetchFoothold(port: number): Promise<Foothold> {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  return footholdIn(port, await response.text(), response.headers.getSetCookie()[0]?.split(";")[0] ?? "");
}

export function footholdIn(port: number, html: string, cookie: string): Foothold {
  const config = /id="tandem-config">(.*?)<\/script>/.exec(html)?.[1];
  if (config === undefined) throw new Error(`Expected a page, but got ${html.slice(0, 200)}`);
  const { ticket } = JSON.parse(config) as { ticket: string };
  const paths = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!);
  // 1 and 2 are the page's regions.
  const ids = [...html.matchAll(/data-t="(\d+)"/g)].map(([, id]) => Number(id)).filter((id) => id > 2);
  return { port, ticket, cookie, ids, paths };
}
