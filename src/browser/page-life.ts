export interface PageLife {
  /** The page may have a network again, or someone looks at it again. */
  wake(): void;
  /** The page is shown for the first time, with whatever the browser filled into its controls. */
  shown(): void;
  /** The page goes out of sight, perhaps never to run again. */
  pause(): void;
  /** The page goes for good. */
  leave(): void;
}

/** Follows the page through sleep, the back-forward cache and its end. Returns what stops that. */
export function followPage(window: Window, life: PageLife): () => void {
  const { document } = window;
  const listeners: [target: EventTarget, type: string, listener: (event: Event) => void][] = [
    [window, "online", () => life.wake()],
    // A line that has gone silent is not closed by that; asking on it finds out.
    [window, "offline", () => life.wake()],
    [window, "pageshow", (event) => ((event as PageTransitionEvent).persisted ? life.wake() : life.shown())],
    [document, "visibilitychange", () => (document.visibilityState === "visible" ? life.wake() : life.pause())],
    [
      window,
      "pagehide",
      (event) => {
        life.pause();
        if (!(event as PageTransitionEvent).persisted) life.leave();
      },
    ],
  ];
  for (const [target, type, listener] of listeners) target.addEventListener(type, listener);
  return () => {
    for (const [target, type, listener] of listeners) target.removeEventListener(type, listener);
  };
}
