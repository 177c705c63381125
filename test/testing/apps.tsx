import { computed, For, Show, signal, type Signal } from "tandem";

/** Counts clicks. */
export function Counter() {
  const clicks = signal(0);
  return (
    <main>
      <h1>Clicked {clicks} times</h1>
      <button onClick={() => clicks.value++}>Click</button>
    </main>
  );
}

/** Shows what is typed in upper case, in the field itself and beside it. */
export function Shout() {
  const text = signal("");
  return (
    <main>
      <label>
        Text <input value={text} onInput={(event) => (text.value = event.value.toUpperCase())} />
      </label>
      <output>{text}</output>
    </main>
  );
}

export interface Item {
  readonly id: number;
  readonly name: string;
}

/** A list and a condition, driven from outside. */
export function listApp(items: Signal<readonly Item[]>, shown: Signal<boolean>) {
  return function List() {
    const count = computed(() => items.value.length);
    return (
      <main>
        <p class={{ many: () => count.value > 3 }}>{count} items</p>
        <Show when={shown} fallback={<em>nothing to see</em>}>
          <ul>
            <For each={items} key={(item: Item) => item.id}>
              {(item) => (
                <li data-id={() => item.value.id}>
                  {() => item.value.name} <input type="checkbox" aria-label={() => item.value.name} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </main>
    );
  };
}
