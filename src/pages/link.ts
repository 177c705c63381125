import { computed } from "../reactive/computed.ts";
import { currentSession } from "../session/current.ts";
import { localPart, pathInApp, resolveTarget, type AppPlace } from "../session/navigation/target.ts";
import type { AnchorProps } from "../view/jsx/text-props.ts";
import { readLive } from "../view/live.ts";
import { JsxNode, type Child, type Live } from "../view/node.ts";

export interface LinkProps extends Omit<AnchorProps, "href" | "onClick" | "aria-current"> {
  /** A path of the app (`"/orders"`, `order.url({ id: 3 })`), a URL relative to the present page, or a whole one. */
  to: Live<string>;
  /** Whether the page left takes no place in the history. */
  replace?: boolean;
  children?: Child;
}

/**
 * A link to a page of the app: an `<a>` that shows its page without loading a new document. While that page is shown
 * it has `aria-current="page"`, and `"true"` while one below it is.
 *
 * @example
 * ```tsx
 * import { Link } from "tandem";
 *
 * export const Menu = () => (
 *   <nav>
 *     <Link to="/">Home</Link> <Link to="/orders?open=1">Orders</Link>
 *   </nav>
 * );
 * ```
 *
 * As its address is real, opening it in a new tab works as for any link. An ordinary `<a href>` into the app is
 * followed in the same way. From Rio's `Link`.
 */
export function Link({ to, replace = false, ...rest }: LinkProps): Child {
  const session = currentSession();
  const { place } = session.navigator;
  const target = computed(() => resolveTarget(readLive(to), session.activePageUrl.value, place));
  const opensElsewhere = rest.download !== undefined || (rest.target !== undefined && rest.target !== "_self");
  const handler = () => session.navigateTo(target.peek().url.href, { replace });
  return new JsxNode("a", {
    ...rest,
    href: () => (target.value.kind === "inside" ? localPart(target.value.url) : target.value.url.href),
    "aria-current": () => {
      const { kind, url } = target.value;
      return kind === "inside" ? nearness(url, new URL(session.activePageUrl.value), place) : undefined;
    },
    ...(opensElsewhere ? {} : { onClick: { handler, preventDefault: true } }),
  });
}

/** How near the page that is shown is to the link's: the same, below it, or elsewhere. The start page has none below. */
function nearness(link: URL, shown: URL, place: AppPlace): "page" | "true" | undefined {
  const [own, other] = [link, shown].map((url) => withoutSlashes(pathInApp(url, place).toLowerCase())) as [
    string,
    string,
  ];
  if (own === other) return "page";
  return own !== "" && other.startsWith(`${own}/`) ? "true" : undefined;
}

/** Without those at its end. A regular expression would look at a path of many slashes once for each of them. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end--;
  return path.slice(0, end);
}
