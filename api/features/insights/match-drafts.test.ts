import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import { type Known, matchDrafts, stateOf } from './match-drafts.ts'

const DAY = 86_400_000
const day = (n: number) => new Date(n * DAY)

const place = { pipeline: 'etl', measure: 'count', currency: null, every: 'DAY' } as const
const event = { ...place, kind: 'ANOMALY', direction: 'UP', startedAt: day(10), endedAt: day(12) } as const

function draft(part: Partial<Draft>): Draft {
  return { ...event, ...part } as Draft
}

function known(part: Partial<Known>): Known {
  return { ...event, id: 'known', state: 'NEW', foundAt: day(11), ...part }
}

const change = { kind: 'CHANGE_POINT', endedAt: null } as const
const trend = { kind: 'TREND', endedAt: null } as const

test.each<[what: string, Partial<Draft>, Partial<Known>, boolean]>([
  ['an event of the same days', {}, {}, true],
  ['an event that overlaps', { startedAt: day(11), endedAt: day(13) }, {}, true],
  ['an event that goes on', { endedAt: null }, {}, true],
  ['an event that begins where the other ended', { startedAt: day(12), endedAt: day(13) }, {}, false],
  ['one to the other side', { direction: 'DOWN' }, {}, false],
  ['one of another pipeline', { pipeline: 'mail' }, {}, false],
  ['one of another measure', { measure: 'cost' }, {}, false],
  ['one in another currency', { currency: 'EUR' }, { currency: 'USD' }, false],
  ['one of another kind', change, {}, false],
  ['a change whose day moved a little', { ...change, startedAt: day(13) }, change, true],
  ['a change of another day', { ...change, startedAt: day(14) }, change, false],
  ['a trend, wherever it begins', { ...trend, startedAt: day(40) }, trend, true],
  ['a trend after one that ended', trend, { ...trend, endedAt: day(9), state: 'OVER' }, false],
])('%s', (_what, found, stored, isSame) => {
  const { fresh, again, gone } = matchDrafts([draft(found)], [known(stored)])
  expect([fresh.length, again.length]).toEqual(isSame ? [0, 1] : [1, 0])
  expect(gone).toHaveLength(isSame || stored.state === 'OVER' ? 0 : 1)
})

test('an event that is seen by the hour is not told by the day as well', () => {
  const byHour = draft({ every: 'HOUR', startedAt: new Date(10.4 * DAY), endedAt: new Date(10.6 * DAY) })
  expect(matchDrafts([byHour, draft({})], []).fresh).toEqual([byHour])
  const stored = known({ every: 'HOUR', startedAt: byHour.startedAt, endedAt: byHour.endedAt })
  expect(matchDrafts([byHour, draft({})], [stored])).toMatchObject({ fresh: [], again: [{ draft: byHour }], gone: [] })
  // When the hours are too long ago for the finer watch, the coarser one still finds it.
  expect(matchDrafts([draft({})], [stored])).toMatchObject({ fresh: [], again: [{ known: stored }], gone: [] })
})

test('of two that it could be it is the nearer', () => {
  const [near, far] = [
    known({ ...change, id: 'near', startedAt: day(11) }),
    known({ ...change, id: 'far', startedAt: day(13) }),
  ]
  const { again, gone } = matchDrafts([draft({ ...change, startedAt: day(11) })], [far, near])
  expect([again[0]!.known.id, gone.map(({ id }) => id)]).toEqual(['near', ['far']])
})

test('every draft is told once at most, and every insight is found again, gone, or over already', () => {
  const part = fc.record({
    kind: fc.constantFrom('ANOMALY', 'CHANGE_POINT', 'TREND'),
    direction: fc.constantFrom('UP', 'DOWN'),
    every: fc.constantFrom('HOUR', 'DAY'),
    startedAt: fc.nat(20).map(day),
    endedAt: fc.option(fc.integer({ min: 21, max: 30 }).map(day)),
  })
  // What is for good has no end while it is found.
  const found = part.map((one) => (one.kind === 'ANOMALY' ? one : { ...one, endedAt: null }))
  const state = fc.constantFrom('NEW', 'ONGOING', 'OVER')
  fc.assert(
    fc.property(fc.array(found), fc.array(fc.tuple(part, state)), (news, stored) => {
      const drafts = news.map((one) => draft(one as Partial<Draft>)).sort((a, b) => (a.every > b.every ? -1 : 1))
      const all = stored.map(([one, its], i) =>
        known({ ...(one as Partial<Known>), id: String(i), state: its as Known['state'] }),
      )
      const { fresh, again, gone } = matchDrafts(drafts, all)
      const told = [...fresh, ...again.map((one) => one.draft)]
      expect(new Set(told).size).toBe(told.length)
      const ids = [...again.map((one) => one.known.id), ...gone.map(({ id }) => id)]
      expect(new Set(ids).size).toBe(ids.length)
      for (const one of all) expect(ids.includes(one.id) || one.state === 'OVER').toBe(true)
      // What is told of the same scan is nothing new in the next one.
      const next = told.map((one, i) => known({ ...one, id: `next ${i}` }))
      expect(matchDrafts(drafts, next).gone).toEqual([])
    }),
  )
})

test('a day after it was found it is not new any more', () => {
  expect(stateOf({ endedAt: null }, day(10), new Date(11 * DAY - 1))).toBe('NEW')
  expect(stateOf({ endedAt: null }, day(10), day(11))).toBe('ONGOING')
  expect(stateOf({ endedAt: day(9) }, day(10), day(10))).toBe('OVER')
})
