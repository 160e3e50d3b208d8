import { formatChange } from './format.ts'

/** How a value differs from the one before it, in words and with a judgement. */
export interface ValueChange {
  text: string
  direction: 'up' | 'down' | 'same'
  /** `neutral`: more is neither better nor worse. */
  tone: 'good' | 'bad' | 'neutral'
}

/**
 * The change from an earlier value: of shares in percentage points, of everything else in percent. Null when one of the two
 * is not known, or when the earlier one is 0 and no percentage exists.
 *
 * @param unit what the values count, as the GraphQL schema names it: 'RATIO' are shares
 * @param moreIs what it means when the value grows
 * @example changeOf({ now: 0.05, before: 0.02 }, 'RATIO', 'bad') // { text: '+3 points', direction: 'up', tone: 'bad' }
 */
export function changeOf(
  { now, before }: { now: number | null; before: number | null },
  unit: string,
  moreIs: 'good' | 'bad' | 'neutral',
): ValueChange | null {
  if (now === null || before === null) return null
  if (unit !== 'RATIO' && before === 0)
    return now === 0 ? { text: 'no change', direction: 'same', tone: 'neutral' } : null
  const size = unit === 'RATIO' ? (now - before) * 100 : now / before - 1
  const text = unit === 'RATIO' ? points(size) : formatChange(size)
  if (!/[1-9]/.test(text)) return { text: 'no change', direction: 'same', tone: 'neutral' }
  const worse = moreIs === 'bad' ? 'good' : 'bad'
  const tone = moreIs === 'neutral' ? 'neutral' : size > 0 ? moreIs : worse
  return { text, direction: size > 0 ? 'up' : 'down', tone }
}

function points(size: number): string {
  const text = Math.abs(size).toFixed(1).replace(/\.0$/, '')
  return `${size > 0 ? '+' : '−'}${text} ${text === '1' ? 'point' : 'points'}`
}
