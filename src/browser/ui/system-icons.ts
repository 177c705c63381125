import check from "bootstrap-icons/icons/check-lg.svg";
import chevronDown from "bootstrap-icons/icons/chevron-down.svg";
import chevronLeft from "bootstrap-icons/icons/chevron-left.svg";
import chevronRight from "bootstrap-icons/icons/chevron-right.svg";
import circleFill from "bootstrap-icons/icons/circle-fill.svg";
import clock from "bootstrap-icons/icons/clock.svg";
import copy from "bootstrap-icons/icons/copy.svg";
import dash from "bootstrap-icons/icons/dash-lg.svg";
import eye from "bootstrap-icons/icons/eye.svg";
import eyeSlash from "bootstrap-icons/icons/eye-slash.svg";
import eyedropper from "bootstrap-icons/icons/eyedropper.svg";
import grip from "bootstrap-icons/icons/grip-vertical.svg";
import plus from "bootstrap-icons/icons/plus-lg.svg";
import question from "bootstrap-icons/icons/question-circle.svg";
import star from "bootstrap-icons/icons/star.svg";
import starFill from "bootstrap-icons/icons/star-fill.svg";
import dots from "bootstrap-icons/icons/three-dots.svg";
import close from "bootstrap-icons/icons/x-lg.svg";
import closeCircle from "bootstrap-icons/icons/x-circle-fill.svg";

/** What Web Awesome's components call the icons they are drawn with, and ours for them: the text of an SVG file. */
const SYSTEM_ICONS: Readonly<Record<string, string>> = {
  check,
  circle: circleFill,
  "chevron-down": chevronDown,
  "chevron-left": chevronLeft,
  "chevron-right": chevronRight,
  "circle-xmark": closeCircle,
  clock,
  copy,
  ellipsis: dots,
  eye,
  "eye-slash": eyeSlash,
  eyedropper,
  "grip-vertical": grip,
  indeterminate: dash,
  minus: dash,
  plus,
  star: starFill,
  "star regular": star,
  xmark: close,
};

/** The shapes an icon is drawn of. */
export function shapesOfIcon(name: string, variant: string): string[] {
  const text = SYSTEM_ICONS[`${name} ${variant}`] ?? SYSTEM_ICONS[name] ?? question;
  return [...text.matchAll(/ d="([^"]+)"/g)].map((match) => match[1]!);
}
