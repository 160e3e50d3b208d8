const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * A length of time as people say it, in its two largest units.
 * @param ms milliseconds; a negative length keeps its sign
 * @example formatDuration(72_340) // '1 m 12 s'
 * @example formatDuration(340) // '340 ms'
 */
export function formatDuration(ms: number): string {
  if (ms < 0) return `−${formatDuration(-ms)}`
  if (ms < SECOND - 0.5) return `${Math.round(ms)} ms`
  if (ms < 10 * SECOND - 50) return `${trimZeros((ms / SECOND).toFixed(1))} s`
  const seconds = Math.round(ms / SECOND)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return twoUnits(seconds, 60, 'm', 's')
  const minutes = Math.round(ms / MINUTE)
  if (minutes < 24 * 60) return twoUnits(minutes, 60, 'h', 'm')
  return twoUnits(Math.round(ms / HOUR), 24, 'd', 'h')
}

/** The same length to the millisecond, for a tooltip or a copy. `formatExactDuration(72_340)` is '72.340 s'. */
export function formatExactDuration(ms: number): string {
  return Math.abs(ms) < SECOND ? `${formatNumber(ms)} ms` : `${formatFixed(ms / SECOND, 3)} s`
}

const COMPACT_STEPS = [
  { from: 1e12, unit: 'tn' },
  { from: 1e9, unit: 'bn' },
  { from: 1e6, unit: 'M' },
  { from: 1e3, unit: 'k' },
] as const

/**
 * A number for comparing at a glance: three figures and a unit.
 * @example formatCompact(12_430) // '12.4 k'
 */
export function formatCompact(value: number): string {
  const size = Math.abs(value)
  // 999.95 k would print as 1000 k, so a step begins where the one below it would round over.
  const step = COMPACT_STEPS.find(({ from }) => size >= from * 0.9995)
  if (!step) return formatNumber(Number(value.toPrecision(3)))
  const scaled = value / step.from
  const digits = Math.abs(scaled) < 9.995 ? 2 : Math.abs(scaled) < 99.95 ? 1 : 0
  return `${trimZeros(scaled.toFixed(digits))} ${step.unit}`
}

const BYTE_UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** An amount of data in powers of 1000, three figures: `formatBytes(12_430_000)` is '12.4 MB'. */
export function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  // 999.5 kB would print as 1000 kB, so a unit begins where the one below it would round over.
  while (size >= 999.5 && unit < BYTE_UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  const digits = unit === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2
  return `${trimZeros(size.toFixed(digits))} ${BYTE_UNITS[unit]}`
}

/** A number in full, with thousands grouped: `formatNumber(12430.5)` is '12,430.5'. At most 6 decimals. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value)
}

function formatFixed(value: number, digits: number): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}

/**
 * An amount of money with its currency and as many decimals as that currency has. An amount too small for them keeps
 * two significant figures, because a job that costs a tenth of a cent did not cost nothing.
 * @param currency three capital letters (ISO 4217)
 * @example formatMoney(1234.5, 'EUR') // '€1,234.50'
 * @example formatMoney(0.00123, 'USD') // '$0.0012'
 */
export function formatMoney(amount: number, currency: string): string {
  const usual = new Intl.NumberFormat('en', { style: 'currency', currency })
  const smallest = 10 ** -(usual.resolvedOptions().maximumFractionDigits ?? 2)
  if (amount === 0 || Math.abs(amount) >= smallest) return usual.format(amount)
  return new Intl.NumberFormat('en', { style: 'currency', currency, maximumSignificantDigits: 2 }).format(amount)
}

/**
 * A share in percent. Below 10 % one decimal; a share that is nearly, but not quite, none or all never reads as 0 % or 100 %.
 * @param ratio 0..1
 * @example formatPercent(0.0734) // '7.3%'
 */
export function formatPercent(ratio: number): string {
  const percent = ratio * 100
  if (percent > 0 && percent < 0.1) return '<0.1%'
  if (percent < 100 && percent >= 99.95) return '>99.9%'
  return `${trimZeros(percent.toFixed(1))}%`
}

/** A change against an earlier value, signed: `formatChange(0.124)` is '+12.4%', `formatChange(-0.5)` is '−50%'. */
export function formatChange(ratio: number): string {
  const size = `${trimZeros(Math.abs(ratio * 100).toFixed(1))}%`
  return ratio > 0 ? `+${size}` : ratio < 0 ? `−${size}` : size
}

/** A count with its noun: `formatCount(1, 'job')` is '1 job', `formatCount(1200, 'job')` is '1,200 jobs'. */
export function formatCount(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`
}

function twoUnits(total: number, size: number, large: string, small: string): string {
  const rest = total % size
  return rest === 0 ? `${total / size} ${large}` : `${Math.floor(total / size)} ${large} ${rest} ${small}`
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** Milliseconds in a second, a minute, an hour and a day. */
export const lengths = { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY } as const
