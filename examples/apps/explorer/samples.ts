import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { FileSource } from "./data/load.ts";

/** Real data for those who have no file at hand. */
export const SAMPLES = [
  {
    file: "movies.json",
    title: "Movies",
    text: "3,201 films: money, ratings, genres. JSON.",
  },
  {
    file: "birdstrikes.csv",
    title: "Bird strikes",
    text: "10,000 birds that met aeroplanes, and what it cost. CSV.",
  },
  {
    file: "seattle-weather.csv",
    title: "Weather",
    text: "Four years of days in Seattle. CSV.",
  },
  {
    file: "flights-200k.json",
    title: "Flights",
    text: "200,000 flights: delay, distance, time. JSON.",
  },
  {
    file: "github.csv",
    title: "Commits",
    text: "When people commit, by the hour. CSV.",
  },
  {
    file: "zipcodes.csv",
    title: "Places",
    text: "42,000 places of the United States. CSV.",
  },
] as const;

export type Sample = (typeof SAMPLES)[number];

const folder = join(
  dirname(createRequire(import.meta.url).resolve("vega-datasets")),
  "../data",
);

export async function sampleSource({ file }: Sample): Promise<FileSource> {
  const path = join(folder, file);
  const { size } = await stat(path);
  return {
    name: file,
    sizeInBytes: size,
    stream: () =>
      Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
  };
}
