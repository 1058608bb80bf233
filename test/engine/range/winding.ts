/** Formulas of one unknown that rise, fall, turn, jump and step. */
const formula = (id: string, body: string, unit = "km") => `
  ${id}:
    unit: ${unit}
    label: { ja: ${id}, en: ${id} }
    ${body}
    source: { document: rule, clause: "1" }
    provenance: confirmed`;

export const winding = `
format: methodology/1
id: WINDING-1
version: 1.0-r1
status: illustrative
mode: range
title: { ja: 曲線, en: Winding }
documents:
  rule: { title: { ja: 規程, en: Rule }, standing: official }
constants:
  ten: { value: 10, unit: km, label: { ja: 十, en: Ten }, source: { document: rule }, provenance: confirmed }
  five: { value: 5, unit: km, label: { ja: 五, en: Five }, source: { document: rule }, provenance: confirmed }
  four: { value: 4, unit: km, label: { ja: 四, en: Four }, source: { document: rule }, provenance: confirmed }
  unit_length: { value: 1, unit: km, label: { ja: 一, en: One }, source: { document: rule }, provenance: confirmed }
inputs:
  x: { type: quantity km, label: { ja: x, en: x }, range: { low: 0, high: 10, source: { document: rule }, provenance: confirmed } }
  y: { type: quantity 1, label: { ja: y, en: y }, range: { low: -1, high: 1, source: { document: rule }, provenance: confirmed } }
  open: { type: quantity km, label: { ja: 未定, en: open } }
formulas:${[
  formula("hill", "expr: x - x * x / ten"),
  formula("twice", "expr: 2 * x - x"),
  formula(
    "steps",
    "expr: x\n    round: { mode: floor, to: 1, source: { document: rule }, provenance: confirmed }",
  ),
  formula("share", "expr: x / (unit_length + x)", '"1"'),
  formula("away", "expr: abs(x - five)"),
  formula("falls", "expr: unit_length / (unit_length + x)", '"1"'),
  formula("jumps", "cases:\n      - when: x > five\n        then: x + ten\n      - otherwise: x"),
  formula("least", "expr: min(x, four)"),
  formula("root", "expr: x * x", "km^2"),
  formula("mixed", "expr: x * y + abs(y) * ten - min(x, five)"),
  formula("needs", "expr: x + open"),
].join("")}
outputs:
  hill: { main: true }
  twice: {}
  steps: {}
  share: {}
  away: {}
  falls: {}
  jumps: {}
  least: {}
  root: {}
  mixed: {}
  needs: {}
`;
