import { computed } from "../reactive/computed.ts";
import { currentSession } from "../session/current.ts";
import { createContext, useContext } from "../view/flow/context.ts";
import { JsxNode, type Child } from "../view/node.ts";
import type { PageComponentProps, PageNode, Values } from "./page.ts";
import type { PageRoute } from "./page-route.ts";

/** How many pages a place is in. */
const Depth = createContext(0);

export interface PageViewProps {
  /** Shown where there is no page: at the top for an unknown URL, instead of the app's `notFound`; else while no page below is open. */
  fallback?: Child;
}

/**
 * The place of the page that the URL names; in a page, of the page below it.
 *
 * @example
 * ```tsx
 * import { app, Link, page, PageView } from "tandem";
 *
 * const news = page({ path: "/news", title: "News", component: () => <h1>News</h1> });
 *
 * function Site() {
 *   return (
 *     <main>
 *       <nav><Link to="/news">News</Link></nav>
 *       <PageView fallback={<h1>Welcome</h1>} />
 *     </main>
 *   );
 * }
 *
 * export default app(Site, { pages: [news] });
 * ```
 *
 * A page stays, with all that its component holds, as long as it is the one in this place, whatever its parameters
 * become. From Rio's `PageView`.
 */
export function PageView({ fallback }: PageViewProps): Child {
  const depth = useContext(Depth);
  const { navigator } = currentSession();
  const shown = computed<Child>(() => {
    const route = navigator.route.value as Partial<PageRoute>;
    const instance = route.instances?.[depth];
    if (instance !== undefined) return instance.node;
    return fallback ?? (depth === 0 ? route.notFound && new JsxNode(route.notFound, {}) : undefined);
  });
  return shown;
}

/** What a page shows; in it, a `PageView` is one deeper. */
export function pageContent(
  { component: Component = Below, path }: PageNode,
  depth: number,
  props: PageComponentProps<Values, Values>,
): JsxNode {
  const content = new JsxNode(Component, props as unknown as Values);
  const Shown = { [path]: () => Depth.Provider({ value: depth + 1, children: content }) }[path]!;
  return new JsxNode(Shown, {});
}

/** What a page without component shows. */
const Below = (): Child => new JsxNode(PageView, {});
