const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Whether arrays and objects nest deeper than `limit` in a JSON text. It reads the text without parsing it, so
 * that no parser ever recurses into a hostile one. What is not JSON may get either answer.
 */
export function exceedsDepth(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === BACKSLASH) index++;
      else if (unit === QUOTE) inString = false;
    } else if (unit === QUOTE) {
      inString = true;
    } else if (opens(unit)) {
      if (++depth > limit) return true;
    } else if (closes(unit)) {
      depth--;
    }
  }
  return false;
}

// "[" is 0x5b and "{" is 0x7b, "]" is 0x5d and "}" is 0x7d: they differ in the bit 0x20 alone.
const opens = (unit: number) => (unit | 0x20) === 0x7b;
const closes = (unit: number) => (unit | 0x20) === 0x7d;
