import { readFileSync } from "node:fs";
import { app } from "tandem";
import { FileOpener } from "./opening.ts";
import { Loading } from "./views/loading.tsx";
import { Welcome } from "./views/welcome.tsx";
import { Workbench } from "./views/workbench.tsx";

/** Drop a CSV or JSON file, and look into it: filter, sort, group, chart, export. */
function Explorer() {
  const opener = new FileOpener();
  return (
    <div class="explorer">
      {() => {
        const opening = opener.opening.value;
        switch (opening.state) {
          case "loading":
            return <Loading opening={opening} />;
          case "ready":
            return (
              <Workbench frame={opening.frame} close={() => opener.close()} />
            );
          default:
            return (
              <Welcome
                opener={opener}
                failed={opening.state === "failed" ? opening : undefined}
              />
            );
        }
      }}
    </div>
  );
}

export default app(Explorer, {
  title: "Explorer",
  lang: "en",
  description: "Drop a CSV or JSON file of up to 200 MB, and look into it.",
  styles: readFileSync(new URL("app.css", import.meta.url), "utf8"),
});
