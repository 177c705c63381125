import type { Child } from "../../../view/node.ts";
import { jsx } from "../../../view/jsx/runtime.ts";
import { isOwn, isSafeLink } from "./addresses.ts";
import type { Token } from "./parser.ts";

/** Which images a text may show: those of this server, all that the page's policy allows, or none. */
export type MarkdownImages = "own" | "all" | "none";

/** Tags that text in a line may have. */
const INLINE_TAGS = new Set(["strong", "em", "s", "a"]);

/** Text in a line as what it shows. */
export function inlineContent(tokens: readonly Token[], images: MarkdownImages): Child[] {
  const root: Child[] = [];
  const open: { token: Token; children: Child[] }[] = [];
  const add = (child: Child) => (open.at(-1)?.children ?? root).push(child);
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ token, children: [] });
    else if (token.nesting === 0) add(leaf(token, images));
    else {
      const closed = open.pop();
      if (closed !== undefined) add(element(closed.token, closed.children));
    }
  }
  return root;
}

function element(token: Token, children: Child[]): Child {
  if (!INLINE_TAGS.has(token.tag)) return children;
  if (token.tag !== "a") return jsx(token.tag, { children });
  return link(attribute(token, "href"), children, attribute(token, "title"));
}

/** A link to elsewhere opens beside the app, and tells nobody where it was. */
function link(href: string, children: Child, title: string): Child {
  if (!isSafeLink(href)) return children;
  const outward = isOwn(href) ? {} : { target: "_blank", rel: "noopener noreferrer nofollow ugc" };
  return (
    <a href={href} title={title || undefined} {...outward}>
      {children}
    </a>
  );
}

function leaf(token: Token, images: MarkdownImages): Child {
  switch (token.type) {
    case "code_inline":
      return <code>{token.content}</code>;
    case "softbreak":
      return "\n";
    case "hardbreak":
      return <br />;
    case "image":
      return image(token, images);
    default:
      return token.content;
  }
}

/** An image that may not be shown is a link to it. */
function image(token: Token, images: MarkdownImages): Child {
  const source = attribute(token, "src");
  const title = attribute(token, "title");
  const alt = token.content;
  const isShown = images === "all" || (images === "own" && isOwn(source));
  if (!isShown) return link(source, alt === "" ? source : alt, title);
  return <img src={source} alt={alt} title={title || undefined} loading="lazy" decoding="async" />;
}

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? "");
