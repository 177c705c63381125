import { session } from "tandem";
import { Audio, Video } from "tandem/ui";
import { entry } from "../entry.ts";

/** A second of nothing, so that the book needs no file. */
function silence(): string {
  const samples = 8_000;
  const wav = Buffer.alloc(44 + samples, 128);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + samples, 4);
  wav.write("WAVEfmt ", 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(samples, 24);
  wav.writeUInt32LE(samples, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write("data", 36);
  wav.writeUInt32LE(samples, 40);
  return session.dynamicRoute("silence.wav", () => new Response(wav, { headers: { "content-type": "audio/wav" } }));
}

export default entry({
  from: import.meta.url,
  title: "Audio and video",
  widgets: ["Audio", "Video"],
  states: {
    Sound: () => <Audio src={silence()} label="A rest of one second" caption="Four bars of rest" />,
    Film: () => <Video src={silence()} label="Nothing to be seen" preload="none" />,
  },
});
