import { For } from "../../view/flow/for.ts";
import { readLive } from "../../view/live.ts";
import type { Child, Live } from "../../view/node.ts";

/** What a browser offers while a control is filled in. */
export function Suggestions({ id, texts }: { id: string; texts: Live<readonly string[]> }): Child {
  return (
    <datalist id={id}>
      <For each={() => [...new Set(readLive(texts))]}>{(text) => <option value={text} />}</For>
    </datalist>
  );
}
