/** A methodology whose credit steps up with the load, falls again where a fee begins, and stops above a limit. */
export const steps = `format: methodology/1
id: STEPS-1
version: 1-r1
status: illustrative
mode: official
title: { ja: 段, en: Steps }
documents: { note: { title: { ja: 覚書, en: Note }, standing: publication } }
things: { wheel: { ja: 輪, en: wheels } }
enums: { kind: { large: { ja: 大, en: Large }, small: { ja: 小, en: Small } } }
inputs:
  kind: { type: enum kind, label: { ja: 種類, en: Kind } }
  is_new: { type: boolean, label: { ja: 新品, en: New } }
  load: { type: quantity t, label: { ja: 量, en: Load }, allowed: { max: 12 } }
  carts:
    type: list
    label: { ja: 台車, en: Carts }
    min_items: 0
    max_items: 9
    item:
      wheels: { type: count wheel, label: { ja: 車輪, en: Wheels } }
formulas:
  fee:
    label: { ja: 控え, en: Fee }
    unit: t
    cases:
      - { when: "load >= 7 [t]", then: "3 [t]" }
      - { when: is_new and kind == kind.small, then: "1 [t]" }
      - { otherwise: "0 [t]" }
    source: { document: note }
    provenance: confirmed
  credit:
    label: { ja: 控除後, en: Credit }
    unit: t
    expr: load / 3 * 2 - fee + sum(carts, wheels) * 1 [t/wheel]
    round: { mode: floor, to: 1, source: { document: note }, provenance: confirmed }
    source: { document: note }
    provenance: confirmed
outputs: { credit: { main: true } }
`;
