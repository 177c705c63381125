import { describe, expect, it } from "vitest";
import { filesIn, read, typeScript } from "../../scripts/support/source-files.js";

/** What may become of whoever is asked, or of the answer. */
const FATES = [
  "client gone",
  "session ended",
  "time limit",
  "abort",
  "malformed answer",
  "second answer",
  "answer from another client",
] as const;
type Fate = (typeof FATES)[number];

/** The file of a test, and its title as it is written there. Or why there is no such fate. */
type Cell = readonly [file: string, title: string] | { readonly because: string };

const CONTRACT = "test/session/client-call-contract.tsx";
const PAGE_CODE = "test/session/talk/page-code.test.tsx";
const UPLOADS = "test/server/uploads.test.tsx";
const DIALOGS = "test/session/dialogs.test.tsx";
const REQUESTS = "test/session/talk/requests.test.tsx";
const MESSAGES = "test/browser-dom/messages.test.ts";

/** What holds for every call that the contract of calls is applied to. */
const byContract: Record<Fate, Cell> = {
  "client gone": [CONTRACT, "M2: ${name} rejects when its client is gone for good, and others stay"],
  "session ended": [CONTRACT, "M2: ${name} rejects with SessionEnded when the session ends, and after"],
  "time limit": [CONTRACT, "M2: ${name} rejects when the page takes too long"],
  abort: [CONTRACT, "M2: ${name} takes a time limit and an abort signal"],
  "malformed answer": [
    CONTRACT,
    "M2: what is no answer by the protocol closes the client of ${name} and settles nothing",
  ],
  "second answer": [CONTRACT, "M2: ${name} resolves with the page's answer, and a second answer means nothing"],
  "answer from another client": [CONTRACT, "M2: ${name} is not settled by another client"],
};

const dialog: Record<Fate, Cell> = {
  "client gone": [
    DIALOGS,
    "D9: while its client is away the app closes it, and a client that was gone for good leaves it open",
  ],
  "session ended": [
    DIALOGS,
    "D8: when the session ends, those who wait are rejected with SessionEnded; onClose is not called",
  ],
  "time limit": [DIALOGS, "D10: a signal can be its time limit"],
  abort: [DIALOGS, "D10: aborting its signal closes it and rejects with the reason; onClose is not called"],
  "malformed answer": [DIALOGS, "D9: what a client says that is no answer to a dialog settles none"],
  "second answer": [DIALOGS, "D9: any client may answer; the first answer counts, and a second means nothing"],
  "answer from another client": [
    DIALOGS,
    "D9: any client may answer; the first answer counts, and a second means nothing",
  ],
};

const table: Record<string, Record<Fate, Cell>> = {
  evalJs: byContract,
  getClipboard: byContract,
  setClipboard: byContract,
  pickFile: {
    "client gone": [UPLOADS, "F31: it is settled when its page is gone for good, and what it sent goes with it"],
    "session ended": [UPLOADS, "F31: it is settled when the session ends, whose uploads go with it, and rejects after"],
    "time limit": [UPLOADS, "F31: it is settled when it is aborted, or nothing comes for too long"],
    abort: [UPLOADS, "F31: it is settled when it is aborted, or nothing comes for too long"],
    "malformed answer": [UPLOADS, "F31: the malformed answer %j rejects it, and what was sent goes"],
    "second answer": [UPLOADS, "F31: a second answer means nothing, whatever it says"],
    "answer from another client": [UPLOADS, "F31: an answer from another client settles nothing"],
  },
  showCustomDialog: dialog,
  showYesNoDialog: dialog,
  makeRequest: {
    "client gone": [
      REQUESTS,
      "M16: of a client that is gone the handler goes on; its answer is for nobody, and is no error",
    ],
    "session ended": [
      MESSAGES,
      "M16: a request that is under way survives a reconnect, and rejects when the session ends",
    ],
    "time limit": [
      MESSAGES,
      "M21: a request that the session has not answered in 30 s is a TimeoutError, and its late answer means nothing",
    ],
    abort: { because: "A page's request takes no signal: who asked need not wait for it." },
    "malformed answer": [REQUESTS, "M15: a result that is no JSON is an error for the one who asked, and for the log"],
    "second answer": [MESSAGES, "M16: a second answer, and one to a request that was never made, mean nothing"],
    "answer from another client": [
      REQUESTS,
      "M16: each client gets the answer to its own request, though both counted it alike",
    ],
  },
};

const cells = Object.entries(table).flatMap(([call, row]) => FATES.map((fate) => [call, fate, row[fate]] as const));

/** What is quoted right behind `it(`, or behind the rows of an `it.each`. */
const titled = (title: string) =>
  new RegExp(String.raw`\bit(?:\.each\([^;]*?\))?\(\s*(["'\`])${title.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}\1`);

describe("nothing that waits for a person or page hangs", () => {
  it.each(cells)("M37: %s is settled: %s", (_call, _fate, cell) => {
    if ("because" in cell) return expect(cell.because).not.toBe("");
    const [file, title] = cell;
    expect(read(file)).toMatch(titled(title));
  });

  it.each(Object.keys(table).filter((call) => table[call] === byContract))(
    "M37: the contract of calls is applied to %s",
    (call) => {
      expect(read(PAGE_CODE)).toMatch(new RegExp(String.raw`clientCallContract\(\{\s*name: "${call}"`));
    },
  );

  it("M37: there is no other call into a page", () => {
    const asks = filesIn("src/session", typeScript).filter((file) => /\bcalls\.ask\(/.test(read(file)));
    expect(asks).toEqual([
      "src/session/contract/talk.ts",
      "src/session/talk/clipboard.ts",
      "src/session/uploads/pick-file.ts",
    ]);
  });
});
