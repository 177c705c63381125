import { signal } from "tandem";
import { Rating } from "tandem/ui";
import { entry } from "../entry.ts";

export default entry({
  from: import.meta.url,
  title: "Rating",
  widgets: ["Rating"],
  states: {
    Normal: () => <Rating label="How was it?" />,
    Filled: () => <Rating label="How was it?" value={4} help="Five is best." />,
    Bound: () => {
      const stars = signal(3);
      return [<Rating label="How was it?" bind={stars} />, <p>{stars} of 5</p>];
    },
    "Half stars": () => <Rating label="How was it?" half value={3.5} />,
    "Of ten": () => <Rating label="How was it?" max={10} value={7} size="small" />,
    Required: () => <Rating label="How was it?" required />,
    Wrong: () => <Rating label="How was it?" value={1} error="We cannot believe that." />,
    Disabled: () => <Rating label="How was it?" value={2} disabled />,
    "Read only": () => <Rating label="How it was" value={4} readonly />,
    Sizes: () => [<Rating label="Small" value={3} size="small" />, <Rating label="Large" value={3} size="large" />],
  },
});
