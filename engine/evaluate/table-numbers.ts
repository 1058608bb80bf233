import { compare, type Exact } from "../quantity/exact.ts";
import { type NumberPlace, type Place, placeOfRows } from "./table-view.ts";

/** Rows parted by the values of a number key, in the order of the values; rows with `*` join each. */
export function numbersAt(place: Place, key: number): readonly NumberPlace[] {
  if (place.numbers !== undefined) return place.numbers;
  const values: Exact[] = [];
  for (const { keys } of place.rows) {
    const cell = keys[key];
    if (cell?.kind !== "number") continue;
    if (!values.some((value) => compare(value, cell.value) === 0)) values.push(cell.value);
  }
  values.sort(compare);
  place.numbers = values.map((value) => ({
    value,
    place: placeOfRows(
      place.rows.filter(({ keys }) => {
        const cell = keys[key];
        return cell?.kind !== "number" || compare(cell.value, value) === 0;
      }),
    ),
  }));
  return place.numbers;
}
