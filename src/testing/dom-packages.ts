import type * as queries from "@testing-library/dom";
import type { userEvent } from "@testing-library/user-event";
import type * as happyDom from "happy-dom";
import { TandemError } from "../core/errors.ts";

/** The packages that the kit stands on, and that only those who write tests install. */
export interface DomPackages {
  readonly happyDom: typeof happyDom;
  readonly queries: typeof queries;
  readonly userEvent: typeof userEvent;
}

type Import = () => Promise<DomPackages>;

/**
 * Loaded with the kit itself: they are many files, and a slow machine takes longer for them than test runners give to
 * the test that mounts first. Whether they are there is said at `mount`.
 */
const early = importAll();
await early.catch(() => {});

/** What was loaded; `load` stands in for the real imports in a test. */
export async function loadDomPackages(load: Import = () => early): Promise<DomPackages> {
  try {
    return await load();
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw new TandemError(
      "testing/missing-packages",
      "Expected the packages that tandem/testing needs. Install them: " +
        "npm install --save-dev happy-dom @testing-library/dom @testing-library/user-event",
      { cause },
    );
  }
}

async function importAll(): Promise<DomPackages> {
  const [happyDom, queries, person] = await Promise.all([
    import("happy-dom"),
    import("@testing-library/dom"),
    import("@testing-library/user-event"),
  ]);
  return { happyDom, queries, userEvent: person.userEvent };
}
