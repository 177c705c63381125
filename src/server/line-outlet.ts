import type { ServerResponse } from "node:http";
import type { Outlet } from "../transport/http-connection.ts";
import { COMMON_HEADERS } from "./security-headers.ts";

/** Told to whatever is on the way: neither keep, nor change, nor hold back. */
const LINE_HEADERS: Readonly<Record<string, string>> = {
  ...COMMON_HEADERS,
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** An HTTP answer as a line's outlet: a stream once something is written, a plain answer when it only ends. */
export function lineOutlet(response: ServerResponse): Outlet {
  // "close" follows, and says all there is to say.
  response.on("error", () => {});
  return {
    get bufferedBytes() {
      return response.writableLength;
    },
    write(text) {
      // A connection that has carried a stream is not used again.
      if (!response.headersSent) response.writeHead(200, { ...LINE_HEADERS, Connection: "close" });
      response.write(text);
    },
    end(text) {
      if (!response.headersSent) {
        response.writeHead(200, { ...LINE_HEADERS, "Content-Length": Buffer.byteLength(text) });
      }
      response.end(text);
    },
    destroy: () => void response.destroy(),
    onClose: (listener) => void response.on("close", () => listener(response.writableFinished)),
  };
}
