/** The page's runtime, as every page loads it. */
import { attempt } from "./attempt.ts";
import { HTTP_KEY, loadHttp, openLine } from "./line-opener.ts";
import { loadScript } from "./load-script.ts";
import type { TandemApi } from "./public-api.ts";
import { startScreen } from "./start.ts";

declare global {
  interface Window {
    Tandem: TandemApi;
  }
}

function start(): void {
  window.Tandem = startScreen({ window, openConnection: openLine, loadScript }).api;
}

// A reload where WebSockets did not get through a short time ago does not wait for them again. The app's own scripts
// import this one, so they wait until `Tandem` is there.
if (attempt(() => sessionStorage[HTTP_KEY])) await loadHttp().catch(() => {});
start();
