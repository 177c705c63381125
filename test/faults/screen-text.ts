import type { Session } from "../../src/session/session.ts";
import { ModelDocument } from "./model-document.ts";
import { withoutIds } from "./reference-model.ts";

/** A session's HTML, in the one form in which screens are compared. */
export const screenText = (session: Session): string => withoutIds(new ModelDocument(session.firstPaint()).toString());
