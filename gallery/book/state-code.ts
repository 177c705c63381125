/** The code of one state of an entry's file, as the formatter lays it out: without its name, and at the left. */
export function stateCode(source: string, name: string): string {
  const lines = source.split("\n");
  const isState = /^ {4}(?:"(.*?)"|([\w$]+)): /;
  const nameIn = (line: string) => isState.exec(line)?.slice(1).join("");
  const first = lines.findIndex((line) => nameIn(line) === name);
  if (first < 0) throw new Error(`Expected the state "${name}" four spaces in, on a line of its own.`);
  const length = lines.slice(first + 1).findIndex((line) => isState.test(line) || /^ {2}\S/.test(line));
  const [head = "", ...rest] = lines.slice(first, first + 1 + length);
  const code = [head.replace(isState, ""), ...rest.map((line) => line.slice(4))].join("\n").replace(/,\s*$/, "");
  return unwrapped(code.replace(/^\(\) => /, ""));
}

/** Without the brackets that are around several lines. */
function unwrapped(code: string): string {
  const inside = /^[({]\n([\s\S]*)\n[)}]$/.exec(code)?.[1];
  return inside === undefined ? code : inside.replace(/^ {2}/gm, "");
}
