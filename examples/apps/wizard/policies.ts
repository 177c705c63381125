import { session } from "tandem";

export interface Policy {
  readonly number: string;
  readonly holder: string;
  readonly bicycle: string;
  /** The first and the last day that it is valid, as dates are written in HTML. */
  readonly from: string;
  readonly until: string;
}

const POLICIES: readonly Policy[] = [
  {
    number: "TB-1001",
    holder: "Ada Pedersen",
    bicycle: "Bullitt cargo bicycle",
    from: "2024-03-01",
    until: "2030-02-28",
  },
  {
    number: "TB-1002",
    holder: "Bo Lindqvist",
    bicycle: "Peugeot PX-10, 1972",
    from: "2025-06-15",
    until: "2029-06-14",
  },
];

/** As the insurer's own system would answer: after a while. */
export async function findPolicy(number: string): Promise<Policy | undefined> {
  await later(350);
  return POLICIES.find((policy) => policy.number === number.toUpperCase());
}

let lastClaim = 4_711;

/** Takes a claim, and gives it a number. */
export async function sendClaim(): Promise<string> {
  await later(900);
  return `C-${++lastClaim}`;
}

/** By the session's clock, which a test can turn. */
const later = (ms: number) =>
  new Promise<void>((done) => void session.clock.setTimeout(done, ms));
