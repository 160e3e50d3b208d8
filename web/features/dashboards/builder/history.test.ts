import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginHistory, change, redo, redoable, undo, undoable } from './history.ts'

test('a change can be undone, and done again', () => {
  const changed = change(beginHistory('a'), 'b', 'Rename', 0)
  expect(undo(changed).present).toBe('a')
  expect(redo(undo(changed)).present).toBe('b')
  expect([undoable(changed), redoable(changed)]).toEqual(['Rename', null])
  expect([undoable(undo(changed)), redoable(undo(changed))]).toEqual([null, 'Rename'])
})

test('changes of the same thing soon after each other are one', () => {
  const typed = ['b', 'bc', 'bcd'].reduce(
    (history, text, index) => change(history, text, 'Rename', index * 400),
    beginHistory('a'),
  )
  expect(typed.present).toBe('bcd')
  expect(undo(typed).present).toBe('a')
})

test('a pause, another thing, or an undo begins a new change', () => {
  const first = change(beginHistory('a'), 'b', 'Rename', 0)
  expect(undo(change(first, 'c', 'Rename', 5_000)).present).toBe('b')
  expect(undo(change(first, 'c', 'Move', 10)).present).toBe('b')
  const again = redo(undo(first))
  expect(undo(change(again, 'c', 'Rename', 10)).present).toBe('b')
})

test('a change after an undo takes what was undone away', () => {
  const history = change(undo(change(beginHistory('a'), 'b', 'Rename', 0)), 'c', 'Move', 10)
  expect(redo(history)).toBe(history)
  expect(undo(history).present).toBe('a')
})

test('nothing to undo, nothing to do again, nothing changed: the history is the same', () => {
  const history = beginHistory('a')
  expect(undo(history)).toBe(history)
  expect(redo(history)).toBe(history)
  expect(change(history, 'a', 'Rename', 0)).toBe(history)
})

test('any changes: undoing all of them leads to the beginning, doing them again to the end', () => {
  const changes = fc.array(fc.record({ to: fc.nat(5), what: fc.constantFrom('x', 'y'), after: fc.nat(2_000) }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(changes, (steps) => {
      let at = 0
      let history = beginHistory(0)
      for (const { to, what, after } of steps) history = change(history, to, what, (at += after))
      const back = steps.reduce((all) => undo(all), history)
      expect(back.present).toBe(0)
      expect(steps.reduce((all) => redo(all), back).present).toBe(history.present)
    }),
  )
})
