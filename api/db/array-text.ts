const OTHER_ESCAPE = /\\[^"\\]/

/**
 * A PostgreSQL array literal, to be bound as text. The driver writes arrays too, at ten times the cost, which shows with
 * thousands of elements.
 *
 * It is a list of JSON in other brackets: both escape `"` and `\` in the same way, and PostgreSQL reads `null` in any case.
 *
 * @example arrayText(['a', null, 'say "hi"']) // '{"a",null,"say \\"hi\\""}'
 */
export function arrayText(values: readonly (string | number | null)[]): string {
  const json = JSON.stringify(values)
  // Control characters are escaped by JSON alone.
  const list = OTHER_ESCAPE.test(json) ? values.map(element).join(',') : json.slice(1, -1)
  return `{${list}}`
}

function element(value: string | number | null): string | number {
  if (value === null) return 'null'
  return typeof value === 'number' ? value : `"${value.replaceAll(/["\\]/g, '\\$&')}"`
}
