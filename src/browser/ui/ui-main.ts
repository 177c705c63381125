/**
 * What pages with widgets load: those of Web Awesome's components that stand for what no browser has as a control of
 * its own, and what native controls need besides.
 */
import { startArrowKeys } from "./behaviour/arrow-keys.ts";
import { startMenus } from "./behaviour/menus.ts";
import { startPopups } from "./behaviour/popups.ts";
import { startSplits } from "./behaviour/split.ts";
import { startTooltips } from "./behaviour/tooltips.ts";
import "./content/copy-buttons.ts";
import "./content/follow-element.ts";
import "./content/log-element.ts";
import "./content/tree-element.ts";
import "./icon-element.ts";
import "./inputs.ts";
import "./kept-focus.ts";
import "./range-element.ts";
import "./web-awesome.ts";

startArrowKeys(document);
startMenus(document);
startPopups(document);
startSplits(document);
startTooltips(document);
