import { useSyncExternalStore } from 'react'
import { makeTicker, type Ticker } from './ticker.ts'

const tickers = new Map<number, Ticker>()

/**
 * The present moment, in milliseconds since 1970, drawn anew every `everyMs`; null stands still. Everything that says how
 * long ago something was, or how long it has been running, takes its moment from here.
 */
export function useNow(everyMs: number | null): number {
  const ticker = tickerFor(everyMs ?? STANDING_STILL)
  return useSyncExternalStore(everyMs === null ? never : ticker.onTick, ticker.now)
}

const STANDING_STILL = 2 ** 31 - 1
const never = () => () => {}

function tickerFor(everyMs: number): Ticker {
  const known = tickers.get(everyMs)
  if (known) return known
  const made = makeTicker(everyMs)
  tickers.set(everyMs, made)
  return made
}
