import { session, type App } from "tandem";
import type { Example } from "./example.ts";

/** What leads from the gallery to an example that is an app of its own; the first is the one to open. */
export function ownApp(apps: Readonly<Record<string, App>>): Pick<Example, "apps" | "component"> {
  const [name = ""] = Object.keys(apps);
  const component = () => (
    <div class="stack">
      <p>
        This example is an app of its own, with options of its own. It stands beside the gallery on the same server.
      </p>
      <p>
        <a class="button" href={`${session.request.basePath}/${name}`} target="_blank">
          Open it in a window of its own
        </a>
      </p>
    </div>
  );
  return { apps, component };
}

/** As {@link ownApp}, for what is a product by itself: it keeps its own look. */
export const wholeApp = (apps: Readonly<Record<string, App>>): Pick<Example, "apps" | "component" | "hasOwnLook"> => ({
  ...ownApp(apps),
  hasOwnLook: true,
});
