/** What a dialog gives back: the type of the dialog that `build` takes, or the type argument. */
import { session } from "../../src/session/facade.ts";
import type { Dialog } from "../../src/session/dialogs/dialog.ts";
import { ref } from "../../src/view/ref.ts";
import { expectType, type Equal } from "./expect-type.ts";

const panel = ref<"section">();

// D14: from the type argument
const named = session.showCustomDialog<"vanilla" | "lemon">((dialog) => (
  <button onClick={() => dialog.close("lemon")}>Lemon</button>
));
const flavour = named.waitForClose();
expectType<Equal<typeof flavour, Promise<"vanilla" | "lemon" | undefined>>>();
// @ts-expect-error no such flavour
named.close("mint");

// D14: from what build takes
const Amount = (dialog: Dialog<number>) => <button onClick={() => dialog.close(1)}>One</button>;
const counted = session.showCustomDialog(Amount, { modal: false, owningComponent: panel });
expectType<Equal<typeof counted, Dialog<number>>>();
// @ts-expect-error text is no amount
counted.close("1");

// D14: without either there is no value
const plain = session.showCustomDialog(() => <p>Good day</p>);
plain.close();
const nothing = plain.waitForClose();
expectType<Equal<typeof nothing, Promise<undefined>>>();
// @ts-expect-error it has no value
plain.close(1);

// D13, D26: options
const answer = session.showYesNoDialog(<p>Sure?</p>, { default: false, yesColor: "danger" });
expectType<Equal<typeof answer, Promise<boolean | null>>>();
// @ts-expect-error no such option
session.showCustomDialog(() => null, { userClosable: false });
// @ts-expect-error no such colour
void session.showYesNoDialog("Sure?", { yesColor: "mauve" });
