/** What inputs say of values they do not take. In one place, so that they speak alike. */
export const MESSAGES = {
  required: "Please fill this in.",
  choose: "Please choose something.",
  tooShort: (least: number) => `Please use at least ${count(least, "character")}.`,
  tooLong: (most: number) => `Please use at most ${count(most, "character")}.`,
  email: "Please enter an e-mail address, such as ada@example.com.",
  url: "Please enter a whole address, such as https://example.com.",
  pattern: "Please match the expected format.",
  number: "Please enter a number.",
  integer: "Please enter a whole number.",
  check: "Please check this.",
  date: "Please enter a whole date.",
  time: "Please enter a whole time.",
  dates: "Please choose both dates.",
  order: "Please choose an end that is not before the start.",
  color: "Please enter a colour, such as #1f5fbf.",
  least: (least: string | number) => `Please choose ${least} or more.`,
  most: (most: string | number) => `Please choose ${most} or less.`,
  earliest: (earliest: string) => `Please choose ${earliest} or later.`,
  latest: (latest: string) => `Please choose ${latest} or earlier.`,
  step: (step: number, base: number) =>
    base === 0 ? `Please choose a multiple of ${step}.` : `Please choose ${base}, or steps of ${step} from there.`,
  tooFew: (least: number) => `Please choose at least ${least}.`,
  tooMany: (most: number) => `Please choose at most ${most}.`,
  file: "Please choose a file.",
  files: "Please choose one or more files.",
  arriving: "Please wait until the files have arrived.",
  notTaken: "Please remove what was not taken, or choose another file.",
  failed: "Something went wrong. Please try again.",
  notOffered: "Please choose one of the options.",
} as const;

const count = (amount: number, what: string): string => `${amount} ${what}${amount === 1 ? "" : "s"}`;
