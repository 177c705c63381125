/** Levels of objects in objects that the session takes, inside the word that carries them. */
const DEEPEST = 14;

/** What in `value` is no JSON, in words; `undefined` if all is. */
export function unlikeJson(value: unknown, above = new Set<unknown>()): string | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  if (above.has(value)) return "an object that contains itself";
  if (above.size === DEEPEST) return "one nested too deeply";
  const isPlain = Array.isArray(value) || [null, Object.prototype].includes(Object.getPrototypeOf(value));
  if (!isPlain && typeof (value as { toJSON?: unknown }).toJSON !== "function") {
    return `a ${value.constructor?.name || "special object"}`;
  }
  above.add(value);
  for (const part of Object.values(value)) {
    const fault = part === undefined && !Array.isArray(value) ? undefined : unlikeJson(part, above);
    if (fault) return fault;
  }
  above.delete(value);
}
