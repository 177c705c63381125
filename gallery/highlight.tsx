import hljs from "highlight.js/lib/core";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import { rawHtml, type Child } from "tandem";

hljs.registerLanguage("typescript", typescript);
hljs.registerLanguage("xml", xml);

/** TypeScript as text and `<span>`s, whose classes say what each piece is. */
export const highlight = (source: string): Child => rawHtml(hljs.highlight(source, { language: "typescript" }).value);
