import type { BookFamily } from "../entry.ts";
import avatar from "./avatar.tsx";
import badge from "./badge.tsx";
import code from "./code.tsx";
import copyButton from "./copy-button.tsx";
import divider from "./divider.tsx";
import followEnd from "./follow-end.tsx";
import image from "./image.tsx";
import jsonViewer from "./json-viewer.tsx";
import keyValues from "./key-values.tsx";
import logViewer from "./log-viewer.tsx";
import markdown from "./markdown.tsx";
import media from "./media.tsx";
import metric from "./metric.tsx";
import relativeTime from "./relative-time.tsx";
import sparkline from "./sparkline.tsx";

export const content: BookFamily = {
  path: "content",
  title: "Content",
  entries: [
    badge,
    avatar,
    metric,
    sparkline,
    keyValues,
    markdown,
    code,
    jsonViewer,
    logViewer,
    followEnd,
    image,
    media,
    relativeTime,
    copyButton,
    divider,
  ],
};
