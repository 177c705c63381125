import type { LazyFileContents } from "../session/downloads/file-contents.ts";
import { currentSession } from "../session/current.ts";
import { untracked } from "../reactive/graph.ts";
import { readLive } from "../view/live.ts";
import type { Child, Live } from "../view/node.ts";
import type { ButtonProps } from "../view/jsx/form-props.ts";

export interface DownloadButtonProps extends Omit<ButtonProps, "type" | "onClick"> {
  /** The name to save under; read at each click. */
  fileName: Live<string>;
  /** What `session.saveFile` takes; a function is called when the browser comes for the file. */
  content: LazyFileContents;
  /** Such as `"text/csv"`; by the name's extension unless told. */
  mediaType?: string;
}

/**
 * A button that downloads a file.
 *
 * @example
 * ```tsx
 * import { DownloadButton, signal } from "tandem";
 *
 * export function Report() {
 *   const city = signal("Oslo");
 *   return (
 *     <DownloadButton fileName={() => `${city.value}.txt`} content={() => `It rains in ${city.value}.`}>
 *       Download the report
 *     </DownloadButton>
 *   );
 * }
 * ```
 *
 * Name and content are evaluated at each click. From Shiny's `download_button`, and here it can be disabled.
 */
export function DownloadButton({ fileName, content, mediaType, children, ...props }: DownloadButtonProps): Child {
  const save = () => {
    const options = mediaType === undefined ? {} : { mediaType };
    currentSession().saveFile(
      content,
      untracked(() => readLive(fileName)),
      options,
    );
  };
  return (
    <button type="button" {...props} onClick={save}>
      {children}
    </button>
  );
}
