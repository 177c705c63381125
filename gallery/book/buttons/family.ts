import type { BookFamily } from "../entry.ts";
import busyButton from "./busy-button.tsx";
import button from "./button.tsx";
import buttonGroup from "./button-group.tsx";
import icon from "./icon.tsx";
import iconButton from "./icon-button.tsx";
import linkButton from "./link-button.tsx";

export const buttons: BookFamily = {
  path: "buttons",
  title: "Buttons",
  entries: [button, iconButton, linkButton, busyButton, buttonGroup, icon],
};
