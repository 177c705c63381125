/** A name that would set an object's prototype when the object is copied; written plainly or with an escape. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u/;

/** Parses JSON from a client. A key `__proto__` is left out. Throws a `SyntaxError` for what is not JSON. */
export function parseUntrustedJson(text: string): unknown {
  return MAY_NAME_PROTOTYPE.test(text) ? JSON.parse(text, withoutPrototypeKey) : JSON.parse(text);
}

function withoutPrototypeKey(key: string, value: unknown): unknown {
  return key === "__proto__" ? undefined : value;
}
