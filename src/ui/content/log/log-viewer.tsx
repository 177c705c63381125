import { onCleanup } from "../../../reactive/cleanup.ts";
import { isWritableSignal, signal, type Signal } from "../../../reactive/signal.ts";
import { currentSession } from "../../../session/current.ts";
import { needPart } from "../../../session/parts.ts";
import type { ClassValue } from "../../../view/jsx/class-and-style.ts";
import type { Child } from "../../../view/node.ts";
import { freshId } from "../../base/fresh-id.ts";
import { LogToolbar } from "./log-toolbar.tsx";
import { LogView, type LogRow } from "./log-view.ts";
import type { Log } from "./log.ts";

export interface LogViewerProps {
  /** From `createLog()`. */
  log: Log;
  /** What it is a log of. */
  label: string;
  /** As in CSS; `"24rem"` unless told. */
  height?: string;
  /** Breaks long lines; a signal follows what the person chooses. */
  wrap?: boolean | Signal<boolean>;
  lineNumbers?: boolean;
  /** Whether there are filter, pause, copy and download above; `true` unless told. */
  toolbar?: boolean;
  /** What a download is called; `"log.txt"` unless told. */
  fileName?: string;
  class?: ClassValue;
}

/** Lines that the first paint has: more than are seen at once. */
const FIRST_ROWS = 60;

/**
 * Shows a log and follows its end until the person scrolls away. A million lines stay on the server: a page has those
 * that are in sight.
 *
 * @example
 * ```tsx
 * import { createLog, LogViewer } from "tandem/ui";
 *
 * const log = createLog({ capacity: 100_000 });
 * setInterval(() => log.append(`${new Date().toISOString()} INFO still here`), 1_000);
 *
 * export const Console = () => <LogViewer log={log} label="Console" height="60vh" />;
 * ```
 *
 * Levels and ANSI colours are shown, lines filtered by text and level on the server. All pages of a session have the same
 * filter, and each its own place. From Shiny's and PyWebIO's growing outputs, which keep every line in the page.
 */
export function LogViewer(props: LogViewerProps): Child {
  needPart("ui");
  const { log, label, height = "24rem", lineNumbers = true, toolbar = true, fileName = "log.txt" } = props;
  const wrap = isWritableSignal(props.wrap) ? (props.wrap as Signal<boolean>) : signal(props.wrap === true);
  const view = new LogView(log);
  const request = answerRequests(view);
  const state = () => ({
    request,
    ...view.shown.value,
    query: view.needle,
    wraps: wrap.value,
    isNumbered: lineNumbers,
  });
  return (
    <section class={["tandem-log", props.class]} aria-label={label}>
      {toolbar ? <LogToolbar view={view} wrap={wrap} fileName={fileName} /> : null}
      <tandem-log
        class="tandem-log-lines"
        role="log"
        aria-live="off"
        aria-label={label}
        tabindex={0}
        style={{ height }}
        prop:view={state}
      >
        <FirstRows rows={view.lastRows(FIRST_ROWS)} isNumbered={lineNumbers} />
      </tandem-log>
    </section>
  );
}

function answerRequests(view: LogView): string {
  const session = currentSession();
  const name = freshId("log");
  session.setMessageHandler(name, (generation, from, count) => view.rows(generation, from, count));
  onCleanup(() => session.setMessageHandler(name, null));
  return name;
}

/** What is there until the page's script is. */
const FirstRows = ({ rows, isNumbered }: { rows: readonly LogRow[]; isNumbered: boolean }): Child => (
  <div class="tandem-log-first">
    {rows.map(([number, level, runs]) => (
      <div class={["tandem-log-row", level && `tandem-log-${level}`]}>
        {isNumbered ? <span class="tandem-log-number">{number}</span> : null}
        <span class="tandem-log-text">
          {runs.map((run) => (typeof run === "string" ? run : <span class={run[1]}>{run[0]}</span>))}
        </span>
      </div>
    ))}
  </div>
);
