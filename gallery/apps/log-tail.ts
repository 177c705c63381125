import logTail from "../../examples/apps/log-tail/app.tsx";
import type { Example } from "../example.ts";
import { wholeApp } from "../own-app.tsx";

export const logTailExample: Example = {
  path: "apps/log-tail",
  title: "Log tail",
  summary: "A file that grows, line by line, with filter and levels.",
  text: "The file is on the server, and so are its lines, half a million of them; your page has those in sight. It is followed through rotation and truncation, once for everyone who looks. Set TAIL_FILE to follow one of yours.",
  ...wholeApp({ "log-tail": logTail }),
  files: [
    "apps/log-tail/app.tsx",
    "apps/log-tail/followed.ts",
    "apps/log-tail/tail.ts",
    "apps/log-tail/writer.ts",
    "apps/log-tail/log-tail.css",
  ],
};
