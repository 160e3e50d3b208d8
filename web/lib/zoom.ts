import type { Span } from './range.ts'

const minuteMs = 60_000

/** Zooming in stops here: buckets of a minute tell no more within a shorter range. */
export const shortestSpanMs = 10 * minuteMs

/** Zooming out stops here. */
export const longestSpanMs = 10 * 366 * 86_400_000

/**
 * A range `factor` times as long (0.5 zooms in, 2 zooms out), in which `center` stands at the same share of the width as
 * before. Never shorter or longer than the limits above, and never beyond `latest` (now, as a rule): it is moved back instead.
 * The ends are whole minutes, or whole hours of a range longer than half a day.
 */
export function zoomBy(span: Span, factor: number, center: number, latest: number): Span {
  const length = Math.min(longestSpanMs, Math.max(shortestSpanMs, (span.to - span.from) * factor))
  const share = Math.min(1, Math.max(0, (center - span.from) / (span.to - span.from)))
  const from = center - share * length
  const over = Math.max(0, from + length - Math.max(latest, span.to))
  const step = length > 12 * 60 * minuteMs ? 60 * minuteMs : minuteMs
  const snap = (at: number): number => Math.round(at / step) * step
  return { from: snap(from - over), to: snap(from + length - over) }
}
