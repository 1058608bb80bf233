/** The position of an item by its number from 1, among so many. */
export function readItem(text: string, count = 0): number | undefined {
  const at = /^[1-9]\d{0,5}$/.test(text) ? Number.parseInt(text, 10) - 1 : -1;
  return at >= 0 && at < count ? at : undefined;
}
