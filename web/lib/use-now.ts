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

/**
 * Words that depend on the present moment, looked at every second and drawn anew only when they change: fifty rows of
 * '3 h ago' cost nothing.
 */
export function useWordsOfNow(words: (now: number) => string): string {
  const ticker = tickerFor(1000)
  return useSyncExternalStore(ticker.onTick, () => words(ticker.now()))
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
