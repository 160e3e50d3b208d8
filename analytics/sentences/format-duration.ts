const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS = [
  { name: 'd', length: DAY },
  { name: 'h', length: HOUR },
  { name: 'min', length: MINUTE },
  { name: 's', length: SECOND },
]

/**
 * A duration for people: the two largest units that say it, or seconds with one decimal below 10 s.
 *
 * In milliseconds. Not finite: RangeError.
 *
 * @example
 * formatDuration(200_000) // '3 min 20 s'
 */
export function formatDuration(duration: number): string {
  if (!Number.isFinite(duration)) throw new RangeError(`not a duration: ${duration}`)
  const size = Math.abs(duration)
  if (size === 0) return '0 s'
  const text =
    size < 999.5
      ? `${Number(size.toPrecision(3))} ms`
      : size < 9950
        ? `${Math.round(size / 100) / 10} s`
        : inTwoUnits(size)
  return duration < 0 ? `-${text}` : text
}

function inTwoUnits(size: number): string {
  // Rounded to the smaller of the two units first, so that 59.9 s is 1 min and not 60 s.
  const step = size < HOUR ? SECOND : size < DAY ? MINUTE : HOUR
  const rounded = Math.round(size / step) * step
  const first = UNITS.findIndex(({ length }) => rounded >= length)
  const { name, length } = UNITS[first]!
  const next = UNITS[first + 1]
  const rest = next ? Math.floor((rounded % length) / next.length) : 0
  const whole = `${Math.floor(rounded / length).toLocaleString('en')} ${name}`
  return rest === 0 ? whole : `${whole} ${rest} ${next!.name}`
}
