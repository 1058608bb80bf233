import { positionIn } from "../evaluate/axes.ts";
import { datedListDomain } from "../evaluate/dated.ts";
import type { Domain } from "../evaluate/domain.ts";
import type { InputPlan } from "../plan.ts";
import { type Compiling, readInputOf, type Scope } from "./compile-scope.ts";

/** The items of a list that are dated by this field: those of the year or part at hand. */
export function compileDated(
  axis: string,
  scope: Scope,
  field: string,
  inside: Scope,
  with_: Compiling,
): Domain {
  const { plan } = with_;
  const { type } = (plan.inputs[positionIn(plan.at.inputs, field)] as InputPlan).tree;
  const dated = { read: readInputOf(field, inside, with_), isDate: type.kind === "date" };
  return datedListDomain(plan, axis, scope.time, dated);
}
