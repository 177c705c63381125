import { field, type FormField } from "tandem/flow";
import { findPolicy, type Policy } from "./policies.ts";

/** Everything that a claim asks for. Made once, so that whoever goes back finds what they had entered. */
export function makeQuestions(today: string) {
  let policy: Policy | undefined;

  const number = field.text("Policy number", {
    placeholder: "TB-0000",
    pattern: /TB-\d{4}/i,
    patternMessage: "Two letters and four digits, as in TB-1001.",
    help: "At the top of your policy. To try this, use TB-1001.",
    validate: async (value) => {
      policy = await findPolicy(value);
      return policy ? undefined : "There is no policy of that number.";
    },
  });
  const email = field.email("E-mail", {
    autocomplete: "email",
    help: "Where we write to about this claim.",
  });

  const kind = field.radio("What happened?", [
    {
      value: "theft",
      label: "It was stolen",
      help: "All of it, or a part",
    },
    {
      value: "damage",
      label: "It was damaged",
      help: "In a crash, a fall, or by somebody else",
    },
    {
      value: "injury",
      label: "Somebody was hurt",
      help: "You, or somebody else",
    },
  ]);
  const day = field.date("When?", {
    max: today,
    validate: (value) => {
      if (!policy || (value >= policy.from && value <= policy.until)) return;
      return `Your policy is valid from ${policy.from} to ${policy.until}.`;
    },
  });
  const place = field.text("Where?", { placeholder: "Street and town" });
  const story = field.textarea("In your own words", {
    rows: 3,
    autoGrow: true,
    minLength: 10,
    maxLength: 600,
    showCount: true,
  });

  const lock = field.select("How was it locked?", [
    "To something that stays where it is",
    "Only to itself",
    "Not at all",
  ]);
  const report = field.text("Number of the police report", {
    help: "The police give you one when you report the theft.",
    validate: (value) =>
      /\d{4,}/.test(value) ? undefined : "It has at least four digits.",
  });

  const parts = field.checkboxes(
    "What is damaged?",
    ["Frame", "Fork", "Wheels", "Brakes", "Lights", "Motor or battery"],
    { required: true, orientation: "horizontal" },
  );
  const cost: FormField<number | null, number> = field.number(
    "What will the repair cost?",
    {
      min: 1,
      max: 10_000,
      suffix: "€",
      help: () =>
        (cost.value ?? 0) > 1_000
          ? "Over 1,000 € we need an offer of a workshop; please send it by e-mail."
          : "As far as you know.",
    },
  );
  const photos = field.file("Photos", {
    multiple: true,
    required: false,
    types: ["jpg", "png", "webp"],
    maxSize: 5_000_000,
    maxCount: 4,
  });

  const person = field.radio("Who was hurt?", ["I was", "Somebody else"]);
  const seen = field.switch("A doctor has seen it");
  const doctor = field.text("Name of the doctor or clinic", {
    when: () => seen.value,
  });

  return {
    policy: { number, email },
    incident: { kind, day, place, story },
    theft: { lock, report },
    damage: { parts, cost, photos },
    injury: { person, seen, doctor },
    /** Of the number that was found last. */
    foundPolicy: () => policy,
  };
}

export type Questions = ReturnType<typeof makeQuestions>;
export type Kind = "theft" | "damage" | "injury";
