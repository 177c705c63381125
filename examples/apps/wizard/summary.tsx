import { Button, Card, KeyValues } from "tandem/ui";
import type { Questions } from "./questions.ts";

export const KIND_NAMES = {
  theft: "Theft",
  damage: "Damage",
  injury: "Injury",
} as const;

/** What was answered, by section. */
export function sectionsOf(asked: Questions) {
  const { policy, incident, theft, damage, injury } = asked;
  const found = asked.foundPolicy();
  const kind = incident.kind.value ?? "theft";
  const details = {
    theft: {
      Lock: theft.lock.value,
      "Police report": theft.report.value,
    },
    damage: {
      Damaged: damage.parts.value.join(", "),
      "Repair costs": `${damage.cost.value} €`,
      Photos: photoText(damage.photos.value.length),
    },
    injury: {
      Hurt: injury.person.value === "I was" ? "The holder" : "Somebody else",
      Doctor: injury.seen.value ? injury.doctor.value : "None yet",
    },
  }[kind];
  return [
    {
      title: "Policy",
      facts: {
        Number: policy.number.value.toUpperCase(),
        Holder: found?.holder,
        Bicycle: found?.bicycle,
        "E-mail": policy.email.value,
      },
    },
    {
      title: "Incident",
      facts: {
        Kind: KIND_NAMES[kind],
        Date: incident.day.value,
        Place: incident.place.value,
        Story: incident.story.value,
      },
    },
    { title: "Details", facts: details },
  ];
}

const photoText = (count: number) =>
  count === 0 ? "None" : `${count} attached`;

interface SummaryProps {
  asked: Questions;
  /** Called with the step to go back to; without it nothing can be changed. */
  onChange?: (step: number) => void;
}

export const Summary = ({ asked, onChange }: SummaryProps) => (
  <div class="claim-summary">
    {sectionsOf(asked).map(({ title, facts }, step) => (
      <Card
        title={title}
        actions={
          onChange && (
            <Button
              size="small"
              appearance="plain"
              aria-label={`Change: ${title}`}
              onClick={() => onChange(step)}
            >
              Change
            </Button>
          )
        }
      >
        <KeyValues items={facts} />
      </Card>
    ))}
  </div>
);

/** The same as plain text, to keep. */
export const summaryText = (asked: Questions, number: string): string =>
  [
    `Claim ${number}`,
    ...sectionsOf(asked).flatMap(({ title, facts }) => [
      "",
      title,
      ...Object.entries(facts).map(([name, value]) => `  ${name}: ${value}`),
    ]),
    "",
  ].join("\n");
