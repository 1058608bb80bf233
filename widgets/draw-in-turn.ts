/**
 * Draws the calculators of a page in turn: those in sight first, the others one at a time, so that a page with many
 * stays in use and the engine's answers come in between.
 */
export interface Turns {
  /** Draws an element when its turn has come, once. */
  readonly wait: (element: Element, draw: () => void) => void;
  /** Takes an element that has left the page out of the queue. */
  readonly leave: (element: Element) => void;
}

/** The wait for a word on what is in sight, in milliseconds. A page that is not painted, in a closed tab, hears none. */
const patience = 1_000;

export function makeTurns(): Turns {
  const waiting = new Map<Element, () => void>();
  let isTaking = false;

  const drawNow = (element: Element): void => {
    const draw = waiting.get(element);
    leave(element);
    draw?.();
  };
  const takeNext = (): void => {
    isTaking = false;
    const [next] = waiting.keys();
    if (next === undefined) return;
    // Before it is drawn: what breaks in one does not hold up the others.
    if (waiting.size > 1) begin();
    drawNow(next);
  };
  const begin = (): void => {
    if (isTaking) return;
    isTaking = true;
    setTimeout(takeNext);
  };
  const inSight = new IntersectionObserver((entries) => {
    begin();
    for (const { isIntersecting, target } of entries) if (isIntersecting) drawNow(target);
  });
  const leave = (element: Element): void => {
    waiting.delete(element);
    inSight.unobserve(element);
  };
  return {
    wait(element, draw) {
      waiting.set(element, draw);
      inSight.observe(element);
      setTimeout(begin, patience);
    },
    leave,
  };
}
