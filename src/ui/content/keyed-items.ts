/** Something that is recognised by what it holds. */
interface Keyed {
  readonly key: string;
}

/**
 * The items of `next`, where those with the same key as one of `shown` at the same place, counted from either end, are
 * that one: what shows them has nothing to do. `change` may make one of the rest out of what stood at its place.
 */
export function keepSame<Shown extends Keyed, Next extends Keyed>(
  shown: readonly Shown[],
  next: readonly Next[],
  change: (old: Shown | undefined, item: Next) => Shown,
): readonly Shown[] {
  let start = 0;
  let shownEnd = shown.length;
  let end = next.length;
  while (start < shownEnd && start < end && shown[start]!.key === next[start]!.key) start++;
  while (shownEnd > start && end > start && shown[shownEnd - 1]!.key === next[end - 1]!.key) {
    shownEnd--;
    end--;
  }
  const changed = next
    .slice(start, end)
    .map((item, index) => change(start + index < shownEnd ? shown[start + index] : undefined, item));
  return [...shown.slice(0, start), ...changed, ...shown.slice(shownEnd)];
}
