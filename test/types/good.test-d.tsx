/** Everything here must compile, without the DOM's types: one of each kind of prop, element and value. */
import type { Command } from "../../src/view/commands-type.ts";
import type { Child } from "../../src/view/node.ts";
import type { Signal } from "../../src/reactive/signal.ts";
import type { Ref } from "../../src/view/jsx/ref-type.ts";

declare const text: Signal<string>;
declare const flag: Signal<boolean>;
declare const amount: Signal<number>;
declare const maybe: Signal<number | null>;
declare const chosen: Signal<string[]>;
declare const colour: Signal<"red" | "blue">;
declare const command: Command;
declare const ref: Ref<"dialog">;
declare const rows: readonly { id: number; name: string }[];

// J3, J20: attributes in their HTML spelling take fixed and live values
export const attributes = (
  <main id="top" lang="en" tabindex={-1} data-row={1} data-open={() => flag.value} class="a b" ref={ref}>
    <a href="/" target="_blank" download>
      Home
    </a>
    <label for="name">Name</label>
    <p hidden={() => !flag.value} title={text} contenteditable="plaintext-only" spellcheck={false} />
    <button disabled={flag} aria-pressed={() => flag.value} aria-label={undefined} role="switch" popovertarget="menu" />
    <div role="made-up" dir="auto" inert popover prop:scrollTop={() => amount.value} prop:items={[1, { two: 2 }]} />
    <td colspan={2} rowspan="3" />
    <img src="/a.png" alt="" loading="lazy" width={10} height="20" />
    <video src="/v.mp4" controls muted playsinline />
    <style>{"p { color: red }"}</style>
  </main>
);

// J6: class and style
export const classesAndStyles = (
  <>
    <i class={() => (flag.value ? "on" : "off")} />
    <i class={["a", ["nested"], flag.value && "b", null, { c: flag, "d e": () => flag.value, f: true }]} />
    <i class={{ on: flag }} style={{ color: "red", "font-size": () => `${amount.value}px`, "--accent": text }} />
    <i class={() => ["a", { b: flag.value }]} style={["color: red", { opacity: 0.5 }, flag.value && { top: 0 }]} />
    <i style={() => ({ width: `${amount.value}%` })} />
  </>
);

// J4: what can be shown
export const children = (
  <section>
    text {1} {2n} {true} {null} {undefined} {text} {() => text.value} {amount}
    {rows.map((row) => (
      <li>{row.name}</li>
    ))}
    {() => (flag.value ? <b>yes</b> : "no")}
    {flag.value && <br />}
  </section>
);

// J7, J8, J9, J10: handlers, options, commands, and events by exact name
export const handlers = (
  <form
    onSubmit={(event) => {
      const name: string | null = event.data.get("name");
      const all: string[] = event.data.getAll("tag");
      return [name, all, event.data.values["name"], event.submitter?.value, event.client.id];
    }}
  >
    <button onClick={() => amount.value++} onDblClick={(event) => event.shiftKey && event.x} />
    <button onClick={async (event) => void (await Promise.resolve(event.clicks))} />
    <button onClick={command} onFocus={[command, command]} />
    <button onClick={[command, (event) => event.button]} />
    <button onClick={[{ handler: (event) => event.button, preventDefault: true }, command]} />
    <button onClick={{ handler: (event) => event.clientX, stopPropagation: true, selfOnly: true }} />
    <input onKeyDown={{ handler: (event) => event.key + event.value, keys: ["Enter", "Ctrl+s"] }} />
    <input onInput={{ handler: (event) => text.set(event.value), debounce: 250 }} />
    <input type="number" onChange={(event) => maybe.set(event.number)} />
    <select multiple onChange={(event) => chosen.set([...event.values])} />
    <details onToggle={(event) => flag.set(event.open)} />
    <div onScroll={{ handler: (event) => event.top + event.clientHeight, throttle: 100 }} />
    <div onWheel={(event) => event.deltaY} onPointerMove={(event) => event.pointerType} onDrop={(event) => event.x} />
    <div on:wa-change={(event) => [event.detail, event.value]} />
    <button onClick={flag.value && (() => 1)} />
  </form>
);

// A22: controls that are bound by name, with what they hold at first
export const named = (
  <form>
    <input bind="first" value="Ada" />
    <input type="date" bind="day" value={() => "2026-01-01"} />
    <input type="number" bind="amount" value={3} min={0} />
    <input type="range" bind="volume" value={null} />
    <input type="color" bind="colour" value="#000000" />
    <input type="checkbox" bind="agreed" checked value="yes" />
    <input type="radio" bind="size" value="S" checked={() => flag.value} />
    <select bind="country" value="CH" />
    <select multiple bind="countries" value={["CH", "IS"]} />
    <textarea bind="note" value="…" />
    <details bind="more" open />
    <dialog bind="help" />
  </form>
);

// J11: what each control binds
export const controls = (
  <>
    <input bind={text} />
    <input type="password" bind={text} placeholder="Secret" autocomplete="current-password" maxlength={20} />
    <input type={() => (flag.value ? "text" : "password")} bind={text} />
    <input type="date" bind={text} min="2020-01-01" />
    <input type="number" bind={amount} min={0} max="10" step="any" />
    <input type="range" bind={maybe} />
    <input type="number" value={5} />
    <input type="color" bind={text} />
    <input type="checkbox" bind={flag} required indeterminate />
    <input type="checkbox" checked={() => flag.value} value="yes" />
    <input type="radio" name="colour" value="red" bind={colour} />
    <input type="radio" name="colour" value="blue" checked />
    <input type="file" accept=".pdf" multiple />
    <input type="hidden" name="id" value="7" />
    <input type="submit" value="Send" formnovalidate />
    <textarea bind={text} rows={4} />
    <textarea value={() => text.value} readonly />
    <select bind={text}>
      <option value="a" selected>
        A
      </option>
      <optgroup label="More">
        <option disabled>B</option>
      </optgroup>
    </select>
    <select multiple bind={chosen} />
    <select multiple={flag} value={() => ["a", "b"]} />
    <details bind={flag} name="one-of" />
    <dialog bind={flag} closedby="any" />
    <dialog open />
    <meter value={0.5} low={0.2} />
    <progress value={() => amount.value} max={100} />
  </>
);

// J15: SVG and MathML
export const svgAndMath = (
  <>
    <svg viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg" aria-hidden="true">
      <title>A circle</title>
      <g fill="none" stroke="currentColor" stroke-width={2} stroke-linecap="round">
        <circle cx={5} cy="50%" r={amount} onClick={(event) => event.x} class={{ on: flag }} />
        <path d={() => `M0 0L${amount.value} 1`} />
        <polyline points="0,0 1,1" />
        <text x={1} text-anchor="middle" dominant-baseline="central">
          {text}
        </text>
      </g>
      <defs>
        <linearGradient id="g" gradientUnits="userSpaceOnUse">
          <stop offset="0%" stop-color="red" />
        </linearGradient>
        <filter id="f">
          <feGaussianBlur in="SourceGraphic" stdDeviation={2} />
        </filter>
      </defs>
      <foreignObject width={10} height={10}>
        <p>HTML</p>
      </foreignObject>
    </svg>
    <math display="block">
      <mfrac>
        <mi>x</mi>
        <mo stretchy="false">+</mo>
      </mfrac>
    </math>
  </>
);

// J14: custom elements
export const customElements = (
  <>
    <wa-rating max={5} value={amount} readonly size="large" label={() => text.value} class={{ on: flag }} />
    <wa-input on:wa-change={(event) => event.detail} onClick={(event) => event.x} with-clear prop:options={[1]}>
      <span slot="prefix">€</span>
    </wa-input>
  </>
);

function Card(props: { title: string; wide?: boolean; children?: Child }): Child {
  return [<h2>{props.title}</h2>, props.children];
}
function List<Item>(props: { each: readonly Item[]; key?: (item: Item) => number; children: (item: Item) => Child }) {
  return props.each.map(props.children);
}
const Words = () => "only words";

// J16: components return anything that can be shown, and may be generic
export const components = (
  <>
    <Card title="A" wide>
      text <b>bold</b>
    </Card>
    <List each={rows} key={(row) => row.id}>
      {(row) => <p>{row.name}</p>}
    </List>
    <Words />
  </>
);
