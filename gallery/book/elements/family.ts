import type { BookFamily } from "../entry.ts";
import carousel from "./carousel.tsx";
import comparison from "./comparison.tsx";
import qrCode from "./qr-code.tsx";

export const elements: BookFamily = {
  path: "elements",
  title: "Pictures",
  entries: [carousel, comparison, qrCode],
};
