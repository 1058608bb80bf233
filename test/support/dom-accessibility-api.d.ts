/** The package, which @testing-library/dom brings, has types that its own list of exports hides. */
declare module "dom-accessibility-api" {
  interface Options {
    readonly getComputedStyle?: (element: Element, pseudo?: string | null) => CSSStyleDeclaration;
  }
  export function computeAccessibleName(element: Element, options?: Options): string;
  export function computeAccessibleDescription(element: Element, options?: Options): string;
  export function getRole(element: Element): string | null;
}
