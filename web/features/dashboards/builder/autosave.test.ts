import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeAutosave, type SaveOutcome } from './autosave.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 20, 14, 2) }))
afterEach(() => void vi.useRealTimers())

const saved: SaveOutcome = { kind: 'saved' }

test('edits are sent when the editing pauses, the newest only', async () => {
  const save = vi.fn(async (_edit: string) => saved)
  const autosave = makeAutosave(save)
  for (const edit of ['a', 'ab', 'abc']) {
    autosave.edited(edit)
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(autosave.state().status).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(save.mock.calls).toEqual([['abc']])
  expect(autosave.state()).toMatchObject({ status: 'saved', problem: null })
  expect(autosave.state().savedAt).toBeGreaterThan(Date.UTC(2026, 10, 20, 14, 2))
})

test('while nobody answers, the edit is kept and sent again', async () => {
  const outcomes: SaveOutcome[] = [{ kind: 'away' }, { kind: 'away' }]
  const save = vi.fn(async (_edit: string) => outcomes.shift() ?? saved)
  const autosave = makeAutosave(save)
  autosave.edited('a')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(autosave.state().status).toBe('away')
  autosave.edited('ab')
  expect(autosave.state().status).toBe('away')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(autosave.state().status).toBe('saved')
  expect(save.mock.lastCall).toEqual(['ab'])
})

test('an edit during a save is sent after it, never at the same time', async () => {
  let under = 0
  let most = 0
  const save = vi.fn(async (_edit: string) => {
    most = Math.max(most, (under += 1))
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    under -= 1
    return saved
  })
  const autosave = makeAutosave(save)
  autosave.edited('a')
  await vi.advanceTimersByTimeAsync(1_000)
  autosave.edited('b')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(save.mock.calls).toEqual([['a'], ['b']])
  expect(most).toBe(1)
  expect(autosave.state().status).toBe('saved')
})

test('a refusal is told, and the next edit is tried all the same', async () => {
  const outcomes: SaveOutcome[] = [{ kind: 'refused', problem: 'You may not.' }]
  const autosave = makeAutosave(async (_edit: string) => outcomes.shift() ?? saved)
  autosave.edited('a')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(autosave.state()).toMatchObject({ status: 'refused', problem: 'You may not.' })
  autosave.edited('b')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(autosave.state()).toMatchObject({ status: 'saved', problem: null })
})

test('flush saves at once and says whether everything is saved', async () => {
  const outcomes: SaveOutcome[] = [saved, { kind: 'away' }]
  const autosave = makeAutosave(async (_edit: string) => outcomes.shift() ?? saved)
  autosave.edited('a')
  expect(await autosave.flush()).toBe(true)
  expect(await autosave.flush()).toBe(true)
  autosave.edited('b')
  expect(await autosave.flush()).toBe(false)
})

test('what is settled is not sent, also when it was settled during a save', async () => {
  const save = vi.fn(async (_edit: string) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    return saved
  })
  const autosave = makeAutosave(save)
  autosave.edited('a')
  autosave.settle()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(save).not.toHaveBeenCalled()
  autosave.edited('b')
  await vi.advanceTimersByTimeAsync(1_000)
  autosave.settle()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(save.mock.calls).toEqual([['b']])
  expect(autosave.state().status).toBe('saved')
})
