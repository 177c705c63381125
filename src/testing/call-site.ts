const OWN = /node:|[\\/]testing[\\/](?:test-clock|call-site)\.[jt]s/;

/** Where an error was made, as `at file:line`; of the stack, the first line that is not the clock's own. */
export function callSite({ stack = "" }: Error): string {
  const line = stack.split("\n").find((text) => /^\s+at /.test(text) && !OWN.test(text));
  return line?.trim() ?? "somewhere";
}
