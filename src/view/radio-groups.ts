import type { PropertyBinding } from "./bindings/property-binding.ts";

/**
 * The radio buttons of a screen by group, which is a name or the signal they bind. Choosing one takes the mark off
 * another in the browser by itself.
 */
export class RadioGroups {
  readonly #groups = new Map<unknown, Set<PropertyBinding>>();

  /** Returns what to call at the button's end. */
  join(group: unknown, button: PropertyBinding): () => void {
    let buttons = this.#groups.get(group);
    if (buttons === undefined) this.#groups.set(group, (buttons = new Set()));
    buttons.add(button);
    return () => {
      buttons.delete(button);
      if (buttons.size === 0 && this.#groups.get(group) === buttons) this.#groups.delete(group);
    };
  }

  /** The person chose `chosen`: clients are told again of what was chosen before, as it may have to stay so. */
  choose(group: unknown, chosen: PropertyBinding): void {
    for (const button of this.#groups.get(group) ?? []) {
      if (button !== chosen && button.wire() === true) button.doubt();
    }
  }
}
