/**
 * How an element says which events the server wants: the attribute `data-on` in HTML, `"@"` in a template.
 * Declarations are separated by spaces; each is a type (percent-encoded) and options separated by colons:
 *
 *     click   submit:p   input:d250   scroll:t100   keydown:kEnter,Escape:p
 *
 * `p` prevent the default action, `s` stop propagation, `d250` debounce 250 ms, `t100` at most once in 100 ms,
 * `k…` only these keys (`event.key`, or `Ctrl+s`-like combinations, percent-encoded), `x` only when the event's
 * target is the element itself.
 */
export interface EventDeclaration {
  type: string;
  preventDefault: boolean;
  stopPropagation: boolean;
  selfOnly: boolean;
  debounce: number;
  throttle: number;
  keys: string[] | null;
}

export function formatEventDeclaration(declaration: Partial<EventDeclaration> & { type: string }): string {
  let text = encodeURIComponent(declaration.type);
  if (declaration.preventDefault) text += ":p";
  if (declaration.stopPropagation) text += ":s";
  if (declaration.selfOnly) text += ":x";
  if (declaration.debounce) text += `:d${declaration.debounce}`;
  if (declaration.throttle) text += `:t${declaration.throttle}`;
  if (declaration.keys?.length) text += `:k${declaration.keys.map(encodeURIComponent).join(",")}`;
  return text;
}

export function parseEventDeclarations(text: string): EventDeclaration[] {
  return text === "" ? [] : text.split(" ").map(parseOne);
}

function parseOne(text: string): EventDeclaration {
  const [type = "", ...options] = text.split(":");
  const declaration: EventDeclaration = {
    type: decodeURIComponent(type),
    preventDefault: false,
    stopPropagation: false,
    selfOnly: false,
    debounce: 0,
    throttle: 0,
    keys: null,
  };
  for (const option of options) {
    const rest = option.slice(1);
    if (option === "p") declaration.preventDefault = true;
    else if (option === "s") declaration.stopPropagation = true;
    else if (option === "x") declaration.selfOnly = true;
    else if (option[0] === "d") declaration.debounce = Number(rest);
    else if (option[0] === "t") declaration.throttle = Number(rest);
    else if (option[0] === "k") declaration.keys = rest.split(",").map(decodeURIComponent);
  }
  return declaration;
}
