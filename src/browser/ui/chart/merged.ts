import type { Option } from "./option-facts.ts";

/** `over` laid over `under`, object by object, and lists item by item where both have them. */
export function merged(under: Option, over: Readonly<Record<string, unknown>>): Option {
  const result: Option = { ...under };
  for (const [name, value] of Object.entries(over)) {
    if (name === "__proto__") continue;
    result[name] = mergedValue(result[name], value);
  }
  return result;
}

function mergedValue(under: unknown, over: unknown): unknown {
  if (isPlain(under) && isPlain(over)) return merged(under, over);
  if (Array.isArray(under) && Array.isArray(over) && over.every(isPlain)) {
    const length = Math.max(under.length, over.length);
    return Array.from({ length }, (_, at) => (at < over.length ? mergedValue(under[at], over[at]) : under[at]));
  }
  if (Array.isArray(under) && isPlain(over)) return under.map((each) => mergedValue(each, over));
  return over;
}

const isPlain = (value: unknown): value is Option =>
  typeof value === "object" && value !== null && !Array.isArray(value);
