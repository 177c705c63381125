import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { app, onCleanup, Show } from "tandem";
import { Alert, Badge, Button, LogViewer, Metric } from "tandem/ui";
import { Followed } from "./followed.ts";

const followed = new Followed();

/** Follows a file that grows: the one that TAIL_FILE names, or one that is written for show. */
function LogTail() {
  onCleanup(followed.use());
  const { log, tail, rate, history } = followed;
  const state = () => tail.value?.state.value;
  return (
    <main class="tail">
      <header class="tail-head">
        <div>
          <h1>
            {() =>
              tail.value === undefined ? "Opening…" : basename(tail.value.path)
            }
          </h1>
          <p class="tail-path">{() => tail.value?.path}</p>
        </div>
        <Badge
          tone={() => (state()?.problem === undefined ? "success" : "danger")}
          dot
        >
          {() => (state()?.problem === undefined ? "Following" : "Waiting")}
        </Badge>
      </header>
      <Show when={() => state()?.problem}>
        {(problem) => <Alert kind="warning">{problem}</Alert>}
      </Show>
      <div class="tail-facts">
        <Metric label="Lines a second" value={rate} trend={history} />
        <Metric label="Size" value={() => sizeText(state()?.bytes ?? 0)} />
        <Metric label="Rotated" value={() => state()?.rotations ?? 0} />
        <Metric label="Cut short" value={() => state()?.truncations ?? 0} />
      </div>
      <LogViewer
        class="tail-lines"
        log={log}
        label="Lines"
        height="100%"
        fileName="lines.txt"
      />
      <Show
        when={() => tail.value !== undefined && followed.demo !== undefined}
      >
        <footer class="tail-demo">
          <span>This file is only for show:</span>
          <Button
            size="small"
            icon="lightning"
            onClick={() => followed.demo?.write(5_000)}
          >
            Write 5,000 lines
          </Button>
          <Button
            size="small"
            icon="arrow-repeat"
            onClick={() => followed.demo?.rotate()}
          >
            Rotate
          </Button>
          <Button
            size="small"
            icon="scissors"
            onClick={() => followed.demo?.truncate()}
          >
            Truncate
          </Button>
        </footer>
      </Show>
    </main>
  );
}

const sizeText = (bytes: number): string =>
  bytes < 1e6
    ? `${(bytes / 1e3).toFixed(0)} kB`
    : `${(bytes / 1e6).toFixed(1)} MB`;

export default app(LogTail, {
  title: "Log tail",
  lang: "en",
  styles: readFileSync(new URL("log-tail.css", import.meta.url), "utf8"),
});
