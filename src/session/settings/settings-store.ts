/** Keeps settings where the browser does not: one for all sessions of a server. Keys name an app's section. */
export interface SettingsStore {
  /** Texts by field; whatever else it finds is for the reader to check. */
  read(key: string): Readonly<Record<string, unknown>>;
  /** Keeps texts, and forgets those that are `null`. Tells all who follow, but `writer`. */
  write(key: string, texts: Readonly<Record<string, string | null>>, writer: SettingsFollower): void;
  /** Calls `follower` with the key of each change that another one writes. Returns what stops that. */
  follow(follower: SettingsFollower): () => void;
}

export type SettingsFollower = (key: string) => void;
