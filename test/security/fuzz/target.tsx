import { effect, For, page, PageView, ref, session, Show, signal, UserSettings, type ReadonlySignal } from "tandem";

/** What only hostile clients can bring about, in words; empty as long as nothing got through. */
export type Violations = string[];

const COLOURS = ["red", "green", "blue"];
const ALL_SIZES = ["small", "medium", "large", "huge"];

/** What a browser keeps of its person, or says that it does. */
class Kept extends UserSettings {
  name = "first";
  size = 1;
  loud = false;
  since = new Date(0);
  list: string[] = [];
  record: Record<string, unknown> = {};
}

/** Where a page may say that its history led: by a guard, with a part of any kind, and nowhere. */
const PAGES = [
  page({ path: "/", component: () => <p>Home</p> }),
  page({ path: "/moved/*rest", redirect: "/shown/here" }),
  page({ path: "/shown/:what", title: ({ params }) => params.what, component: ({ params }) => <p>{params.what}</p> }),
];

/**
 * An app with every kind of control and of protection, which notes whatever a hostile client gets past them. Its
 * `Screen` is to be mounted once; with `talks`, it also calls into its pages, and listens to what they tell.
 */
export function fuzzTarget({ talks = false }: { talks?: boolean } = {}) {
  const violations: Violations = [];
  const forbidden = (what: string) => () => void violations.push(`the handler of ${what} ran`);
  const within = (what: string, offered: readonly string[], values: readonly string[]) => {
    for (const value of values) {
      if (!offered.includes(value)) violations.push(`${what} got ${JSON.stringify(value)}`);
    }
  };

  const text = signal("");
  const amount = signal<number | null>(1);
  const agreed = signal(false);
  const colour = signal("red");
  const size = signal("small");
  const tags = signal<string[]>([]);
  const fixed = signal("as it is");
  const opened = signal(false);
  const turns = signal(0);
  const sizes = () => ALL_SIZES.filter((_, index) => index !== turns.value % ALL_SIZES.length);
  const shown = () => turns.value % 2 === 0;
  let place: ReadonlySignal<string> | undefined;
  let home = "";
  const box = ref();

  /** Calls and words of pages, whose answers may be lies; each is checked by the session or is nobody's. */
  function listen() {
    session.setMessageHandler("ask", (...args) => args.length);
    effect(() => {
      const { width, height } = session.window;
      for (const length of [width.value, height.value]) {
        if (length !== undefined && !Number.isFinite(length)) violations.push(`a window is ${length} wide`);
      }
    });
    const size = session.elementSize(box);
    effect(() => {
      const { width, height } = size.value ?? { width: 0, height: 0 };
      if (!(width >= 0 && height >= 0)) violations.push(`an element is ${width} by ${height}`);
    });
    const kept = session.get(Kept);
    effect(() => checkSettings(kept));
    effect(() => {
      if (typeof session.hash.value !== "string") violations.push("a hash is no text");
    });
  }

  function checkSettings({ name, size: number, loud, since, list, record }: Kept) {
    if (typeof name !== "string" || typeof loud !== "boolean") violations.push("a setting is of another kind");
    if (!Number.isFinite(number) || Number.isNaN(since.getTime()))
      violations.push("a setting is no number, or no date");
    if (!Array.isArray(list) || typeof record !== "object") violations.push("a setting is no list, or no object");
    Object.assign({}, record);
  }

  /** Asked at each turn, so that there always is a call to be answered. */
  function readClipboard() {
    session.getClipboard().then(
      (copied) => typeof copied === "string" || violations.push("a clipboard held no text"),
      (error: unknown) => error instanceof Error || violations.push("a call rejected with no error"),
    );
  }

  function Screen() {
    place = session.activePageUrl;
    home = session.request.origin;
    if (talks) listen();
    return (
      <main ref={box}>
        <button onClick={() => (turns.value++, talks && readClipboard())}>Turn {turns}</button>
        <input bind={text} onInput={() => {}} />
        <input type="number" bind={amount} />
        <input type="checkbox" bind={agreed} />
        {COLOURS.map((value) => (
          <input type="radio" name="colour" value={value} bind={colour} />
        ))}
        {COLOURS.map((value) => (
          <input
            type="radio"
            name="unbound"
            value={value}
            onChange={(event) => within("a radio", [value], [event.value])}
          />
        ))}
        <select bind={size} onInput={async (event) => within("a select", sizes(), event.values)}>
          <For each={sizes}>{(value) => <option value={value}>{value}</option>}</For>
          <option value="never" disabled>
            never
          </option>
        </select>
        <select multiple bind={tags} onChange={(event) => within("a multiple select", COLOURS, event.values)}>
          {COLOURS.map((value) => (
            <option value={value}>{value}</option>
          ))}
        </select>
        <button disabled onClick={forbidden("a disabled button")}>
          Never
        </button>
        <fieldset disabled>
          <input onInput={forbidden("an input in a disabled fieldset")} />
          <button onClick={forbidden("a button in a disabled fieldset")}>Never</button>
        </fieldset>
        <input readonly bind={fixed} onInput={forbidden("a read-only input")} />
        <Show when={shown}>
          <button onClick={() => shown() || violations.push("the handler of a removed button ran")}>
            Now and then
          </button>
        </Show>
        <form
          onSubmit={(event) => {
            for (const name of ["__proto__", "constructor"]) Object.assign({}, { [name]: event.data.get(name) });
            Object.assign({}, event.data.values);
          }}
        >
          <input name="field" />
        </form>
        <div
          on:thing={(event) => void Object.assign({}, event.detail)}
          onKeyDown={(event) => void event.key.length}
          onWheel={(event) => void Math.round(event.deltaX + event.deltaY)}
          onPointerMove={(event) => void (event.pointerId + event.x)}
          onScroll={(event) => void Math.round(event.top)}
        >
          {text}
        </div>
        <details bind={opened}>
          <summary>More</summary>
        </details>
        <p>{place}</p>
        {talks && <PageView fallback={<p>Nowhere</p>} />}
      </main>
    );
  }

  /** What got through so far, what the state shows included. */
  function check(): Violations {
    within("the bound colour", COLOURS, [colour.peek()]);
    within("the bound size", ALL_SIZES, [size.peek()]);
    within("the bound tags", COLOURS, tags.peek());
    if (place !== undefined && new URL(place.peek()).origin !== home)
      violations.push(`the session is at ${place.peek()}`);
    if (fixed.peek() !== "as it is") violations.push("a read-only input was written");
    const number = amount.peek();
    if (number !== null && !Number.isFinite(number)) violations.push(`a number became ${number}`);
    if (typeof agreed.peek() !== "boolean" || typeof opened.peek() !== "boolean") violations.push("a flag is no flag");
    if (typeof text.peek() !== "string") violations.push("a text is no text");
    for (const key in {}) violations.push(`every object has ${key}`);
    return violations;
  }

  const options = talks ? { pages: PAGES, attachments: [Kept] } : {};
  return { Screen, options, check };
}
