import { Carousel } from "tandem/ui";
import { entry } from "../entry.ts";
import { hill } from "./pictures.ts";

export default entry({
  from: import.meta.url,
  title: "Carousel",
  widgets: ["Carousel"],
  states: {
    Normal: () => (
      <Carousel
        label="A day in the hills"
        slides={[
          <img src={hill("#8ec5ea", "#4f7f4b")} alt="A hill in the morning" />,
          <img src={hill("#f3b27a", "#6b5b45")} alt="The hill in the evening" />,
          <img src={hill("#27304d", "#1c2530")} alt="The hill at night" />,
        ]}
      />
    ),
    Around: () => <Carousel label="Words" loop aspectRatio="4 / 1" slides={[<p>First</p>, <p>Second</p>]} />,
  },
});
