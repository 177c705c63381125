import { Link } from "tandem";
import { IconButton, SidebarLayout } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Sidebar layout",
  widgets: ["SidebarLayout"],
  isWide: true,
  states: {
    Normal: () => (
      <div class="book-window">
        <SidebarLayout
          title="Bell shop"
          actions={<IconButton icon="bell" label="News" />}
          footer={<small>Version 1.2</small>}
          sidebar={
            <nav aria-label="Pages of the shop">
              <Link to="/layout/sidebar-layout">Orders</Link>
              <Link to="/layout/split">Stock</Link>
            </nav>
          }
        >
          <h4>Orders</h4>
          <p>Three are waiting.</p>
        </SidebarLayout>
      </div>
    ),
  },
});
