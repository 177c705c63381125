import { app } from "tandem";
import { ask, conversation, show } from "tandem/flow";
import { KeyValues } from "tandem/ui";

const SIZES = ["Small", "Medium", "Large"] as const;

/** Runs from top to bottom, once for each visitor: it asks, waits, and goes on with the answer. */
const order = conversation(async () => {
  show(<h1>Order a bell</h1>);
  const name = await ask.text("Your name?", { maxLength: 60 });
  const size = await ask.radio("Which size?", SIZES);
  const count = await ask.number("How many?", { value: 1, min: 1, max: 99, integer: true });
  show(<KeyValues items={{ For: name, Bells: `${count} × ${size.toLowerCase()}` }} />);
  if (await ask.confirm("Order this?")) show(<p>Thank you, {name}. It is on its way.</p>);
  else show(<p>Nothing was ordered.</p>);
});

export default app(order, { title: "Order a bell", lang: "en" });
