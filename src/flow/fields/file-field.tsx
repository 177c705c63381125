import { effect } from "../../reactive/effect.ts";
import type { FileInfo } from "../../session/uploads/file-info.ts";
import { uploadList, type UploadList } from "../../session/uploads/upload-list.ts";
import type { UploadOptions } from "../../session/uploads/upload-rules.ts";
import { FieldGroup } from "../../ui/base/field-frame.tsx";
import { InputState } from "../../ui/base/input-state.ts";
import { UploadArea } from "../../ui/upload-area.tsx";
import type { Child, Live } from "../../view/node.ts";
import { checkFieldOptions } from "./field-options.ts";
import { AskedField, type ControlProps, type FieldOptions, type FormField } from "./form-field.tsx";
import type { EmptyUnless } from "./results.ts";

type OwnOptions<T, Filled, Required extends boolean, Out> = Omit<
  FieldOptions<T, Filled, Required, Out>,
  "value" | "readonly"
>;

/** What a file that is asked for must be. */
export interface FileFieldOptions<Required extends boolean = boolean, Out = unknown>
  extends OwnOptions<FileInfo | null, FileInfo, Required, Out>, Pick<UploadOptions, "types" | "maxSize"> {
  multiple?: false;
}

/** What files that are asked for must be. */
export interface FilesFieldOptions<Out = unknown>
  extends OwnOptions<readonly FileInfo[], readonly FileInfo[], boolean, Out>, UploadOptions {
  multiple: true;
}

type Given = FileFieldOptions | FilesFieldOptions;

const ON_ITS_WAY = "Please wait until all of it has arrived.";

/** A field for a file, or with `multiple` for several. Types, sizes and how many are checked on the server. */
export function fileField<Out = readonly FileInfo[]>(
  label: Live<string>,
  options: FilesFieldOptions<Out>,
): FormField<readonly FileInfo[], Out>;
export function fileField<Required extends boolean = true, Out = FileInfo>(
  label: Live<string>,
  options?: FileFieldOptions<Required, Out>,
): FormField<FileInfo | null, Out | EmptyUnless<Required, null>>;
export function fileField(label: Live<string>, options: Given = {}): FormField<never, never> {
  checkFieldOptions("field.file()", options, ["types", "maxSize", "maxCount", "multiple"]);
  const { types, maxSize } = options;
  const multiple = options.multiple === true;
  const maxCount = options.multiple === true ? options.maxCount : 1;
  let list: UploadList | undefined;
  const uploads = () => (list ??= uploadList({ types, maxSize, maxCount }));
  const made = new AskedField<unknown>(label, options as FieldOptions<unknown>, {
    initial: multiple ? [] : null,
    isEmpty: (value) => value === null || (value as readonly FileInfo[]).length === 0,
    check: () => (list?.isBusy ? ON_ITS_WAY : undefined),
    render: (props) => <FileControl props={props} uploads={uploads()} multiple={multiple} />,
    discard: () => list?.clear(),
  });
  return made as unknown as FormField<never, never>;
}

interface FileControlProps {
  props: ControlProps<unknown>;
  uploads: UploadList;
  multiple: boolean;
}

/** What has arrived is the value; what is still on its way is waited for. */
function FileControl({ props, uploads, multiple }: FileControlProps): Child {
  const state = new InputState<unknown>(props, {
    initial: null,
    isEmpty: (value) => value === null || (value as readonly FileInfo[]).length === 0,
    check: () => (uploads.isBusy ? ON_ITS_WAY : undefined),
  });
  effect(() => {
    const files = uploads.files;
    const value = multiple ? files : (files[0] ?? null);
    if (!isSame(state.field.value.peek(), value)) state.enter(value, { isDone: false });
  });
  return (
    <FieldGroup state={state} props={props}>
      <UploadArea files={uploads} label={multiple ? "Choose files" : "Choose a file"} disabled={props.disabled} />
    </FieldGroup>
  );
}

const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((each, index) => each === other[index])
    : one === other;
