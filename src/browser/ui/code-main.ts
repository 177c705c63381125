/** What pages with a CodeInput load: CodeMirror, and the element `<tandem-code-editor>`. */
import { CodeEditorElement } from "./code/code-editor-element.ts";

if (!customElements.get("tandem-code-editor")) customElements.define("tandem-code-editor", CodeEditorElement);
