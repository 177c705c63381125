import { For, signal } from "tandem";
import { Button, FollowEnd } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Follow end",
  widgets: ["FollowEnd"],
  states: {
    Normal: () => {
      const texts = signal(Array.from({ length: 20 }, (_, index) => `Message ${index}`));
      return [
        <div style={{ display: "grid", height: "10rem" }}>
          <FollowEnd label="Messages">
            <For each={texts}>{(text) => <p>{text}</p>}</For>
          </FollowEnd>
        </div>,
        <Button onClick={() => texts.update((all) => [...all, `Message ${all.length}`])}>Say something</Button>,
      ];
    },
  },
});
