import { session } from "tandem";
import { EmptyState, Markdown } from "tandem/ui";
import { findPage, type DocsPage } from "./library.ts";
import { LiveExample } from "./live-example.tsx";
import { segmentsOf, withLinks } from "./segments.ts";

/** A page of the documentation, its examples running where that harms nobody. */
export function DocsView({ path }: { path: string }) {
  const page = findPage(path);
  if (page === undefined) {
    return <EmptyState title="No such page">There is no page “{path}” in the documentation.</EmptyState>;
  }
  session.setTitle(`${page.title} · Tandem`);
  return (
    <article class="docs-page">
      {segmentsOf(linked(page)).map((segment, index) => segmentView(page, segment, index))}
    </article>
  );
}

const linked = ({ path, text }: DocsPage): string =>
  withLinks(text, path, (target) => (findPage(target) === undefined ? undefined : addressOf(target)));

export const addressOf = (path: string): string => `${session.request.basePath}/${path}`;

function segmentView({ path }: DocsPage, segment: ReturnType<typeof segmentsOf>[number], index: number) {
  if (segment.kind === "prose") return <Markdown text={segment.text} />;
  // Those of widgets only show something; others may read the server's files.
  if (!path.startsWith("widgets/")) return <Markdown text={`\`\`\`tsx\n${segment.code}\`\`\``} />;
  return <LiveExample code={segment.code} id={`${path.replace(/\W/g, "_")}_${index}`} runs={index < 3} />;
}
