declare const command: unique symbol;

/**
 * Something the browser does by itself on an event, without a round trip: toggle, show, hide, add a class,
 * focus, open a dialog. Made by `commands.*`, and opaque.
 */
export interface Command {
  readonly [command]: true;
}
