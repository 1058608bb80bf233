/** The day where the reader is, `2026-04-01`: as of it coefficients are read, unless another is chosen. */
export function today(): string {
  const now = new Date();
  const two = (part: number): string => part.toString().padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
