import { readFileSync } from "node:fs";
import { app, computed, DownloadButton, session, signal } from "tandem";
import { CopyButton, Icon, Markdown, Select } from "tandem/ui";
import { pageOf } from "./page.ts";
import { SAMPLES } from "./samples.ts";
import { fileNameOf, statisticsOf } from "./statistics.ts";

/** What a text in Markdown looks like, while it is written. */
function Previewer() {
  const sample = signal<string | null>("All there is");
  const text = signal(SAMPLES["All there is"] ?? "");
  const kept = signal(text.peek());
  const facts = computed(() => statisticsOf(text.value));
  const choose = async (name: string | null) => {
    const isSaved = text.peek() === kept.peek();
    if (isSaved || (await askToLeave()))
      text.value = kept.value = SAMPLES[name ?? ""] ?? "";
    else sample.value = null;
  };
  session.confirmLeave(() =>
    text.peek() === kept.peek()
      ? undefined
      : "What you have written is not saved.",
  );
  return (
    <main class="previewer">
      <header class="previewer-bar">
        <h1>
          <Icon name="markdown" /> Markdown
        </h1>
        <Select
          label="Begin with"
          hideLabel
          placeholder="Begin with…"
          options={Object.keys(SAMPLES)}
          bind={sample}
          onChange={choose}
        />
        <CopyButton from="text" label="Copy" />
        <DownloadButton
          class="tandem-button tandem-tone-neutral"
          data-appearance="outlined"
          data-size="small"
          fileName={() => fileNameOf(text.value, "html")}
          content={() => pageOf(text.value)}
          mediaType="text/html"
        >
          <Icon name="filetype-html" /> As a page
        </DownloadButton>
        <DownloadButton
          class="tandem-button tandem-tone-brand"
          data-appearance="filled"
          data-size="small"
          fileName={() => fileNameOf(text.value)}
          content={() => (kept.value = text.value)}
          mediaType="text/markdown"
        >
          <Icon name="download" /> Download
        </DownloadButton>
      </header>
      <section class="previewer-pane" aria-label="Text">
        <textarea
          id="text"
          class="previewer-text"
          aria-label="Markdown"
          spellcheck="true"
          maxlength={60_000}
          bind={text}
        />
      </section>
      <section
        class="previewer-pane previewer-shown"
        aria-label="Preview"
        tabindex={0}
      >
        <Markdown text={text} headingLevel={2} />
      </section>
      <footer class="previewer-facts" aria-label="Counts">
        <span>{() => counted(facts.value.words, "word")}</span>
        <span>{() => counted(facts.value.characters, "character")}</span>
        <span>{() => counted(facts.value.lines, "line")}</span>
        <span>{() => `${counted(facts.value.minutes, "minute")} to read`}</span>
      </footer>
    </main>
  );
}

const askToLeave = () =>
  session.showYesNoDialog("Leave what you have written?", {
    yesText: "Leave it",
    yesColor: "danger",
  });

const counted = (amount: number, what: string): string =>
  `${amount.toLocaleString("en")} ${what}${amount === 1 ? "" : "s"}`;

export default app(Previewer, {
  title: "Markdown",
  lang: "en",
  styles: readFileSync(new URL("markdown.css", import.meta.url), "utf8"),
});
