import { For, signal } from "tandem";
import { sourceFile } from "../source-files.ts";

/** The files of an example, one at a time. On a narrow screen it is closed until asked for. */
export function SourcePanel(props: { files: readonly string[] }) {
  const files = props.files.map(sourceFile);
  const shown = signal(files[0]!);
  const isOpen = signal(false);
  return (
    <section class={["source", { open: isOpen }]} aria-label="Source">
      <div class="source-bar">
        <button class="plain source-toggle" aria-expanded={isOpen} onClick={() => isOpen.update((open) => !open)}>
          {() => (isOpen.value ? "Hide the source" : "Show the source")}
        </button>
        <div class="files" role="group" aria-label="Files">
          {files.map((file) => (
            <button class="plain" aria-pressed={() => file === shown.value} onClick={() => (shown.value = file)}>
              {file.name}
            </button>
          ))}
        </div>
        <span class="quiet">{() => `${shown.value.lineCount} lines`}</span>
      </div>
      <For each={() => [shown.value]}>
        {(file) => (
          <pre class="code" tabindex={0} role="region" aria-label={`Source of ${file.name}`}>
            <code>{file.view}</code>
          </pre>
        )}
      </For>
    </section>
  );
}
