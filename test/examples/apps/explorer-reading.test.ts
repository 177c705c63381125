import { describe, expect, it } from "vitest";
import { textAt, plainAt, type Frame } from "../../../examples/apps/explorer/data/frame.ts";
import { loadFrame, type LoadStep } from "../../../examples/apps/explorer/data/load.ts";
import { kindOfCell, timeOf } from "../../../examples/apps/explorer/data/kinds.ts";
import { guessDelimiter } from "../../../examples/apps/explorer/read/csv.ts";
import { JsonElements } from "../../../examples/apps/explorer/read/json-elements.ts";
import { WordStore } from "../../../examples/apps/explorer/data/stores.ts";
import { promisesSettled } from "../../support/fake-clock.ts";

/** A file of this content, which comes in pieces of so many bytes. */
function file(content: string | Uint8Array, { name = "file.csv", piece = 7 } = {}) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const stream = () => {
    let at = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(at, (at += piece)));
      },
    });
  };
  return { name, sizeInBytes: bytes.length, stream };
}

const types = (frame: Frame) => frame.columns.map(({ name, type }) => `${name}: ${type}`);
const texts = (frame: Frame) =>
  Array.from({ length: frame.rowCount }, (_, row) => frame.columns.map((column) => textAt(column, row)));

describe("CSV", () => {
  it("E350: types are guessed: whole numbers, numbers, yes or no, dates, categories, text", async () => {
    const frame = await loadFrame(
      file(
        "n,x,ok,day,kind,who,zip\n1,1.5,true,2024-02-29,a,Ada,007\n2,-2e3,false,2024-03-01 10:30,b,Bo,010\n3,NA,,,a,Cy,\n",
      ),
    );
    expect(types(frame)).toEqual([
      "n: integer", "x: number", "ok: boolean", "day: date", "kind: category", "who: text", "zip: text",
    ]); // prettier-ignore
    expect(texts(frame)).toEqual([
      ["1", "1.5", "yes", "2024-02-29", "a", "Ada", "007"],
      ["2", "-2,000", "no", "2024-03-01 10:30", "b", "Bo", "010"],
      ["3", "", "", "", "a", "Cy", ""],
    ]);
    expect([frame.columns[1]!.missing, plainAt(frame.columns[1]!, 2), frame.notes]).toEqual([1, null, []]);
  });

  it("E350: kinds of single values", () => {
    const kinds = (...cells: string[]) => cells.map(kindOfCell);
    expect(kinds("0", "-12", "+3")).toEqual(["integer", "integer", "integer"]);
    expect(kinds("1.0", ".5", "1e9", "1,234,567.8", "9007199254740993")).toEqual(
      Array(4).fill("number").concat("text"),
    );
    expect(kinds("007", "1.2.3", "1,23", "12:30", "+", "e5", "0x10")).toEqual(Array(7).fill("text"));
    expect(kinds("2024-02-30", "2024/1/5", "Jan 1 2000", "1 Jan 2000", "2024-13-01")).toEqual([
      "text",
      "date",
      "date",
      "date",
      "text",
    ]);
    expect(kinds("", "NA", "null", " ")).toEqual(Array(4).fill("missing"));
    expect(timeOf("2024-01-01T02:00+0200")).toBe(Date.UTC(2024, 0, 1));
  });

  it("E351: a later row that does not fit has its column read again, and only what fits all is kept", async () => {
    const lines = Array.from(
      { length: 2_000 },
      (_, at) => `${at},${at === 1_500 ? "007" : at},${at === 1_900 ? 0.5 : at},`,
    );
    lines[1_999] = "1999,1999,1999,5";
    const frame = await loadFrame(file(`a,b,c,d\n${lines.join("\n")}`, { piece: 999 }));
    expect(types(frame)).toEqual(["a: integer", "b: text", "c: number", "d: integer"]);
    expect([1_500, 1_900, 1_999].map((row) => frame.columns.map((column) => plainAt(column, row)))).toEqual([
      [1_500, "007", 1_500, null],
      [1_900, "1900", 0.5, null],
      [1_999, "1999", 1_999, 5],
    ]);
  });

  it("E352: separators are found, quotes kept, names made unique", async () => {
    const frame = await loadFrame(file('a;a;;"b;""c"\r\n1;2;3;"x\r\ny"\r\n\r\n', { piece: 3 }));
    expect(frame.columns.map(({ name }) => name)).toEqual(["a", "a (2)", "Column 3", 'b;"c']);
    expect(texts(frame)).toEqual([["1", "2", "3", "x\r\ny"]]);
    expect(["a\tb\n1\t2\n", "a|b|c\n1|2|3\n", "one\ntwo\n", '"a,b";c\n"d,e,f";g\n'].map(guessDelimiter)).toEqual([
      "\t",
      "|",
      ",",
      ";",
    ]);
  });

  it("E353: ragged rows are put right, and told", async () => {
    const frame = await loadFrame(file("a,b,c\n1,2,3\n4\n5,6,7,8\n9\n"));
    expect(texts(frame)).toEqual([["1", "2", "3"], ["4", "", ""], ["5", "6", "7"], ["9", "", ""]]); // prettier-ignore
    expect(frame.notes).toEqual([
      "2 lines had fewer than 3 fields; the rest is empty, the first is line 3.",
      "Line 4 had more than 3 fields; what was too much is left out.",
    ]);
  });

  it("E353: encodings are recognised; what is no text, empty or broken is explained", async () => {
    const utf16 = Buffer.from("\ufeffname\nZoë\n", "utf16le");
    expect(texts(await loadFrame(file(utf16)))).toEqual([["Zoë"]]);
    expect(texts(await loadFrame(file("\ufeffname\nZoë\n", { piece: 1 })))).toEqual([["Zoë"]]);
    const windows = await loadFrame(file(Buffer.from("name\nZo\xeb\n", "latin1")));
    expect([texts(windows), windows.notes[0]]).toEqual([[["Zoë"]], expect.stringContaining("Windows-1252")]);
    const fails = async (content: string | Uint8Array, text: RegExp, name?: string) =>
      expect(loadFrame(file(content, { piece: 4_000, ...(name === undefined ? {} : { name }) }))).rejects.toThrow(text);
    await fails("", /empty/);
    await fails("a,b\n", /nothing below/);
    await fails(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /no text/);
    await fails(`a,b\n1,"${"x".repeat(2_000_000)}`, /never closed/);
    await fails(Array(600).fill("a").join(","), /600 columns/);
    await fails('[{"a":1}', /cut off/, "a.json");
    await fails("[1,2]", /list of objects/, "a.json");
    await fails('{"a":1}\n{oops}\n', /Record 2 is no JSON/, "a.ndjson");
    await fails(`[{"a":"${"x".repeat(6_000_000)}"}]`, /longer than 5 MB/, "a.json");
  });

  it("E354: names and words that mean something to programs mean nothing", async () => {
    const frame = await loadFrame(file("__proto__,constructor\n__proto__,1\ntoString,2\n"));
    expect(types(frame)).toEqual(["__proto__: text", "constructor: integer"]);
    const json = await loadFrame(file('[{"__proto__":"a","x":1},{"__proto__":"b","x":2}]', { name: "x.json" }));
    expect(json.columns.map(({ name }) => name)).toEqual(["__proto__", "x"]);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });
});

describe("JSON", () => {
  it("E352: lists and JSON Lines are read alike, whatever piece ends where; columns come as they come", async () => {
    const records = [
      { a: 1, s: 'x"]}, {' },
      { a: 2.5, b: { c: [1] }, s: "\\" },
      { b: null, a: 3, late: true },
    ];
    for (const piece of [1, 3, 1_000]) {
      for (const text of [
        JSON.stringify(records),
        JSON.stringify(records, null, 2),
        records.map((each) => JSON.stringify(each)).join("\n"),
      ]) {
        const frame = await loadFrame(file(text, { name: "x.json", piece }));
        expect(types(frame)).toEqual(["a: number", "s: text", "b: category", "late: boolean"]);
        expect(texts(frame)).toEqual([
          ["1", 'x"]}, {', "", ""],
          ["2.5", "\\", '{"c":[1]}', ""],
          ["3", "", "", "yes"],
        ]);
      }
    }
  });

  it("E352: records that are no objects are left out, and told", async () => {
    const frame = await loadFrame(file('{"a":1}\n5\n[1]\n{"a":2}', { name: "x.ndjson" }));
    expect([frame.rowCount, frame.notes]).toEqual([
      2,
      ["2 lines are no objects; they are left out, the first is line 2."],
    ]);
  });

  it("E354: nesting without end is no trouble", () => {
    const elements = new JsonElements();
    expect([...elements.push(`[${"[".repeat(200_000)}${"]".repeat(200_000)},1]`)]).toHaveLength(2);
  });
});

describe("a long file", () => {
  it("E355: others have their turn between pieces, progress is told, and it can be called off", async () => {
    const content = `a,b\n${"1,x\n".repeat(20_000)}`;
    const steps: LoadStep[] = [];
    let turns = 0;
    const count = setImmediate(function again() {
      turns++;
      if (steps.at(-1)?.part !== 1) setImmediate(again);
    });
    const frame = await loadFrame(file(content, { piece: 4_096 }), { progress: (step) => steps.push(step) });
    clearImmediate(count);
    expect(frame.rowCount).toBe(20_000);
    expect(turns).toBeGreaterThan(10);
    expect(steps.at(-1)).toEqual({ part: 1, rows: 20_000 });
    const abort = new AbortController();
    const progress = () => abort.abort();
    await expect(loadFrame(file(content, { piece: 4_096 }), { signal: abort.signal, progress })).rejects.toThrow(
      /abort/i,
    );
    await promisesSettled();
  });

  it("E355: memory has an end, which is explained", async () => {
    const content = `a\n${"1\n".repeat(70_000)}`;
    await expect(loadFrame(file(content, { piece: 9_000 }), { maxBytes: 600_000 })).rejects.toThrow(/no more memory/);
  });

  it("E355: words that are all different take little more than their bytes", () => {
    const store = new WordStore();
    const word = (at: number) => `word ${at} ë`;
    for (let at = 0; at < 150_000; at++) store.push(word(at));
    const words = store.finish();
    expect(words.codes).toBeNull();
    for (const at of [0, 99_999, 100_000, 149_999]) expect(words.at(at)).toBe(word(at));
    expect(store.bytes).toBeLessThan(6_000_000);
  });
});
