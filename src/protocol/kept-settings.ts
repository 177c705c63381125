/** Longest text of all fields of a section together, in UTF-16 units; what browsers keep is shared by all apps of an origin. */
export const MAX_SECTION_LENGTH = 16_384;

/** Before the name of a section: the cookie in which pages repeat a small one, so that the next first paint knows it. */
export const SETTINGS_COOKIE = "tandem-settings.";
