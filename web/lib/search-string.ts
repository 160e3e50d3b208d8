/** The query part of an address as the page reads it: text by name; a name that stands several times is a list. */
export type RawSearch = Record<string, string | string[]>

/**
 * Reads the query part of an address, keeping everything as text: each page's own reader makes sense of it.
 * @example parseSearch('?status=failed&pipeline=a&pipeline=b') // { status: 'failed', pipeline: ['a', 'b'] }
 */
export function parseSearch(text: string): RawSearch {
  const parameters = new URLSearchParams(text)
  const names = [...new Set(parameters.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}

/**
 * Writes it, plainly, so that people can read and edit addresses. Undefined, null and empty lists are left out.
 * @example stringifySearch({ status: ['failed', 'queued'], text: undefined }) // '?status=failed&status=queued'
 */
export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    const values: unknown[] = Array.isArray(value) ? value : [value]
    for (const one of values) if (one !== undefined && one !== null) parameters.append(name, String(one))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** The values of a name as a list, whether it stands once, several times or not at all. Empty ones are left out. */
export function readList(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return [...new Set(values.filter((one): one is string => typeof one === 'string' && one !== ''))]
}

/** The value of a name, the first when it stands several times; undefined when absent or empty. */
export function readText(value: unknown): string | undefined {
  return readList(value)[0]
}
