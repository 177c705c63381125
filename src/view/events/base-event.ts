import type { User } from "../../core/register.ts";

/** The client whose person acted: one session may have several. */
export interface ActingClient {
  readonly id: number;
  /** Who that is, as the app's `authenticate` says: whoever opened the session, or joined it. */
  readonly user?: User | undefined;
}

/** What every event has. */
export interface BaseEvent {
  /** The DOM's name: `click`, `keydown`, … */
  readonly type: string;
  /** Who acted. */
  readonly client: ActingClient;
}

/** Which modifier keys were down. */
export interface Modifiers {
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}
