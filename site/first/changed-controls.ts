/** A control of a form, and what stood in it. */
export interface ChangedControl {
  readonly control: HTMLInputElement | HTMLSelectElement;
  readonly value: string;
}

/** The controls that stand otherwise than they were painted: typed into, or kept by a browser over a reload. */
export function changedControls(root: HTMLElement): readonly ChangedControl[] {
  const all = root.querySelectorAll<ChangedControl["control"]>("input, select");
  return [...all]
    .filter((control) =>
      isRadio(control)
        ? control.checked && !control.defaultChecked
        : control.value !== paintedValue(control),
    )
    .map((control) => ({ control, value: control.value }));
}

/** Enters once more what stood in a control, for listeners that have come since. */
export function enterAgain({ control, value }: ChangedControl): void {
  if (isRadio(control)) control.checked = true;
  else if (control.value !== value) control.value = value;
  const isTyped = control instanceof HTMLInputElement && !isRadio(control);
  control.dispatchEvent(new Event(isTyped ? "input" : "change", { bubbles: true }));
}

function isRadio(control: ChangedControl["control"]): control is HTMLInputElement {
  return control.type === "radio";
}

function paintedValue(control: ChangedControl["control"]): string {
  if (control instanceof HTMLInputElement) return control.defaultValue;
  const options = [...control.options];
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
}
