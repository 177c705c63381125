import { computed, Link, session, Show, signal } from "tandem";
import { SearchInput } from "tandem/ui";
import { addressOf, families } from "../catalogue.ts";
import type { BookEntry } from "../entry.ts";

const addresses = new Map(
  families.flatMap((family) => family.entries.map((entry) => [entry, addressOf(family, entry)] as const)),
);

/** All entries, or those that a word is found in. On a narrow screen the browser opens and closes it. */
export function Contents() {
  const text = signal("");
  const found = computed(() => new Set([...addresses.keys()].filter((entry) => mentions(entry, text.value))));
  const openFirst = () => {
    const [first] = found.peek();
    return first && session.navigateTo(addresses.get(first)!);
  };
  return (
    <nav id="book-contents" class="book-contents" popover="auto" aria-label="Widgets">
      <SearchInput
        label="Find a widget"
        hideLabel
        placeholder="Find a widget"
        size="small"
        debounce={80}
        bind={text}
        onSearch={openFirst}
      />
      {families.map(({ title, entries }) => (
        <section hidden={() => !entries.some((entry) => found.value.has(entry))}>
          <h2>{title}</h2>
          <ul>
            {entries.map((entry) => (
              <li hidden={() => !found.value.has(entry)}>
                <Link to={addresses.get(entry)!}>{entry.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Show when={() => found.value.size === 0}>
        <p>No widget is called that.</p>
      </Show>
    </nav>
  );
}

function mentions({ title, widgets, summary, states }: BookEntry, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  const said = [title, summary, ...widgets, ...states.map(({ name }) => name)].join(" ").toLowerCase();
  return words.every((word) => said.includes(word));
}
