/** A length of time as people say it. Months and days have no fixed length in milliseconds; see `addDuration`. */
export interface Duration {
  months: number
  days: number
  /** Hours, minutes and seconds together. */
  ms: number
}

const PATTERN = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/**
 * Reads an ISO 8601 duration in whole numbers: `P30D`, `PT6H`, `P1Y2M`, `P2W`. Null when the text is not one, or when it is
 * longer than ten digits a part.
 *
 * @example parseDuration('P1Y2MT1H') // { months: 14, days: 0, ms: 3600000 }
 */
export function parseDuration(text: string): Duration | null {
  const parts = PATTERN.exec(text)
  if (!parts || text.endsWith('P') || text.endsWith('T') || /\d{11}/.test(text)) return null
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  return { months: years * 12 + months, days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 }
}
