/** `tandem/testing`: apps run in a test, browser and all. */

export { mount, type MountedApp } from "./mount.ts";
export type { MountOptions } from "./mount-options.ts";
export type { BrowserWindow, Page } from "./page.ts";
export type { Network } from "./network.ts";
export type { TestDownload } from "./page-downloads.ts";
export type { Direction } from "./line.ts";
export type { FrameDown, FrameUp, RecordedFrames } from "./recorded-frames.ts";
export type { ReportedError } from "./reported-errors.ts";
export type { ScreenQueries, WaitOptions } from "./screen-queries.ts";
export type { AppClock } from "./test-clock.ts";
