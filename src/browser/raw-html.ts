import type { RawHtmlContent } from "../protocol/operations.ts";

/** Makes nodes out of HTML that the app vouches for; scripts in it never run. */
export type RawHtml = (content: RawHtmlContent) => DocumentFragment;

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

export function rawHtmlIn(window: Window): RawHtml {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("tandem", { createHTML: (html) => html });
  const { document } = window;
  return ({ html, in: namespace }) => {
    const markup = namespace ? `<${namespace}>${html}</${namespace}>` : html;
    const template = document.createElement("template");
    template.innerHTML = policy ? policy.createHTML(markup) : markup;
    const content = document.importNode(template.content, true);
    if (namespace) content.replaceChildren(...content.firstChild!.childNodes);
    return content;
  };
}
