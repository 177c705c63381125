import Bowser from "bowser";

/** What a browser says of itself. Any of it may be untrue. */
export interface UserAgent {
  /** The header as it came, cut after 1,024 characters; `""` when there was none. */
  readonly raw: string;
  /** Such as `{ family: "Firefox", version: "126.0" }`; `"Other"` and `""` when unknown. */
  readonly browser: Family;
  readonly os: Family;
  /** Such as `{ family: "Apple iPhone", brand: "Apple", model: "iPhone" }`. */
  readonly device: { readonly family: string; readonly brand: string; readonly model: string };
  readonly isMobile: boolean;
  readonly isTablet: boolean;
  /** A desk or lap computer. An iPad that asks for desktop pages says that it is one. */
  readonly isPc: boolean;
  readonly isTouchCapable: boolean;
  /** A crawler that says so. */
  readonly isBot: boolean;
}

export interface Family {
  readonly family: string;
  readonly version: string;
}

/** No browser's is half as long; what reads it takes longer the longer it is. */
const MAX_LENGTH = 1_024;

export function readUserAgent(header: string | undefined): UserAgent {
  const raw = (header ?? "").slice(0, MAX_LENGTH);
  // It throws for an empty one.
  const { browser, os, platform } = Bowser.parse(raw || "-");
  const { type, vendor = "", model = "" } = platform;
  const isMobile = type === "mobile";
  const isTablet = type === "tablet";
  return deepFreeze({
    raw,
    browser: familyOf(browser),
    os: familyOf(os),
    device: { family: [vendor, model].filter(Boolean).join(" ") || "Other", brand: vendor, model },
    isMobile,
    isTablet,
    isPc: type === "desktop",
    isTouchCapable: isMobile || isTablet || /\bTouch\b/.test(raw),
    isBot: type === "bot",
  });
}

/** Longer names are none: that is a header which only looks like a browser's. */
const MAX_NAME_LENGTH = 64;

function familyOf({ name = "", version = "" }: { name?: string; version?: string }): Family {
  const isKnown = name !== "" && name.length <= MAX_NAME_LENGTH && version.length <= MAX_NAME_LENGTH;
  return isKnown ? { family: name, version } : { family: "Other", version: "" };
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === "object") Object.freeze(part);
  return Object.freeze(value);
}
