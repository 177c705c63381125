import type { Plugin } from "esbuild";

/**
 * An app's `tandem` is the one that serves it: two copies would not know each other's signals and sessions.
 * It also lets an app in a bare folder, without `node_modules`, run.
 */
export const sameTandem: Plugin = {
  name: "same-tandem",
  setup(build) {
    build.onResolve({ filter: /^tandem(\/|$)/ }, ({ path }) => {
      try {
        return { path: import.meta.resolve(path), external: true };
      } catch {
        return { errors: [{ text: `"${path}" is not a part of Tandem` }] };
      }
    });
  },
};
