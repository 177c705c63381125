import { currentSession } from "../session/current.ts";
import { sizeText } from "../session/uploads/file-size.ts";
import { typesText } from "../session/uploads/upload-refusals.ts";
import type { UploadRules } from "../session/uploads/upload-rules.ts";
import type { Upload } from "../session/uploads/upload.ts";
import type { UploadList } from "../session/uploads/upload-list.ts";
import { randomId } from "../core/ids.ts";
import { command } from "../view/commands.ts";
import { For } from "../view/flow/for.ts";
import { Show } from "../view/flow/show.ts";
import type { ClassValue } from "../view/jsx/class-and-style.ts";
import type { Child, Live } from "../view/node.ts";
import { ref } from "../view/ref.ts";

export interface UploadAreaProps {
  /** From `uploadList()`. */
  files: UploadList;
  /** What to choose; read out, and shown. */
  label: string;
  /** More to say; what is allowed unless told. */
  hint?: Child;
  disabled?: Live<boolean>;
  class?: ClassValue;
}

/**
 * A place to choose files or drop them onto, with how far each is, and why one was refused.
 *
 * @example
 * ```tsx
 * import { UploadArea, uploadList } from "tandem";
 *
 * export function Attachments() {
 *   const files = uploadList({ types: ["pdf"], maxSize: 5_000_000 });
 *   return <UploadArea files={files} label="Attach PDFs" />;
 * }
 * ```
 *
 * It is a plain file input: keyboard, touch and screen readers work as anywhere, and so does a drop. From Shiny's
 * `input_file`, PyWebIO's `file_upload` and Rio's `FilePickerArea`.
 */
export function UploadArea({ files, label, hint, disabled, class: className }: UploadAreaProps): Child {
  const id = `tandem-upload-${randomId(8)}`;
  const drop = ref();
  const over = "tandem-drop-over";
  return (
    <div class={["tandem-upload", className]}>
      <div class="tandem-drop" ref={drop}>
        <input
          type="file"
          id={id}
          accept={files.rules.types.join(",")}
          multiple={files.rules.maxCount > 1}
          disabled={disabled}
          aria-describedby={`${id}-hint`}
          onChange={() => void reportFailure(files.takeFrom(id))}
          onDragEnter={command.addClass(over, drop)}
          onDragLeave={command.removeClass(over, drop)}
          onDrop={command.removeClass(over, drop)}
        />
        <label for={id}>{label}</label>
        <small id={`${id}-hint`}>{hint ?? hintFor(files.rules)}</small>
      </div>
      <UploadRows files={files} disabled={disabled} />
    </div>
  );
}

interface RowsProps extends Pick<UploadAreaProps, "files" | "disabled"> {}

/** What was chosen, with how far it is, and for those who do not see that. */
export function UploadRows({ files, disabled }: RowsProps): Child {
  return [
    <Show when={() => files.value.length > 0}>
      <ul class="tandem-files" aria-label="Chosen files">
        <For each={() => files.value}>
          {(upload) => <UploadRow upload={upload} files={files} disabled={disabled} />}
        </For>
      </ul>
    </Show>,
    <p class="tandem-unseen" role="status">
      {() => summaryOf(files.value)}
    </p>,
  ];
}

function UploadRow({ upload, files, disabled }: RowsProps & { upload: Upload }): Child {
  const { name, size, received, state, error } = upload;
  const isOpen = () => state.value === "waiting" || state.value === "receiving";
  return (
    <li class={() => `tandem-file tandem-file-${state.value}`}>
      <span class="tandem-file-name">{name}</span>
      <span class="tandem-file-size">
        {() => (isOpen() ? `${sizeText(received.value)} of ${sizeText(size)}` : sizeText(size))}
      </span>
      <button
        type="button"
        disabled={disabled}
        aria-label={() => `${isOpen() ? "Cancel" : "Remove"} ${name}`}
        onClick={() => files.remove(upload)}
      >
        {() => (isOpen() ? "Cancel" : "Remove")}
      </button>
      <Show when={isOpen}>
        <progress max={Math.max(1, size)} value={() => received.value} aria-label={`${name} arrives`} />
      </Show>
      <Show when={() => error.value !== undefined}>
        <span class="tandem-file-error" role="alert">
          {() => error.value?.message}
        </span>
      </Show>
    </li>
  );
}

export function hintFor({ types, maxSize, maxCount }: UploadRules): string {
  const what = types.length === 0 ? "" : `${typesText(types)}, `;
  const count = maxCount === 1 ? "" : ` each, ${maxCount} at most`;
  return `Or drop ${maxCount === 1 ? "it" : "them"} here: ${what}up to ${sizeText(maxSize)}${count}.`;
}

/** For those who do not see the bars: how it stands, and not each step. */
function summaryOf(uploads: readonly Upload[]): string {
  const count = (...states: string[]) => uploads.filter(({ state }) => states.includes(state.value)).length;
  const [done, open] = [count("done"), count("waiting", "receiving")];
  if (done + open === 0) return "";
  const arrived = `${done} ${done === 1 ? "file has" : "files have"} arrived`;
  return open === 0 ? `${arrived}.` : `${arrived}, ${open} on the way.`;
}

export function reportFailure(work: Promise<void>): Promise<void> {
  const session = currentSession();
  return work.catch((error: unknown) => void session.reportError(error, undefined, "an upload"));
}
