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
    drawNow(next);
    begin();
  };
  const begin = (): void => {
    if (isTaking) return;
    isTaking = true;
    setTimeout(takeNext);
  };
  const inSight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) drawNow(target);
    begin();
  });
  const leave = (element: Element): void => {
    waiting.delete(element);
    inSight.unobserve(element);
  };
  return {
    wait(element, draw) {
      waiting.set(element, draw);
      inSight.observe(element);
    },
    leave,
  };
}
