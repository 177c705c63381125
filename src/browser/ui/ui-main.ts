/** What pages with widgets load: what native controls and our own elements need besides their markup. */
import { startArrowKeys } from "./behaviour/arrow-keys.ts";
import { startExpanding } from "./behaviour/expanding.ts";
import { startMenus } from "./behaviour/menus.ts";
import { startPopups } from "./behaviour/popups.ts";
import { startSplits } from "./behaviour/split.ts";
import { startTooltips } from "./behaviour/tooltips.ts";
import "./content/composer-element.ts";
import "./content/copy-buttons.ts";
import "./content/follow-element.ts";
import "./content/log-element.ts";
import "./content/tree-element.ts";
import "./inputs.ts";
import "./kept-focus.ts";
import "./picker-element.ts";
import "./range-element.ts";
import "./tags-element.ts";

startArrowKeys(document);
startExpanding(document);
startMenus(document);
startPopups(document);
startSplits(document);
startTooltips(document);
