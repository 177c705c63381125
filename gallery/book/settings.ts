import { UserSettings } from "tandem";

/** How a person looks at the book; their browser keeps it. */
export class BookSettings extends UserSettings {
  theme: "auto" | "light" | "dark" = "auto";
  isCompact = false;
  isMirrored = false;
}
