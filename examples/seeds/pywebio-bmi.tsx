import { app } from "tandem";
import { ask, conversation, field, show } from "tandem/flow";

const CLASSES: readonly [below: number, name: string][] = [
  [16, "severely underweight"],
  [18.5, "underweight"],
  [25, "normal"],
  [30, "overweight"],
  [35, "moderately obese"],
  [Infinity, "severely obese"],
];

const bodyMassIndex = conversation(async () => {
  show(<h1>Body mass index</h1>);
  show("Two numbers, and what they come to. Nothing is kept.");
  do {
    const { height, weight } = await ask.form("About you", {
      height: field.number("Your height", { min: 50, max: 250, suffix: "cm" }),
      weight: field.number("Your weight", { min: 10, max: 300, suffix: "kg" }),
    });
    const index = weight / (height / 100) ** 2;
    const [, name] = CLASSES.find(([below]) => index < below)!;
    show(
      <p>
        {height} cm and {weight} kg: your index is <b>{index.toFixed(1)}</b>,
        which counts as {name}.
      </p>,
    );
  } while (await ask.confirm("Once more?"));
  show("Good-bye.");
});

export default app(bodyMassIndex, { title: "Body mass index", lang: "en" });
