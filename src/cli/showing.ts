import { listen, type ListenOptions } from "../server/listen.ts";
import type { RequestTaker } from "../server/request-taker.ts";
import type { RunCommand } from "./arguments.ts";
import { openInBrowser } from "./browser-opener.ts";
import type { Terminal } from "./terminal.ts";
import { AppWindow } from "./window/app-window.ts";
import { findBrowser } from "./window/browser-program.ts";
import { WindowGate } from "./window/window-gate.ts";

/** An app that is served, and what shows it. */
export interface Showing {
  /** Where it runs, for the person at the terminal. */
  place(terminal: Terminal): string;
  /** Opens the browser, or the window, if either is asked for. */
  open(): Promise<void>;
  /** Resolves when the window is gone; never without one. Rejects if there never was one. */
  readonly windowClosed: Promise<void>;
  close(): Promise<void>;
}

/** Listens as the command says, and lets only its window in if it is to have one. */
export async function showFor(
  command: RunCommand,
  handler: RequestTaker,
  options: Omit<ListenOptions, "port" | "host">,
): Promise<Showing> {
  const { host, port } = command;
  if (!command.window) {
    const server = await listen(handler, { ...options, port, host });
    const open = async () => {
      if (command.open) openInBrowser(server.url);
    };
    const place = (terminal: Terminal) => `at ${terminal.style("cyan", server.url)}`;
    return { place, open, windowClosed: new Promise(() => {}), close: () => server.close() };
  }
  const program = findBrowser();
  const gate = new WindowGate(handler, options.basePath);
  const server = await listen(gate, { ...options, port, host });
  let window: AppWindow | undefined;
  let opened!: (closed: Promise<void>) => void;
  const windowClosed = new Promise<void>((resolve) => (opened = resolve));
  return {
    place: (terminal) => `in a window of its own, which alone gets in at ${terminal.style("dim", server.url)}`,
    windowClosed,
    async open() {
      const shown = await AppWindow.open(program, gate.urlAt(originOf(host, server.port)));
      window = shown;
      opened(
        shown.closed.then(() => {
          if (!gate.isOpened) throw shown.failure;
        }),
      );
    },
    async close() {
      await Promise.all([window?.close(), server.close()]);
    },
  };
}

/** By the address that is listened on: a name could lead to somebody else's server on another address. */
const originOf = (host: string, port: number) => `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
