/** Today in Japan, where the scheme keeps its calendar: `2026-11-22`. */
export function today(): string {
  const japan = new Date(Date.now() + 9 * 3_600_000);
  return japan.toISOString().slice(0, 10);
}
