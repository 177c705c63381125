/**
 * Type tests are compiled, never run: `npm run check` compiles every `*.test-d.tsx` in this folder as an
 * app is compiled, without the DOM's types. A line that must not compile is preceded by
 * `// @ts-expect-error`, which is itself an error when the line compiles. A comment that starts with a
 * rule's id, such as `// J3: …`, counts as a test of that rule.
 */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * Compiles only when its argument is `true`.
 *
 *     expectType<Equal<typeof clicks.value, number>>();
 */
export function expectType<_Truth extends true>(): void {}
