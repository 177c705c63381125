import { Audio, Video } from "tandem/ui";
import { entry } from "../entry.ts";

/** An empty WAV, so that the book needs no file. */
const SILENCE = "data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA=";

export default entry({
  from: import.meta.url,
  title: "Audio and video",
  widgets: ["Audio", "Video"],
  states: {
    Sound: () => <Audio src={SILENCE} label="A rest of one second" />,
    Film: () => <Video src={SILENCE} label="Nothing to be seen" preload="none" />,
  },
});
