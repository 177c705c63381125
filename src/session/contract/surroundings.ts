import { computed } from "../../reactive/computed.ts";
import type { Json } from "../../protocol/operations.ts";
import type { HelloFacts } from "../../protocol/frames.ts";
import { signal, type ReadonlySignal, type Signal } from "../../reactive/signal.ts";
import type { Connection } from "../../transport/connection.ts";
import type { ElementRef } from "../../view/ref.ts";
import { styleText } from "../../view/style-text.ts";
import type { Painted } from "../core/clients.ts";
import type { PagePart, PartUrls } from "../parts.ts";
import { changedEnv, DEFAULT_ENV, type Env, type EnvChange } from "../surroundings/env.ts";
import { ElementSizes, type ElementSize } from "../surroundings/element-sizes.ts";
import { settleTheme, type ThemeChange, type ThemeChoice } from "../surroundings/theme.ts";
import { WindowFacts, type SessionWindow, type WindowHost } from "../surroundings/window-facts.ts";
import { SessionPlace } from "./place.ts";

/** What surrounds the session's screen in the browser: its window, its theme, its environment. */
export abstract class SessionSurroundings extends SessionPlace implements WindowHost {
  #window: WindowFacts | null = null;
  #sizes: ElementSizes | null = null;
  #theme: Signal<ThemeChoice> | null = null;
  #resolvedTheme: ReadonlySignal<"light" | "dark" | undefined> | null = null;
  #env: Signal<Env> | null = null;
  /** Of the page's runtime, besides what each page has. */
  #parts: Map<PagePart, PartUrls> | null = null;
  /** Custom properties of the page's root element. */
  #style: Record<string, string | null> | null = null;

  /** For `needPart`, which widgets call. */
  needPart(part: PagePart): void {
    const urls = this.environment.partUrls?.(part);
    if (urls === undefined || this.#parts?.has(part)) return;
    (this.#parts ??= new Map<PagePart, PartUrls>()).set(part, urls);
    if (this.clientCount > 0) this.tell(["do", "part", [urls.script, urls.styles ?? null]]);
  }

  override firstPaint(): Painted {
    const screen = super.firstPaint();
    return this.#parts === null ? screen : { ...screen, parts: [...this.#parts.values()] };
  }

  protected override start(): void {
    const { theme } = this.app.options;
    if (theme !== undefined) this.setTheme(theme);
    super.start();
  }

  /**
   * The window that the person who acted last sees this in: `width`, `height`, `pixelRatio`, `visible`, `online`,
   * `pointer` and `colorScheme`, each a live value of its own.
   *
   * @example
   * ```tsx
   * import { session } from "tandem";
   *
   * export default () => (
   *   <p>{() => ((session.window.width.value ?? 0) < 600 ? "A narrow window" : "A wide window")}</p>
   * );
   * ```
   *
   * Nothing is asked of pages before the first read; until they have answered, and so in the first paint, each is
   * `undefined`. Sizes are in CSS pixels. From Rio's `window_width` and Shiny's `clientdata`.
   */
  get window(): SessionWindow {
    return this.#windows.facts;
  }

  get #windows(): WindowFacts {
    return (this.#window ??= new WindowFacts(this));
  }

  /** For the window's facts: has all pages tell of theirs, also those to come. */
  followWindows(): void {
    this.hear("window", (value, client) => {
      if (!this.#windows.take(value, client)) this.warn("session/bad-window-report", `from client ${client}`);
    });
    if (this.clientCount > 0) this.tell(["do", "window", []]);
  }

  /**
   * How large the element with this ref is, on the screen of whoever acted last; live, and `undefined` until its page
   * has told, or while the element is not there. Pages measure until the component or effect that asks has ended.
   *
   * @example
   * ```tsx
   * import { ref, session } from "tandem";
   *
   * export default function Plot() {
   *   const box = ref();
   *   const size = session.elementSize(box);
   *   return <figure ref={box}>{() => `${size.value?.width ?? "?"} pixels wide`}</figure>;
   * }
   * ```
   *
   * In CSS pixels, with padding and border. Throws a `TandemError` (`session/not-a-ref`). From Shiny's `clientdata`.
   */
  elementSize(ref: ElementRef): ReadonlySignal<ElementSize | undefined> {
    if (this.#sizes === null) {
      const sizes = (this.#sizes = new ElementSizes(this));
      this.hear("sizes", (value, client) => {
        if (!sizes.take(value, client)) this.warn("session/bad-size-report", `from client ${client}`);
      });
    }
    return this.#sizes.of(ref);
  }

  protected override actorChanged(): void {
    super.actorChanged();
    this.#window?.show();
    this.#sizes?.show();
  }

  /** The theme that was set; live. `"auto"` unless told. From Rio's `theme`. */
  get theme(): ReadonlySignal<ThemeChoice> {
    return (this.#theme ??= signal<ThemeChoice>("auto"));
  }

  /** What is shown: for `"auto"` what the person's system prefers, `undefined` until the page has told. */
  get resolvedTheme(): ReadonlySignal<"light" | "dark" | undefined> {
    return (this.#resolvedTheme ??= computed(() => {
      const { value } = this.theme;
      return value === "auto" ? this.window.colorScheme.value : value;
    }));
  }

  /**
   * Sets the theme, or the look of what Tandem shows; all of it at once, and in the first paint if it is set by then.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * session.setTheme("dark");
   * session.setTheme({ theme: "auto", accent: "teal", font: "Georgia, serif" });
   * ```
   *
   * The page's root element has `data-theme="light"` or `"dark"`, unless it is `"auto"`, and the matching
   * `color-scheme`: `light-dark()` in the app's styles follows. Throws a `TandemError` for an unknown token and for
   * what is no value of CSS. From Rio's themes.
   */
  setTheme(change: ThemeChoice | ThemeChange): void {
    const { choice, properties } = settleTheme(change);
    this.#setStyle(properties);
    if (choice === undefined) return;
    this.setRootAttribute("data-theme", choice === "auto" ? null : choice);
    (this.theme as Signal<ThemeChoice>).value = choice;
  }

  /** How the page behaves; live. From PyWebIO's `set_env`. */
  get env(): ReadonlySignal<Env> {
    return (this.#env ??= signal<Env>(DEFAULT_ENV));
  }

  /**
   * Changes how the page behaves: only what is given. Throws a `TandemError` for an unknown name, naming the nearest,
   * and for a value out of range; then nothing has changed.
   *
   * @example
   * ```ts
   * import { session } from "tandem";
   *
   * session.setEnv({ title: "Log", autoScrollBottom: true, outputMaxWidth: "60rem" });
   * ```
   *
   * From PyWebIO's `set_env`.
   */
  setEnv(change: EnvChange): void {
    const before = this.env.peek();
    const { env: after, title } = changedEnv(before, change);
    if (title !== undefined) this.setTitle(title);
    (this.env as Signal<Env>).value = after;
    this.#showEnv(before, after);
  }

  /** Has pages and lines follow what has changed. */
  #showEnv(before: Env, after: Env): void {
    if (after.outputMaxWidth !== before.outputMaxWidth) {
      this.#setStyle({ "--tandem-output-max-width": after.outputMaxWidth! });
    }
    if (after.autoScrollBottom !== before.autoScrollBottom && this.clientCount > 0)
      this.tell(["do", "env", [pageEnv(after)]]);
    if (after.httpPullInterval !== before.httpPullInterval) {
      this.eachConnection((connection) => connection.pace?.(after.httpPullInterval!));
    }
  }

  #setStyle(properties: Readonly<Record<string, string | null>>): void {
    if (Object.keys(properties).length === 0) return;
    const style = { ...this.#style, ...properties };
    const text = styleText(style);
    this.#style = style;
    this.setRootAttribute("style", text === "" ? null : text);
  }

  override addClient(...visitor: Parameters<SessionPlace["addClient"]>): number {
    const id = super.addClient(...visitor);
    // At once: what is told to all later must not overtake it.
    this.run(() => {
      if (this.#window?.isFollowing) this.tellClient(id, ["do", "window", []]);
      if (this.#sizes?.isEmpty === false) this.tellClient(id, this.#sizes.request);
      const env = this.#env?.peek();
      if (env?.autoScrollBottom) this.tellClient(id, ["do", "env", [pageEnv(env)]]);
    });
    return id;
  }

  protected override clientForgotten(id: number): void {
    super.clientForgotten(id);
    this.#window?.forget(id);
    this.#sizes?.forget(id);
  }

  override attachClient(clientId: number, connection: Connection, hello: HelloFacts): void {
    const interval = this.#env?.peek().httpPullInterval;
    if (interval !== undefined) connection.pace?.(interval);
    super.attachClient(clientId, connection, hello);
  }
}

/** What pages themselves do of it. */
const pageEnv = ({ autoScrollBottom }: Env): { [name: string]: Json } => ({ autoScrollBottom });
