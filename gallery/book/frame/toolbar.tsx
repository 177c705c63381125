import { Link } from "tandem";
import { Button } from "tandem/ui";
import type { BookSettings } from "../settings.ts";

const THEMES = ["auto", "light", "dark"] as const;

/** The book's name, and how to look at it. */
export function Toolbar({ settings }: { settings: BookSettings }) {
  return (
    <header class="book-toolbar">
      <Link class="book-name" to="/">
        Widget book
      </Link>
      <button class="tandem-button book-menu" data-size="small" popovertarget="book-contents">
        Widgets
      </button>
      <div class="book-looks">
        <fieldset class="tandem-segments">
          <legend class="tandem-unseen">Colours</legend>
          {THEMES.map((theme) => (
            <label class="tandem-segment">
              <input
                type="radio"
                name="theme"
                value={theme}
                checked={() => settings.theme === theme}
                onChange={() => void (settings.theme = theme)}
              />
              {theme}
            </label>
          ))}
        </fieldset>
        <Button
          size="small"
          appearance="plain"
          pressed={() => settings.isCompact}
          onClick={() => void (settings.isCompact = !settings.isCompact)}
        >
          Compact
        </Button>
        <Button
          size="small"
          appearance="plain"
          pressed={() => settings.isMirrored}
          onClick={() => void (settings.isMirrored = !settings.isMirrored)}
        >
          Right to left
        </Button>
      </div>
    </header>
  );
}
