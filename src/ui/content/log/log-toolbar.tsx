import type { Signal } from "../../../reactive/signal.ts";
import { currentSession } from "../../../session/current.ts";
import { copyText } from "../../base/copy-text.ts";
import { Show } from "../../../view/flow/show.ts";
import type { Child } from "../../../view/node.ts";
import { IconButton } from "../../buttons/icon-button.tsx";
import { LOG_LEVELS, type LogLevel } from "./levels.ts";
import type { LogView } from "./log-view.ts";

interface LogToolbarProps {
  view: LogView;
  wrap: Signal<boolean>;
  fileName: string;
}

/** What can be done with a log, above it. */
export function LogToolbar({ view, wrap, fileName }: LogToolbarProps): Child {
  const { query, level, isPaused, waiting } = view;
  return (
    <div class="tandem-log-bar">
      <input
        type="search"
        class="tandem-input"
        data-size="small"
        aria-label="Filter lines"
        placeholder="Filter"
        maxlength={200}
        bind={query}
      />
      <span class="tandem-select">
        <select class="tandem-input" data-size="small" aria-label="Least level" bind={level as Signal<string>}>
          <option value="">All levels</option>
          {LOG_LEVELS.slice(1).map((name) => (
            <option value={name}>{nameOf(name)}</option>
          ))}
        </select>
      </span>
      <span class="tandem-log-count">{() => countText(view)}</span>
      <Show when={() => waiting.value > 0}>
        <span class="tandem-log-waiting">{() => `${waiting.value.toLocaleString("en")} more`}</span>
      </Show>
      <IconButton
        icon="pause-fill"
        label="Pause"
        size="small"
        pressed={isPaused}
        onClick={() => view.pause(!isPaused.peek())}
      />
      <IconButton
        icon="text-wrap"
        label="Wrap lines"
        size="small"
        pressed={wrap}
        onClick={() => void (wrap.value = !wrap.peek())}
      />
      <IconButton icon="copy" label="Copy lines" size="small" onClick={() => copy(view)} />
      <IconButton icon="download" label="Download" size="small" onClick={() => download(view, fileName)} />
    </div>
  );
}

const nameOf = (level: LogLevel): string => `${level.charAt(0).toUpperCase()}${level.slice(1)}`;

function countText({ shown, query, level }: LogView): string {
  const { start, end } = shown.value;
  const count = (end - start).toLocaleString("en");
  const isFiltered = query.value.trim() !== "" || level.value !== "";
  return `${count} ${isFiltered ? "found" : end - start === 1 ? "line" : "lines"}`;
}

const copy = (view: LogView): Promise<void> =>
  copyText(view.textToCopy(), "The browser does not let this page copy. Select the lines instead.");

function download(view: LogView, fileName: string): void {
  currentSession().saveFile(() => streamOf(view), fileName, { mediaType: "text/plain" });
}

const LINES_AT_ONCE = 2_000;

function streamOf(view: LogView): ReadableStream<Uint8Array> {
  const lines = view.text();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let text = "";
      for (let count = 0; count < LINES_AT_ONCE; count++) {
        const next = lines.next();
        if (next.done) {
          if (text !== "") controller.enqueue(encoder.encode(text));
          return controller.close();
        }
        text += next.value;
      }
      controller.enqueue(encoder.encode(text));
    },
  });
}
