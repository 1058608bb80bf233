/** How often a property is tried: so often, but less under Stryker, which runs it again for each planted fault. */
export function runs(count: number): number {
  return process.env.STRYKER_MUTATOR_WORKER === undefined ? count : Math.min(count, 100);
}
