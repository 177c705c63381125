import type { FileInfo } from "../../session/uploads/file-info.ts";
import { uploadList, type UploadList } from "../../session/uploads/upload-list.ts";
import type { UploadOptions } from "../../session/uploads/upload-rules.ts";
import { FileInput } from "../../ui/choices/file-input.tsx";
import type { Live } from "../../view/node.ts";
import { checkFieldOptions } from "./field-options.ts";
import { AskedField, type FieldOptions, type FormField } from "./form-field.tsx";
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

/** A field for a file, or with `multiple` for several. Types, sizes and how many are checked on the server. */
export function fileField<Out = readonly FileInfo[]>(
  label: Live<string>,
  options: FilesFieldOptions<Out>,
): FormField<readonly FileInfo[], NoInfer<Out>>;
export function fileField<Required extends boolean = true, Out = FileInfo>(
  label: Live<string>,
  options?: FileFieldOptions<Required, Out>,
): FormField<FileInfo | null, NoInfer<Out> | EmptyUnless<Required, null>>;
export function fileField(label: Live<string>, options: Given = {}): FormField<never, never> {
  checkFieldOptions("field.file()", options, ["types", "maxSize", "maxCount", "multiple"]);
  const { types, maxSize } = options;
  const multiple = options.multiple === true;
  const maxCount = options.multiple === true ? options.maxCount : 1;
  // Made once somebody asks, in their session, and kept for whoever goes back.
  let uploads: UploadList | undefined;
  const made = new AskedField<FileInfo[]>(label, options as FieldOptions<FileInfo[]>, {
    initial: [],
    isEmpty: (files) => files.length === 0,
    view: multiple ? undefined : ONE,
    render({ readonly: _, ...props }) {
      uploads ??= uploadList({ types, maxSize, maxCount });
      return <FileInput {...props} uploads={uploads} />;
    },
    discard: () => uploads?.clear(),
  });
  return made as unknown as FormField<never, never>;
}

/** A file in place of a list of one. */
const ONE = {
  of: ([file]: readonly FileInfo[]) => file ?? null,
  from: (file: unknown) => (file === null ? [] : [file as FileInfo]),
};
