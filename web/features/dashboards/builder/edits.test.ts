import { expect, test } from 'vitest'
import { panelKinds } from '../../../panels/index.ts'
import { readDocument } from '../document.ts'
import { copyOf, newPanel, withChangedPanel, withoutPanel, withPanel } from './edits.ts'

const empty = readDocument({ title: 'Empty' })

test.each(panelKinds.map((kind) => [kind.kind]))('a new panel of the kind %s is one that can be stored', (name) => {
  const kind = panelKinds.find((one) => one.kind === name)!
  const panel = newPanel(kind as Parameters<typeof newPanel>[0], empty, { id: 'new' })
  expect(readDocument({ panels: [JSON.parse(JSON.stringify(panel))] }).panels).toEqual([panel])
  expect(panel.layout).toEqual({ x: 0, y: 0, w: kind.size.w, h: kind.size.h })
  expect(panel.query === null).toBe(kind.needs === null)
  expect(panel.query?.range).toBeUndefined()
})

test('a copy stands beside, and the original stays', () => {
  const [line] = panelKinds
  const panel = newPanel(line as Parameters<typeof newPanel>[0], empty, { id: 'a', at: { x: 0, y: 0 } })
  const one = withPanel(empty, panel)
  const copy = copyOf(panel, one, 'b')
  const two = withPanel(one, copy)
  expect(two.panels.map(({ id, layout: { x, y } }) => [id, x, y])).toEqual([
    ['a', 0, 0],
    ['b', 6, 0],
  ])
  expect(withoutPanel(two, 'a').panels).toEqual([copy])
  expect(withChangedPanel(two, { ...copy, title: 'Other' }).panels[0]).toBe(panel)
  expect(empty.panels).toEqual([])
})
