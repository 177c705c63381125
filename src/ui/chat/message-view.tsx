import { signal, type Signal } from "../../reactive/signal.ts";
import { currentSession } from "../../session/current.ts";
import { copyText } from "../base/copy-text.ts";
import { sizeText } from "../../session/uploads/file-size.ts";
import type { FileInfo } from "../../session/uploads/file-info.ts";
import { Show } from "../../view/flow/show.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { ref } from "../../view/ref.ts";
import { Button } from "../buttons/button.tsx";
import { IconButton } from "../buttons/icon-button.tsx";
import { Avatar } from "../content/avatar.tsx";
import { shownText } from "../content/error-state.tsx";
import { Markdown } from "../content/markdown/markdown.tsx";
import { Icon } from "../icons/icon.tsx";
import type { ChatFiles } from "./chat-files.ts";
import type { ChatEntry } from "./chat-message.ts";
import type { ChatThread } from "./chat-thread.ts";

export interface MessageViewProps {
  entry: ChatEntry;
  chat: ChatThread;
  files: ChatFiles | undefined;
  /** What those who say it are called. */
  names: { readonly user: string; readonly assistant: string };
  /** Whether it is the last one of its role. */
  isLast: () => boolean;
  /** Whether nothing can be said. */
  disabled: Live<boolean>;
}

/** One message: who says it, what, and what can be done with it. */
export function MessageView(props: MessageViewProps): Child {
  const { entry, names } = props;
  if (entry.role === "system") return <li class="tandem-message tandem-message-system">{entry.text}</li>;
  const name = entry.author ?? names[entry.role];
  const isEditing = signal(false);
  return (
    <li class={() => `tandem-message tandem-message-${entry.role} tandem-message-${entry.state.value}`}>
      <Avatar name={name} size="small" decorative />
      <div class="tandem-message-main">
        <p class="tandem-message-head">
          <b>{name}</b> <MessageTime time={entry.time} />
        </p>
        <Show when={() => isEditing.value} fallback={<Body {...props} />}>
          <Editor {...props} isEditing={isEditing} />
        </Show>
        <Show when={() => !isEditing.value && entry.state.value !== "coming"}>
          <Actions {...props} edit={() => void (isEditing.value = true)} />
        </Show>
      </div>
    </li>
  );
}

function MessageTime({ time }: { time: number }): Child {
  const date = new Date(time);
  const { timezone } = currentSession().info;
  return (
    <time
      datetime={date.toISOString()}
      title={date.toLocaleString("en-GB", { timeZone: timezone, dateStyle: "full", timeStyle: "short" })}
    >
      {date.toLocaleTimeString("en-GB", { timeZone: timezone, timeStyle: "short" })}
    </time>
  );
}

function Body({ entry, files }: MessageViewProps): Child {
  const { text, state } = entry;
  return (
    <>
      {entry.attachments.length === 0 ? null : <Attached attachments={entry.attachments} files={files} />}
      {entry.fileNames.length === 0 ? null : <NoLongerThere names={entry.fileNames} />}
      {entry.role === "user" ? (
        <p class="tandem-message-text">{text}</p>
      ) : (
        <Markdown
          text={state.peek() === "coming" ? text : text.peek()}
          headingLevel={3}
          class="tandem-message-markdown"
        />
      )}
      <Show when={() => state.value === "coming" && text.value === ""}>
        <span class="tandem-typing" role="img" aria-label="Answering">
          <span /> <span /> <span />
        </span>
      </Show>
      <Show when={() => state.value === "stopped"}>
        <p class="tandem-message-note">Stopped.</p>
      </Show>
      <Show when={() => state.value === "failed"}>
        <p class="tandem-message-note tandem-message-error">
          <Icon name="exclamation-triangle-fill" /> {() => failureText(entry)}
        </p>
      </Show>
    </>
  );
}

export const failureText = ({ error, errorId }: ChatEntry): string =>
  shownText(error.value) ?? `The answer failed. Quote ${errorId.value} to report it.`;

function Attached({ attachments, files }: { attachments: readonly FileInfo[]; files: ChatFiles | undefined }): Child {
  return (
    <ul class="tandem-chips" aria-label="Attached">
      {attachments.map((file) => {
        const url = files?.urlOf(file);
        if (url !== undefined)
          return (
            <li class="tandem-attached-picture">
              <img src={url} alt={file.name} loading="lazy" />
            </li>
          );
        return (
          <li class="tandem-chip">
            <Icon name="file-earmark" />
            <span class="tandem-chip-name">{file.name}</span>
            <span class="tandem-chip-size">{sizeText(file.sizeInBytes)}</span>
          </li>
        );
      })}
    </ul>
  );
}

const NoLongerThere = ({ names }: { names: readonly string[] }): Child => (
  <ul class="tandem-chips" aria-label="Was attached">
    {names.map((name) => (
      <li class="tandem-chip">
        <Icon name="file-earmark" />
        <span class="tandem-chip-name">{name}</span>
      </li>
    ))}
  </ul>
);

function Actions({ entry, chat, isLast, disabled, edit }: MessageViewProps & { edit: () => void }): Child {
  const canAgain = () => isLast() && !chat.isReplying.value;
  return (
    <div class="tandem-message-actions">
      <IconButton icon="copy" label="Copy" size="small" onClick={() => copy(entry)} />
      <Show when={canAgain}>
        {entry.role === "user" ? (
          <IconButton icon="pencil" label="Edit" size="small" disabled={disabled} onClick={edit} />
        ) : (
          <IconButton
            icon="arrow-clockwise"
            label="Answer again"
            size="small"
            disabled={disabled}
            onClick={() => chat.retry()}
          />
        )}
      </Show>
    </div>
  );
}

function Editor({ entry, chat, disabled, isEditing }: MessageViewProps & { isEditing: Signal<boolean> }): Child {
  const draft = signal(entry.text.peek());
  const field = ref();
  field.focus();
  const save = () => {
    if (!readLive(disabled) && chat.editLast(draft.peek())) isEditing.value = false;
  };
  return (
    <form class="tandem-message-editor" onSubmit={save}>
      <tandem-composer>
        <textarea
          class="tandem-input"
          data-grow=""
          aria-label="Your message"
          maxlength={chat.maxLength}
          disabled={disabled}
          bind={draft}
          ref={field}
        />
      </tandem-composer>
      <div class="tandem-message-editor-foot">
        <Button size="small" appearance="plain" onClick={() => void (isEditing.value = false)}>
          Cancel
        </Button>
        <Button size="small" tone="brand" type="submit" disabled={disabled}>
          Send
        </Button>
      </div>
    </form>
  );
}

const copy = ({ text }: ChatEntry): Promise<void> =>
  copyText(text.peek(), "The browser does not let this page copy. Select the text instead.");
