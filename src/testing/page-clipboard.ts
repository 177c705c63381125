/**
 * user-event gives a page a clipboard of its own, but reads it through a `FileReader`, which takes real time. This
 * reads the same items with promises alone, so that it is done when all is settled.
 */
export function settleClipboard({ navigator: { clipboard } }: Window): void {
  clipboard.readText = async () => {
    const items = (await clipboard.read()).filter(({ types }) => types.includes("text/plain"));
    const texts = items.map(async (item) => (await item.getType("text/plain")).text());
    return (await Promise.all(texts)).join("");
  };
}
