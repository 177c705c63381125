/** How many bytes a text takes in UTF-8; a lone surrogate counts as the replacement character sent for it. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    if (isPairAt(text, index, unit)) index++;
  }
  return bytes;
}

/** A surrogate pair is two units and four bytes. */
function isPairAt(text: string, index: number, unit: number): boolean {
  return (unit & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}

/** Whether a text is larger than `limit` bytes. Mostly its length alone says so. */
export function exceedsBytes(text: string, limit: number): boolean {
  return text.length > limit || (text.length * 3 > limit && byteLength(text) > limit);
}
