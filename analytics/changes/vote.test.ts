import { describe, expect, it } from 'vitest'

import { vote } from './vote.ts'

describe('vote', () => {
  it('gives the example', () => {
    expect(vote([[40], [42], [], [42, 90]])).toEqual([
      { index: 42, votes: 3 },
      { index: 90, votes: 1 },
    ])
  })

  it('counts a voter once, however many places it has nearby', () => {
    expect(vote([[40, 45], [43]])).toEqual([{ index: 43, votes: 2 }])
  })

  it('reaches five points and no more', () => {
    expect(vote([[40], [45]])).toEqual([{ index: 40, votes: 2 }])
    expect(vote([[40], [46]])).toEqual([
      { index: 40, votes: 1 },
      { index: 46, votes: 1 },
    ])
  })

  it('prefers the place in the middle of its voters', () => {
    expect(vote([[40], [43], [45]])).toEqual([{ index: 43, votes: 3 }])
  })

  it('finds nothing when nobody proposes anything', () => {
    expect(vote([[], []])).toEqual([])
    expect(vote([])).toEqual([])
  })
})
