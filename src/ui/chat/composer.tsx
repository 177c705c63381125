import { signal, type Signal } from "../../reactive/signal.ts";
import { currentSession } from "../../session/current.ts";
import { sizeText } from "../../session/uploads/file-size.ts";
import type { UploadOptions } from "../../session/uploads/upload-rules.ts";
import type { Upload } from "../../session/uploads/upload.ts";
import { uploadList, type UploadList } from "../../session/uploads/upload-list.ts";
import type { Command } from "../../view/commands-type.ts";
import { For } from "../../view/flow/for.ts";
import { Show } from "../../view/flow/show.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { freshId } from "../base/fresh-id.ts";
import { IconButton } from "../buttons/icon-button.tsx";
import { Icon } from "../icons/icon.tsx";
import type { ChatFiles } from "./chat-files.ts";
import type { ChatThread } from "./chat-thread.ts";

interface ComposerProps {
  chat: ChatThread;
  draft: Signal<string>;
  placeholder: string;
  disabled: Live<boolean>;
  /** What may be attached, and how pictures among it are seen; nothing may be without. */
  attachments: { options: UploadOptions; files: ChatFiles } | undefined;
  /** Has the page go to the end: what is sent is there. */
  toEnd: Command;
  /** Called when something was sent. */
  onSent: () => void;
}

/** Where the person writes: Enter sends, Shift and Enter make a new line, and so does Enter on a phone. */
export function Composer({ chat, draft, placeholder, disabled, attachments, toEnd, onSent }: ComposerProps): Child {
  const isOff = () => readLive(disabled);
  // A list for each message: those of the ones before go with them.
  const list = signal(attachments === undefined ? undefined : uploadList(attachments.options));
  const send = () => {
    if (isOff() || list.peek()?.isBusy === true || !chat.send(draft.peek(), list.peek()?.files ?? [])) return;
    draft.value = "";
    if (attachments !== undefined) list.value = uploadList(attachments.options);
    onSent();
  };
  const cannotSend = () => isOff() || list.value?.isBusy === true;
  return (
    <form class="tandem-composer" onSubmit={[toEnd, send]}>
      {() =>
        list.value === undefined ? null : <Chips list={list.value} files={attachments!.files} disabled={isOff} />
      }
      <div class="tandem-composer-line">
        {attachments === undefined ? null : <Attach list={list as Signal<UploadList>} disabled={isOff} />}
        <tandem-composer>
          <textarea
            aria-label="Message"
            placeholder={placeholder}
            rows={1}
            maxlength={chat.maxLength}
            disabled={isOff}
            bind={draft}
          />
        </tandem-composer>
        <Show
          when={() => chat.isReplying.value}
          fallback={
            <IconButton
              type="submit"
              icon="arrow-up"
              label="Send"
              tone="brand"
              appearance="filled"
              disabled={cannotSend}
            />
          }
        >
          <IconButton icon="stop-fill" label="Stop" tone="neutral" appearance="filled" onClick={() => chat.stop()} />
        </Show>
      </div>
    </form>
  );
}

function Attach({ list, disabled }: { list: Signal<UploadList>; disabled: () => boolean }): Child {
  const id = freshId("attach");
  const { types, maxCount } = list.peek().rules;
  const take = () => {
    const session = currentSession();
    list
      .peek()
      .takeFrom(id)
      .catch((error: unknown) => session.reportError(error, undefined, "an upload"));
  };
  return (
    <span class="tandem-attach">
      <input
        type="file"
        id={id}
        aria-label="Attach files"
        title="Attach files"
        accept={types.join(",")}
        multiple={maxCount > 1}
        disabled={disabled}
        onChange={take}
      />
      <Icon name="paperclip" />
    </span>
  );
}

/** What is attached, and how far it has come. */
function Chips({ list, ...rest }: { list: UploadList; files: ChatFiles; disabled: () => boolean }): Child {
  return (
    <Show when={() => list.value.length > 0}>
      <ul class="tandem-chips" aria-label="Attached">
        <For each={() => list.value}>{(upload) => <Chip upload={upload} list={list} {...rest} />}</For>
      </ul>
    </Show>
  );
}

interface ChipProps {
  upload: Upload;
  list: UploadList;
  files: ChatFiles;
  disabled: () => boolean;
}

function Chip({ upload, list, files, disabled }: ChipProps): Child {
  const { name, size, received, state, error, file } = upload;
  const isOpen = () => state.value === "waiting" || state.value === "receiving";
  return (
    <li class={() => `tandem-chip tandem-chip-${state.value}`}>
      {() => (file.value === undefined ? <Icon name="file-earmark" /> : <Picture url={files.urlOf(file.value)} />)}
      <span class="tandem-chip-name">{name}</span>
      <span class="tandem-chip-size" role={() => (error.value === undefined ? undefined : "alert")}>
        {() => error.value?.message ?? sizeText(size)}
      </span>
      <Show when={isOpen}>
        <progress
          class="tandem-progress"
          aria-label={`${name} arrives`}
          max={Math.max(1, size)}
          value={() => received.value}
        />
      </Show>
      <IconButton
        icon="x-lg"
        label={`Remove ${name}`}
        size="small"
        disabled={disabled}
        onClick={() => list.remove(upload)}
      />
    </li>
  );
}

const Picture = ({ url }: { url: string | undefined }): Child =>
  url === undefined ? <Icon name="file-earmark" /> : <img src={url} alt="" />;
