import { readFileSync } from "node:fs";
import { app, effect, session, signal } from "tandem";
import { Button, IconButton, SidebarLayout } from "tandem/ui";
import { Draft } from "./draft.ts";
import { Export } from "./export.tsx";
import { Panel } from "./panel.tsx";
import { Sample } from "./sample.tsx";

/** Makes a theme by hand and shows it on a page of widgets: this one. */
function ThemeEditor() {
  const draft = new Draft();
  const exporting = signal(false);
  effect(() => session.setTheme(draft.tokens));
  return (
    <SidebarLayout
      class="editor"
      title="Theme editor"
      sidebar={<Panel draft={draft} />}
      actions={
        <>
          <IconButton
            icon="arrow-counterclockwise"
            label="Start over"
            onClick={() => draft.use({})}
          />
          <Button
            tone="brand"
            size="small"
            icon="box-arrow-up"
            onClick={() => exporting.set(true)}
          >
            Export
          </Button>
        </>
      }
    >
      <Sample />
      <Export draft={draft} open={exporting} />
    </SidebarLayout>
  );
}

export default app(ThemeEditor, {
  title: "Theme editor",
  lang: "en",
  styles: readFileSync(new URL("editor.css", import.meta.url), "utf8"),
});
