import { Image } from "tandem/ui";
import { entry } from "../entry.ts";

/** A picture of one colour, so that the book needs no file. */
const picture = (color: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="${color}"/></svg>`)}`;

export default entry({
  from: import.meta.url,
  title: "Image",
  widgets: ["Image"],
  states: {
    Normal: () => <Image src={picture("#1f5fbf")} alt="Blue" width={320} height={180} />,
    "With a caption": () => (
      <Image src={picture("#1b7f3b")} alt="Green" aspectRatio="16 / 9" caption="A meadow, from very near" />
    ),
  },
});
