import { rangeWords } from '../../../lib/range-words.ts'
import type { DashboardDocument, PanelDocument, VariableDocument } from '../document.ts'
import { readRangeDocument, rangeDocumentWords } from '../range-document.ts'
import { fieldChanges } from './field-changes.ts'

/** What became of one thing of a dashboard between two versions. */
export type DocumentChange = {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED'
  /** 'Dashboard', 'Panel "Failures"', 'Variable "Region"'. */
  subject: string
  /** What is different, a sentence each. Of what was added or removed, what it is. */
  details: string[]
}

/**
 * What is different between two versions of a dashboard, in words: the dashboard itself, then its variables, then its panels, each in
 * the order of the newer version and, at the end, what is gone. Panels are the same by id, variables by name.
 */
export function diffDocuments(before: DashboardDocument, after: DashboardDocument): DocumentChange[] {
  const { variables: variablesBefore, panels: panelsBefore } = before
  const { variables: variablesAfter, panels: panelsAfter } = after
  const own = fieldChanges(ownFields(before), ownFields(after))
  return [
    ...(own.length === 0 ? [] : [{ kind: 'CHANGED' as const, subject: 'Dashboard', details: own }]),
    ...diffLists(variablesBefore, variablesAfter, variables),
    ...orderChange(variablesBefore, variablesAfter),
    ...diffLists(panelsBefore, panelsAfter, panels),
  ]
}

/** What a dashboard has beside its variables and panels, the range as people say it. */
function ownFields({ variables: _variables, panels: _panels, range, timezone, ...rest }: DashboardDocument) {
  const choice = readRangeDocument(range)
  return { ...rest, range: choice ? rangeWords(choice, timezone ?? 'UTC') : rangeDocumentWords(range), timezone }
}

/** How things of a kind are told apart, named and compared. */
interface Things<Thing> {
  keyOf: (thing: Thing) => string
  subjectOf: (thing: Thing) => string
  /** What it is, for one that was not there before or is gone. */
  describe: (thing: Thing) => string
  diff: (before: Thing, after: Thing) => string[]
}

const variables: Things<VariableDocument> = {
  keyOf: ({ name }) => name,
  subjectOf: ({ title, name }) => `Variable "${title || name}"`,
  describe: ({ dimension }) => `Chooses values of ${dimension}.`,
  diff: fieldChanges,
}

const panels: Things<PanelDocument> = {
  keyOf: ({ id }) => id,
  subjectOf: ({ title, kind }) => `Panel "${title || kind}"`,
  describe: ({ kind, layout }) => `A panel of the kind ${kind}, ${placeWords(layout)}, ${sizeWords(layout)}.`,
  diff: diffPanels,
}

function diffLists<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  { keyOf, subjectOf, describe, diff }: Things<Thing>,
): DocumentChange[] {
  const earlier = new Map(before.map((thing) => [keyOf(thing), thing]))
  const later = new Set(after.map(keyOf))
  const stands = after.flatMap((thing): DocumentChange[] => {
    const known = earlier.get(keyOf(thing))
    if (!known) return [{ kind: 'ADDED', subject: subjectOf(thing), details: [describe(thing)] }]
    const details = diff(known, thing)
    return details.length === 0 ? [] : [{ kind: 'CHANGED', subject: subjectOf(thing), details }]
  })
  const gone = before
    .filter((thing) => !later.has(keyOf(thing)))
    .map((thing): DocumentChange => ({ kind: 'REMOVED', subject: subjectOf(thing), details: [describe(thing)] }))
  return [...stands, ...gone]
}

function diffPanels({ layout: from, ...before }: PanelDocument, { layout: to, ...after }: PanelDocument): string[] {
  const moved = from.x !== to.x || from.y !== to.y ? [`Moved from ${placeWords(from)} to ${placeWords(to)}.`] : []
  const resized = from.w !== to.w || from.h !== to.h ? [`Resized from ${sizeWords(from)} to ${sizeWords(to)}.`] : []
  return [...moved, ...resized, ...fieldChanges(before, after)]
}

/** Variables stand in the order of their list; panels stand where their layout says. */
function orderChange(before: readonly VariableDocument[], after: readonly VariableDocument[]): DocumentChange[] {
  const common = (list: readonly VariableDocument[], other: readonly VariableDocument[]) =>
    list.map(variables.keyOf).filter((key) => other.some((one) => variables.keyOf(one) === key))
  if (common(before, after).join('\n') === common(after, before).join('\n')) return []
  const order = after.map(({ title, name }) => title || name).join(', ')
  return [{ kind: 'CHANGED', subject: 'Order of the variables', details: [`It is ${order} now.`] }]
}

const placeWords = ({ x, y }: PanelDocument['layout']): string => `column ${x + 1}, row ${y + 1}`

const sizeWords = ({ w, h }: PanelDocument['layout']): string =>
  `${w} ${w === 1 ? 'column' : 'columns'} by ${h} ${h === 1 ? 'row' : 'rows'}`
