/**
 * Takes the focus to a field of the same calculator, unfolding what hides it. The address is left alone: inside a
 * shadow tree a fragment finds nothing, and a page may use its own.
 */
export function focusField(from: Element, id: string): void {
  const root = from.getRootNode() as Document | ShadowRoot;
  const field = root.getElementById(id);
  for (let parent = field?.parentElement; parent != null; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  field?.focus();
}
