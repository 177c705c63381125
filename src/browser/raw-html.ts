const SVG = "http://www.w3.org/2000/svg";

/** Makes nodes out of HTML that the app vouches for; scripts in it never run. */
export type RawHtml = (html: string, parent: Node) => DocumentFragment;

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

export function rawHtmlIn(window: Window): RawHtml {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("tandem", { createHTML: (html) => html });
  const { document } = window;
  return (html, parent) => {
    const isSvg = (parent as Element).namespaceURI === SVG && parent.nodeName !== "foreignObject";
    const markup = isSvg ? `<svg>${html}</svg>` : html;
    const template = document.createElement("template");
    template.innerHTML = policy ? policy.createHTML(markup) : markup;
    const content = document.importNode(template.content, true);
    if (isSvg) content.replaceChildren(...content.firstChild!.childNodes);
    return content;
  };
}
