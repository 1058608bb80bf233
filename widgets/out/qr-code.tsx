import type { VNode } from "preact";
import { encode } from "uqr";

/** The modules of a quiet zone that readers need around a code. */
const border = 4;

/** A QR code of an address, dark on light in every theme, as one path without styles. */
export function QrCode({
  address,
  name,
}: {
  readonly address: string;
  readonly name: string;
}): VNode {
  const { data, size } = encode(address, { ecc: "M", border });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="qr"
      role="img"
      aria-label={name}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <path fill="#ffffff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000000" d={squares.join("")} />
    </svg>
  );
}
