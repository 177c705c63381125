import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { nameDimension, numberDimension, type Dimension } from "./dimension.ts";
import { numberColumns } from "./number-columns.ts";

/** What there is to explore: real data, read when somebody first asks for it, and then for everybody. Others have their turn meanwhile. */
export interface Dataset {
  /** Of a row: "flights". */
  readonly noun: string;
  readonly rowCount: number;
  readonly dimensions: readonly Dimension[];
  readonly columns: readonly TableColumn[];
  /** One row's texts, by column. */
  row(index: number): readonly string[];
}

export interface TableColumn {
  readonly title: string;
  readonly isNumber: boolean;
}

export const DATASETS = {
  flights: { title: "200,000 flights", load: loadFlights },
  weather: { title: "Seattle’s weather", load: loadWeather },
  movies: { title: "3,201 movies", load: loadMovies },
} as const satisfies Record<
  string,
  { title: string; load: () => Promise<Dataset> }
>;

export type DatasetName = keyof typeof DATASETS;

const loaded = new Map<DatasetName, Promise<Dataset>>();

/** The same object for all sessions. A load that failed is tried again. */
export function dataset(name: DatasetName): Promise<Dataset> {
  let found = loaded.get(name);
  if (found === undefined) {
    found = DATASETS[name].load();
    loaded.set(name, found);
    found.catch(() => loaded.delete(name));
  }
  return found;
}

const folder = join(
  dirname(createRequire(import.meta.url).resolve("vega-datasets")),
  "../data",
);
const pathOf = (name: string) => join(folder, name);
const read = (name: string) => readFile(pathOf(name), "utf8");

const steps = (from: number, to: number, step: number): number[] =>
  Array.from(
    { length: Math.round((to - from) / step) + 1 },
    (_, at) => from + at * step,
  );
const numbers = <Row>(
  rows: readonly Row[],
  read: (row: Row) => unknown,
): Float64Array =>
  Float64Array.from(rows, (row) => {
    const value = read(row);
    return typeof value === "number" && Number.isFinite(value) ? value : NaN;
  });
const text = (value: number, digits = 0) =>
  Number.isNaN(value)
    ? ""
    : value.toLocaleString("en", {
        maximumFractionDigits: digits,
        minimumFractionDigits: digits,
      });

/** Takes the longest. */
export async function loadFlights(): Promise<Dataset> {
  const [delay, distance, time] = (await numberColumns(
    pathOf("flights-200k.json"),
    ["delay", "distance", "time"],
  )) as [Float64Array, Float64Array, Float64Array];
  const clock = (hours: number) => {
    const minutes = Math.round(hours * 60);
    return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  };
  return {
    noun: "flights",
    rowCount: time.length,
    dimensions: [
      await numberDimension(
        {
          name: "time",
          title: "Departure, hour of the day",
          edges: steps(0, 24, 0.5),
        },
        time,
      ),
      await numberDimension(
        {
          name: "delay",
          title: "Arrival delay, minutes",
          edges: steps(-60, 180, 5),
        },
        delay,
      ),
      await numberDimension(
        {
          name: "distance",
          title: "Distance, miles",
          edges: steps(0, 3_000, 50),
        },
        distance,
      ),
    ],
    columns: [
      { title: "Departure", isNumber: false },
      { title: "Delay, min", isNumber: true },
      { title: "Distance, mi", isNumber: true },
    ],
    row: (index) => [
      clock(time[index]!),
      text(delay[index]!),
      text(distance[index]!),
    ],
  };
}

async function loadWeather(): Promise<Dataset> {
  const [, ...lines] = (await read("seattle-weather.csv"))
    .trim()
    .split(/\r?\n/);
  const rows = lines.map((line) => line.split(","));
  const column = (at: number) => numbers(rows, (row) => Number(row[at]));
  const [rain, high, low, wind] = [column(1), column(2), column(3), column(4)];
  const month = numbers(rows, (row) => Number(row[0]!.slice(5, 7)));
  const kinds = rows.map((row) => row[5]!);
  return {
    noun: "days",
    rowCount: rows.length,
    dimensions: [
      await numberDimension(
        { name: "month", title: "Month", edges: steps(0.5, 12.5, 1) },
        month,
      ),
      await numberDimension(
        { name: "high", title: "Warmest, °C", edges: steps(-2, 36, 1) },
        high!,
      ),
      await numberDimension(
        { name: "rain", title: "Rain, mm", edges: steps(0, 56, 2) },
        rain!,
      ),
      await numberDimension(
        { name: "wind", title: "Wind, m/s", edges: steps(0, 10, 0.5) },
        wind!,
      ),
      await nameDimension({ name: "kind", title: "Weather" }, kinds),
    ],
    columns: [
      { title: "Day", isNumber: false },
      { title: "Weather", isNumber: false },
      { title: "Warmest, °C", isNumber: true },
      { title: "Coldest, °C", isNumber: true },
      { title: "Rain, mm", isNumber: true },
      { title: "Wind, m/s", isNumber: true },
    ],
    row: (index) => [
      rows[index]![0]!,
      kinds[index]!,
      ...[high, low, rain, wind].map((each) => text(each![index]!, 1)),
    ],
  };
}

type Movie = Readonly<Record<string, string | number | null>>;

async function loadMovies(): Promise<Dataset> {
  const movies = JSON.parse(await read("movies.json")) as Movie[];
  const year = numbers(movies, (movie) =>
    Number(/\d{4}$/.exec(String(movie["Release Date"]))?.[0] ?? NaN),
  );
  const imdb = numbers(movies, (movie) => movie["IMDB Rating"]);
  const tomatoes = numbers(movies, (movie) => movie["Rotten Tomatoes Rating"]);
  const budget = numbers(
    movies,
    (movie) => Number(movie["Production Budget"] ?? NaN) / 1e6,
  );
  const genres = movies.map(
    (movie) => (movie["Major Genre"] as string | null) ?? null,
  );
  return {
    noun: "movies",
    rowCount: movies.length,
    dimensions: [
      await numberDimension(
        { name: "imdb", title: "IMDB rating", edges: steps(1, 10, 0.25) },
        imdb,
      ),
      await numberDimension(
        {
          name: "tomatoes",
          title: "Rotten Tomatoes rating",
          edges: steps(0, 100, 2.5),
        },
        tomatoes,
      ),
      await numberDimension(
        {
          name: "year",
          title: "Year",
          edges: steps(1975, 2011, 1),
          format: { useGrouping: false },
        },
        year,
      ),
      await numberDimension(
        {
          name: "budget",
          title: "Budget, million dollars",
          edges: steps(0, 200, 5),
        },
        budget,
      ),
      await nameDimension({ name: "genre", title: "Genre" }, genres),
    ],
    columns: [
      { title: "Title", isNumber: false },
      { title: "Year", isNumber: true },
      { title: "Genre", isNumber: false },
      { title: "IMDB", isNumber: true },
      { title: "Tomatoes", isNumber: true },
      { title: "Budget, M$", isNumber: true },
    ],
    row: (index) => [
      String(movies[index]!["Title"] ?? ""),
      Number.isNaN(year[index]!) ? "" : String(year[index]),
      genres[index] ?? "",
      text(imdb[index]!, 1),
      text(tomatoes[index]!),
      text(budget[index]!, 1),
    ],
  };
}
