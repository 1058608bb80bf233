/**
 * Great-circle distances between the prefectural offices, as the shared table holds them: the haversine formula on a
 * sphere of 6,371 km, from coordinates rounded to 0.001°, rounded half up to whole kilometres.
 */
export interface Office {
  readonly prefecture: string;
  readonly latitude: string;
  readonly longitude: string;
}

export interface Distance {
  readonly from: string;
  readonly to: string;
  readonly km: number;
  /** How far the distance is from the nearest half kilometre; double precision decides where this is not tiny. */
  readonly fromHalf: number;
}

const radius = 6371;

/** The offices of `coordinates.csv`. */
export function readOffices(csv: string): readonly Office[] {
  const [, ...lines] = csv.trimEnd().split("\n");
  return lines.map((line) => {
    const [prefecture = "", latitude = "", longitude = ""] = line.split(",");
    return { prefecture, latitude, longitude };
  });
}

/** One distance per pair, in the order of the offices; none from an office to itself. */
export function distancesBetween(offices: readonly Office[]): readonly Distance[] {
  return offices.flatMap((from, index) =>
    offices.slice(index + 1).map((to) => {
      const km = greatCircle(from, to);
      const fromHalf = Math.abs(km - Math.floor(km) - 0.5);
      return { from: from.prefecture, to: to.prefecture, km: Math.floor(km + 0.5), fromHalf };
    }),
  );
}

/** The text of `distances.csv`. */
export function distancesAsCsv(distances: readonly Distance[]): string {
  return `from,to,km\n${distances.map(({ from, to, km }) => `${from},${to},${km}\n`).join("")}`;
}

function greatCircle(one: Office, other: Office): number {
  const [latitude, longitude] = [radians(one.latitude), radians(one.longitude)];
  const [otherLatitude, otherLongitude] = [radians(other.latitude), radians(other.longitude)];
  const half =
    Math.sin((otherLatitude - latitude) / 2) ** 2 +
    Math.cos(latitude) * Math.cos(otherLatitude) * Math.sin((otherLongitude - longitude) / 2) ** 2;
  return 2 * radius * Math.asin(Math.sqrt(half));
}

function radians(degrees: string): number {
  return (Number(degrees) * Math.PI) / 180;
}
