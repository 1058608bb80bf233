const pause = 1_500;

/** Calls back when a page has had its results for a while. A worker has no idle callbacks; a pause stands for them. */
export function whenIdle(work: () => void): void {
  setTimeout(work, pause);
}
