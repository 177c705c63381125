/** What inputs say of values they do not take. In one place, so that they speak alike. */
export const MESSAGES = {
  required: "Please fill this in.",
  choose: "Please choose something.",
  tooShort: (least: number) => `Please use at least ${count(least, "character")}.`,
  tooLong: (most: number) => `Please use at most ${count(most, "character")}.`,
  pattern: "Please match the expected format.",
  number: "Please enter a number.",
  least: (least: string | number) => `Please choose ${least} or more.`,
  most: (most: string | number) => `Please choose ${most} or less.`,
  step: (step: number) => `Please choose a multiple of ${step}.`,
  failed: "Something went wrong. Please try again.",
  notOffered: "Please choose one of the options.",
} as const;

const count = (amount: number, what: string): string => `${amount} ${what}${amount === 1 ? "" : "s"}`;
