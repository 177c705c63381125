import { currentSession } from "../../session/current.ts";
import { needPart } from "../../session/parts.ts";
import { watch } from "../../reactive/watch.ts";
import type { ClassValue } from "../../view/jsx/class-and-style.ts";
import type { Child } from "../../view/node.ts";
import { ref } from "../../view/ref.ts";
import { freshId } from "../base/fresh-id.ts";
import { Icon } from "../icons/icon.tsx";

export interface SidebarLayoutProps {
  /** The name of the app or of where one is: above the sidebar, and on a phone in the bar above the page. */
  title: Child;
  /** What stands in the sidebar: as a rule a `nav` of links. */
  sidebar: Child;
  /** At the other end of the bar above the page: who is logged in, a search. */
  actions?: Child;
  /** At the foot of the sidebar. */
  footer?: Child;
  /** The page. */
  children: Child;
  class?: ClassValue;
}

/**
 * A page with a sidebar; on a phone it is behind a menu button, and slides in.
 *
 * @example
 * ```tsx
 * import { Link } from "tandem";
 * import { SidebarLayout } from "tandem/ui";
 *
 * export default function Shop() {
 *   return (
 *     <SidebarLayout
 *       title="Bell shop"
 *       sidebar={
 *         <nav aria-label="Pages">
 *           <Link to="/">Orders</Link>
 *           <Link to="/stock">Stock</Link>
 *         </nav>
 *       }
 *     >
 *       <h1>Orders</h1>
 *     </SidebarLayout>
 *   );
 * }
 * ```
 *
 * It opens without the server, closes with Escape, a press outside, and when another page is shown. From Shiny's
 * `layout_sidebar`.
 */
export function SidebarLayout({
  title,
  sidebar,
  actions,
  footer,
  children,
  class: className,
}: SidebarLayoutProps): Child {
  needPart("ui");
  const id = freshId("sidebar");
  const panel = ref();
  const session = currentSession();
  watch(
    () => session.activePageUrl.value,
    () => panel.call("hidePopover"),
  );
  return (
    <div class={["tandem-shell", className]}>
      <header class="tandem-shell-bar">
        <button
          type="button"
          class="tandem-button tandem-icon-button tandem-tone-neutral"
          data-appearance="plain"
          aria-label="Menu"
          popovertarget={id}
        >
          <Icon name="list" size="large" />
        </button>
        <div class="tandem-shell-title">{title}</div>
        {actions === undefined ? null : <div class="tandem-shell-actions">{actions}</div>}
      </header>
      <div class="tandem-sidebar" id={id} popover="auto" ref={panel}>
        <div class="tandem-sidebar-head">{title}</div>
        <div class="tandem-sidebar-body">{sidebar}</div>
        {footer === undefined ? null : <div class="tandem-sidebar-foot">{footer}</div>}
      </div>
      <main class="tandem-shell-page">{children}</main>
    </div>
  );
}
