const formatters = new Map<string, Intl.DateTimeFormat>()

/** The formatter for some options in a zone. Making one takes longer than using it hundreds of times, so they are kept. */
export function dateFormatter(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const key = JSON.stringify([options, timeZone])
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
  formatters.set(key, made)
  return made
}

/** A moment in words, as the options say. */
export const dateText = (at: number, options: Intl.DateTimeFormatOptions, timeZone: string): string =>
  dateFormatter(options, timeZone).format(at)

/** The short name of a zone at a moment, such as CET. */
export function zoneText(at: number, timeZone: string): string {
  const parts = dateFormatter({ timeZoneName: 'short' }, timeZone).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
