import { readFileSync } from "node:fs";
import { app, computed, For, Link, page, PageView, session, Show, signal } from "tandem";
import { EmptyState, SearchInput, SegmentedControl, SidebarLayout } from "tandem/ui";
import { DocsView } from "./docs-view.tsx";
import { library, type DocsGroup } from "./library.ts";

const FIRST = "guide/first-app";

const first = page({ path: "/", component: () => <DocsView path={FIRST} /> });
const anyPage = page({
  path: "/*path",
  component: ({ params }) => <>{() => <DocsView path={params.path.value} />}</>,
});

/** The documentation as an app: every page of `docs/`, its widgets live. */
function Docs() {
  return (
    <SidebarLayout title="Tandem" sidebar={<Contents />} actions={<ThemeChoice />}>
      <PageView />
    </SidebarLayout>
  );
}

function Contents() {
  const words = signal("");
  const found = computed(() =>
    library()
      .map((group) => matching(group, words.value))
      .filter(({ pages }) => pages.length > 0),
  );
  return (
    <nav class="docs-contents" aria-label="Contents">
      <SearchInput label="Search the documentation" hideLabel placeholder="Search" bind={words} />
      <For each={found} key={({ title }) => title}>
        {(group) => (
          <section>
            <h2>{() => group.value.title}</h2>
            <ul>
              <For each={() => group.value.pages} key={({ path }) => path}>
                {(each) => (
                  <li>
                    <Link to={() => `/${each.value.path}`}>{() => each.value.title}</Link>
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
      <Show when={() => found.value.length === 0}>
        <EmptyState title="Nothing found">Try another word.</EmptyState>
      </Show>
    </nav>
  );
}

/** By title, and else by what is written. */
function matching({ title, pages }: DocsGroup, words: string): DocsGroup {
  const sought = words.trim().toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(sought);
  return {
    title,
    pages: pages.filter((each) => sought === "" || has(each.title) || (sought.length > 2 && has(each.text))),
  };
}

function ThemeChoice() {
  const theme = signal<"auto" | "light" | "dark">("auto");
  return (
    <SegmentedControl
      label="Colours"
      hideLabel
      options={["auto", "light", "dark"] as const}
      bind={theme}
      onChange={(choice) => session.setTheme(choice ?? "auto")}
    />
  );
}

export default app(Docs, {
  title: "Tandem: documentation",
  lang: "en",
  pages: [first, anyPage],
  styles: readFileSync(new URL("docs.css", import.meta.url), "utf8"),
});
