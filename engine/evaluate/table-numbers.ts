import { compare, type Exact } from "../quantity/exact.ts";
import { boundsIn } from "./key-cells.ts";
import type { KeyCode } from "./table-keys.ts";
import { type NumberPlace, type Place, placeOfRows } from "./table-view.ts";

/** Rows parted by the values of a number key, in the order of the values; rows with `*` join each. */
export function numbersAt(place: Place, at: number, key: KeyCode): readonly NumberPlace[] {
  if (place.numbers !== undefined) return place.numbers;
  const values: Exact[] = [];
  for (const row of place.rows) {
    const number = boundsIn(row, at, key)?.low;
    if (number === undefined || values.some((value) => compare(value, number) === 0)) continue;
    values.push(number);
  }
  values.sort(compare);
  place.numbers = values.map((value) => ({
    value,
    place: placeOfRows(
      place.rows.filter((row) => {
        const number = boundsIn(row, at, key)?.low;
        return number === undefined || compare(number, value) === 0;
      }),
    ),
  }));
  return place.numbers;
}
