import { readFileSync } from "node:fs";
import { app, Await, signal } from "tandem";
import { Button, ButtonGroup } from "tandem/ui";
import { dataset, DATASETS, type DatasetName } from "./datasets.ts";
import { Workbench } from "./workbench.tsx";

const NAMES = Object.keys(DATASETS) as DatasetName[];

/** Brush one chart, and all others follow: what hides in 200,000 flights is found by dragging. */
function CrossfilterApp() {
  const chosen = signal<DatasetName>("flights");
  return (
    <div class="crossfilter">
      <header>
        <h1>Crossfilter</h1>
        <ButtonGroup label="Data">
          {NAMES.map((name) => (
            <Button
              pressed={() => chosen.value === name}
              onClick={() => chosen.set(name)}
            >
              {DATASETS[name].title}
            </Button>
          ))}
        </ButtonGroup>
      </header>
      {() => {
        const name = chosen.value;
        return (
          <Await
            value={() => dataset(name)}
            fallback={<p class="loading">Reading {DATASETS[name].title} …</p>}
            failed={(_, retry) => (
              <Button onClick={retry}>
                The data could not be read. Try again
              </Button>
            )}
          >
            {(data) => <Workbench data={data} />}
          </Await>
        );
      }}
    </div>
  );
}

export default app(CrossfilterApp, {
  title: "Crossfilter",
  lang: "en",
  description: "Brush one chart of 200,000 flights, and all others follow.",
  styles: readFileSync(new URL("app.css", import.meta.url), "utf8"),
});
