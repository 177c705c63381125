import type { FileInfo } from "../../session/uploads/file-info.ts";
import { uploadList, type UploadList } from "../../session/uploads/upload-list.ts";
import { effect } from "../../reactive/effect.ts";
import { untracked } from "../../reactive/graph.ts";
import { command } from "../../view/commands.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";
import { ref } from "../../view/ref.ts";
import { controlProps, FieldFrame } from "../base/field-frame.tsx";
import type { FieldProps } from "../base/field-props.ts";
import { InputState } from "../base/input-state.ts";
import { MESSAGES } from "../base/messages.ts";
import { hintFor, reportFailure, UploadRows } from "../upload-area.tsx";

export interface FileInputProps extends Omit<FieldProps<FileInfo[]>, "readonly" | "value"> {
  /** Extensions (`"pdf"`) and media types (`"image/*"`), checked by what is in the files; any unless told. */
  types?: readonly string[];
  /** Largest file in bytes. */
  maxSize?: number;
  /** Most files; 1 unless told, and then another takes its place. */
  maxCount?: number;
  /** What stands in the place to drop files onto. */
  prompt?: Live<string>;
  /** Made with `uploadList(…)`, to keep files beyond the input; types, sizes and count are then its own. */
  uploads?: UploadList;
}

/**
 * A place to choose files or drop them onto, as a field.
 *
 * @example
 * ```tsx
 * import { signal, type FileInfo } from "tandem";
 * import { FileInput } from "tandem/ui";
 *
 * export default function Application() {
 *   const papers = signal<FileInfo[]>([]);
 *   return (
 *     <main>
 *       <FileInput label="Papers" bind={papers} types={["pdf"]} maxSize={5_000_000} maxCount={3} required />
 *       <p>{() => papers.value.map(({ name }) => name).join(", ")}</p>
 *     </main>
 *   );
 * }
 * ```
 *
 * `bind` holds the files that have arrived. Sizes, types and count are checked on the server. A form waits with its
 * submission until they are there. From Shiny's `input_file`, PyWebIO's `file_upload` and Rio's `FilePickerArea`.
 */
export function FileInput(props: FileInputProps): Child {
  const files = props.uploads ?? uploadsFor(props);
  const { maxCount } = files.rules;
  const state = new FileState(props, files);
  followBoth(state, { files, onChange: props.onChange });
  state.followUploads();
  const drop = ref();
  const over = "tandem-drop-over";
  const take = () => {
    if (maxCount === 1) files.clear();
    return reportFailure(files.takeFrom(state.id));
  };
  return (
    <FieldFrame state={state} props={props}>
      <div class="tandem-upload">
        <div class="tandem-drop" ref={drop}>
          <input
            {...controlProps(state, props, ["hint"])}
            type="file"
            accept={files.rules.types.join(",")}
            multiple={maxCount > 1}
            onChange={() => void take()}
            onDragEnter={command.addClass(over, drop)}
            onDragLeave={command.removeClass(over, drop)}
            onDrop={command.removeClass(over, drop)}
          />
          <span class="tandem-drop-prompt" aria-hidden="true">
            {() => readLive(props.prompt) ?? (maxCount === 1 ? "Choose a file" : "Choose files")}
          </span>
          <small id={`${state.id}-hint`}>{hintFor(files.rules)}</small>
        </div>
        <UploadRows files={files} disabled={props.disabled} />
      </div>
    </FieldFrame>
  );
}

const uploadsFor = ({ types, maxSize, maxCount = 1 }: FileInputProps): UploadList =>
  uploadList({
    ...(types === undefined ? {} : { types }),
    ...(maxSize === undefined ? {} : { maxSize }),
    maxCount,
  });

class FileState extends InputState<FileInfo[]> {
  readonly #files: UploadList;

  constructor(props: FileInputProps, files: UploadList) {
    super(props, {
      initial: [],
      isEmpty: (arrived) => arrived.length === 0,
      requiredMessage: files.rules.maxCount === 1 ? MESSAGES.file : MESSAGES.files,
    });
    this.#files = files;
  }

  /** A form waits until the files are there, and goes without none that a person meant to give. */
  override problem(): string | undefined {
    return untracked(() => this.#problemOfUploads()) ?? super.problem();
  }

  /** What is said of uploads ends with them. */
  followUploads(): void {
    const { problem } = this.field;
    effect(() => {
      const found = this.#problemOfUploads();
      const said = problem.peek();
      if (said === MESSAGES.arriving || said === MESSAGES.notTaken) problem.value = found;
    });
  }

  #problemOfUploads(): string | undefined {
    if (this.#files.isBusy) return MESSAGES.arriving;
    return this.#files.value.some(({ state }) => state.value === "failed") ? MESSAGES.notTaken : undefined;
  }
}

/** What arrives is entered, and what is taken away is gone; what the app takes out of the value is discarded. */
function followBoth(
  state: FileState,
  { files, onChange }: { files: UploadList } & Pick<FileInputProps, "onChange">,
): void {
  const { value } = state.field;
  let before: readonly FileInfo[] = [];
  effect(() => {
    const arrived = [...files.files];
    if (isSame(arrived, before)) return;
    before = arrived;
    untracked(() => {
      if (isSame(arrived, value.peek())) return;
      // Also where it is required: there is no file that could be kept.
      state.take(arrived);
      state.leave();
      void onChange?.(arrived);
    });
  });
  state.onNews((now) => {
    for (const upload of untracked(() => files.value)) {
      const file = upload.file.peek();
      if (file !== undefined && !now.includes(file)) files.remove(upload);
    }
  });
}

const isSame = (one: readonly FileInfo[], other: readonly FileInfo[]): boolean =>
  one.length === other.length && one.every((file, index) => file === other[index]);
