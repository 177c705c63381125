/** Texts to begin with. */
export const SAMPLES: Readonly<Record<string, string>> = {
  "All there is": `# All there is

A paragraph with **bold**, *italic*, ~~struck~~ and \`code\`, and a [link](https://commonmark.org).

## Lists

1. First
2. Second
   - nested
   - and on

- [x] Write it
- [ ] Read it again

## Tables

| Bell | Tone | Weight |
|:-----|:----:|-------:|
| Emmanuel | F♯ | 13 t |
| Great Tom | A | 6 t |
| Bourdon | E | 8 t |

## Code

\`\`\`ts
export function ring(times: number): string {
  return "dong ".repeat(times).trimEnd();
}
\`\`\`

> What is quoted may have **everything** in it, too.

---

HTML is only text: <b>not bold</b>, <script>alert("no")</script>.
`,
  "Meeting notes": `# Weekly, 12 March

**There:** Ada, Bo, Cy

## What was decided

1. The bells ring at *eight*, not at seven.
2. Bo asks the founder for a price.

## To do

- [x] Oil the clapper
- [ ] Paint the frame
- [ ] Write to the neighbours
`,
  "Read me": `# bellringer

Rings bells by the hour.

\`\`\`sh
npm install bellringer
\`\`\`

| Option | | Unless told |
|---|---|---|
| \`tone\` | which bell | \`"e"\` |
| \`times\` | how often | the hour |

Licence: MIT.
`,
  Nothing: "",
};
