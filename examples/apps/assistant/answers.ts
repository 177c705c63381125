import { calculate } from "./calculate.ts";

interface Topic {
  readonly asks: RegExp;
  readonly answer: string;
}

const TOPICS: readonly Topic[] = [
  {
    asks: /\b(what can you|help|who are you|how do you work)\b/i,
    answer: `I am a **small model that runs on this server**, and I know a few things by heart:

- sums, such as \`12 * (7 + 5)\`
- a table of the planets
- how to write a counter in Tandem
- what is in the files that you attach: texts, tables, JSON and pictures

Stop me while I speak, have me *answer again*, or edit what you asked.`,
  },
  {
    asks: /\b(planet|planets|solar)\b/i,
    answer: `Here are the planets, from the sun outwards:

| Planet | Diameter (km) | Day | Moons |
|:--|--:|--:|--:|
| Mercury | 4,879 | 176 d | 0 |
| Venus | 12,104 | 117 d | 0 |
| Earth | 12,756 | 24 h | 1 |
| Mars | 6,792 | 24.7 h | 2 |
| Jupiter | 142,984 | 9.9 h | 97 |
| Saturn | 120,536 | 10.7 h | 274 |
| Uranus | 51,118 | 17.2 h | 28 |
| Neptune | 49,528 | 16.1 h | 16 |

> A *day* here is from one noon to the next.`,
  },
  {
    asks: /\b(code|counter|tandem|example|program)\b/i,
    answer: `A counter is a signal, and a button that changes it:

\`\`\`tsx
import { signal } from "tandem";

export default function Counter() {
  const clicks = signal(0); // lives on the server
  return <button onClick={() => clicks.value++}>Clicked {clicks} times</button>;
}
\`\`\`

1. The component runs **once**, in the session.
2. A click runs the handler there.
3. Only the number is sent back.`,
  },
  {
    asks: /\b(hello|hi|hey|good (morning|evening|day))\b/i,
    answer: "Hello! Ask me something, or attach a file for me to read.",
  },
  { asks: /\b(thanks|thank you)\b/i, answer: "You are welcome." },
];

const OTHERWISE =
  "I am a very small model, and that is beyond me. Ask *what can you do?* to see what I know, or attach a file.";

/** What there is to say to a question: always the same to the same one. */
export function answerTo(question: string): string {
  const sum = calculate(question);
  if (sum !== undefined)
    return `\`${sum.text}\` is **${sum.result.toLocaleString("en", { maximumFractionDigits: 10 })}**.`;
  return TOPICS.find(({ asks }) => asks.test(question))?.answer ?? OTHERWISE;
}
