import { signal, type Component, type Signal } from "tandem";

export interface CounterPage {
  readonly count: Signal<number>;
  readonly root: Component;
}

/**
 * A page of 46 elements with three live texts and three handlers: what the reference measurements of view engines
 * used. A click changes all three texts.
 */
export function counterPage(): CounterPage {
  const count = signal(0);
  return { count, root: () => page(count) };
}

/** With its state made inside, as apps do. */
export const CounterPageApp: Component = () => page(signal(0));

const page = (count: Signal<number>) => (
  <div class="page">
    <header class="top">
      <a class="logo" href="/">
        Tandem
      </a>
      <nav>
        <ul>
          <li>
            <a href="/start">Start</a>
          </li>
          <li>
            <a href="/guide">Guide</a>
          </li>
          <li>
            <a href="/gallery">Gallery</a>
          </li>
          <li>
            <a href="/reference">Reference</a>
          </li>
        </ul>
      </nav>
    </header>
    <main>
      <section class="intro">
        <h1>Counter</h1>
        <p>
          A page with a little <em>static</em> markup and a <strong>few</strong> live places.
        </p>
        <img src="/counter.png" alt="A counter" width="320" height="200" />
      </section>
      <section class="counter">
        <h2>Count</h2>
        <p class="value">{() => count.value}</p>
        <p class="double">{() => count.value * 2}</p>
        <p class="parity">{() => (count.value % 2 === 0 ? "even" : "odd")}</p>
        <div class="buttons">
          <button type="button" onClick={() => count.value--}>
            -
          </button>
          <button type="button" onClick={() => count.set(0)}>
            Reset
          </button>
          <button type="button" onClick={() => count.value++}>
            +
          </button>
        </div>
      </section>
      <section class="notes">
        <h2>Notes</h2>
        <dl>
          <dt>Session</dt>
          <dd>Where the app runs.</dd>
          <dt>Frame</dt>
          <dd>What one turn changes.</dd>
          <dt>Screen</dt>
          <dd>What the browser shows.</dd>
        </dl>
        <p>
          See <a href="/guide/counter">the guide</a> or <a href="/source">the source</a>.
        </p>
      </section>
    </main>
    <footer>
      <p>
        <small>
          Made with <span>Tandem</span>.
        </small>
      </p>
      <a href="#top">Up</a>
    </footer>
  </div>
);
