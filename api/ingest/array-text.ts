const CONTROL = /[\u0000-\u001f]/

/**
 * A PostgreSQL array literal, to be bound as text and cast. The driver writes arrays too, at three times the cost, which
 * shows with thousands of rows.
 *
 * @example arrayText(['a', null, 'say "hi"']) // '{"a",NULL,"say \\"hi\\""}'
 */
export function arrayText(values: readonly (string | number | null)[]): string {
  let text = ''
  for (const value of values) text += text === '' ? element(value) : `,${element(value)}`
  return `{${text}}`
}

function element(value: string | number | null): string | number {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return value
  if (!value.includes('"') && !value.includes('\\')) return `"${value}"`
  // JSON escapes these two in the same way, three times as fast, but control characters differently.
  return CONTROL.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : JSON.stringify(value)
}
