/** What an object holds as pairs, sorted by name. */
export function byName<Value>(values: Readonly<Record<string, Value>>): { name: string; value: Value }[] {
  const pairs = Object.entries(values).map(([name, value]) => ({ name, value }))
  return pairs.sort((a, b) => (a.name < b.name ? -1 : 1))
}
