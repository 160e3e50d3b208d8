import { expect, test } from 'vitest'
import { longestSpanMs, shortestSpanMs, zoomBy } from './zoom.ts'

const hour = 3_600_000
const span = { from: 0, to: 10 * hour }

test('zooming in keeps the centre where it stands', () => {
  expect(zoomBy(span, 0.5, 2 * hour, 100 * hour)).toEqual({ from: hour, to: 6 * hour })
})

test('in and out again gives the same range', () => {
  expect(zoomBy(zoomBy(span, 0.5, 3 * hour, 99 * hour), 2, 3 * hour, 99 * hour)).toEqual(span)
})

test('zooming out does not go beyond now', () => {
  expect(zoomBy(span, 2, 5 * hour, 10 * hour)).toEqual({ from: -10 * hour, to: 10 * hour })
})

test('there is a shortest and a longest range', () => {
  const short = zoomBy({ from: 0, to: shortestSpanMs }, 0.5, 0, hour)
  expect(short.to - short.from).toBe(shortestSpanMs)
  const long = zoomBy({ from: 0, to: longestSpanMs }, 2, 0, longestSpanMs)
  expect(long.to - long.from).toBe(longestSpanMs)
})

test('the ends are whole minutes, of long ranges whole hours', () => {
  const odd = { from: 1234, to: 40 * hour + 98_765 }
  const long = zoomBy(odd, 0.7, 11 * hour + 777, 50 * hour)
  expect([long.from % hour, long.to % hour]).toEqual([0, 0])
  const short = zoomBy(odd, 0.1, 11 * hour + 777, 50 * hour)
  expect([short.from % 60_000, short.to % 60_000]).toEqual([0, 0])
})
