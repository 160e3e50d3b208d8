import { randomUUID } from 'node:crypto'
import type { Leaf } from './arguments.ts'
import { DASHBOARD_FOLDER, DASHBOARD_VERSION, dashboardDocument } from './canary-dashboards.ts'
import { type Canaries, type Kind, KINDS, makeNumber, makeStem, type Secret, SHARED } from './canary-terms.ts'

/** A value to put at a place, and what of it names something. */
export interface Candidate {
  kind: Kind | 'text'
  text: string
}

/** Everything of a secret that may be named at a place, the likeliest first. */
export function candidatesFor(leaf: Leaf, field: string, secret: Secret): Candidate[] {
  const kinds = KINDS.flatMap((kind) => secret.ids[kind].map((text): Candidate => ({ kind, text })))
  const texts = secret.texts.map((text): Candidate => ({ kind: 'text', text }))
  const only = (...names: Candidate['kind'][]) => kinds.filter(({ kind }) => names.includes(kind))
  if (NAMELESS.has(leaf.name)) return []
  if (leaf.type === 'ID') return byLikelihood(kinds, leaf, field)
  if (PROSE.test(leaf.path)) return texts.slice(0, 1)
  if (leaf.type === 'String')
    return /pipeline/i.test(leaf.name) ? [...only('pipeline'), ...texts] : [...texts, ...only('pipeline')]
  if (['MetricQuery', 'FilterInput'].includes(leaf.type) || isPanel(leaf))
    return [...only('pipeline'), ...texts.slice(0, 1)]
  if (leaf.type === 'JobInput') return only('pipeline', 'externalId')
  return []
}

/** They name nothing. A wrong password counts as an attempt to guess, and a wrong time zone is answered with the nearest name. */
const NAMELESS = new Set(['password', 'current', 'new', 'code', 'timezone'])

/** What people write for people, and nothing is looked up by: one text is enough. */
const PROSE = /^input\.(title|text|link|labels\.\w+)$|^comment$/

/** `teamId` is likely to be the id of a team, and the `id` of `deleteTeam` too. */
function byLikelihood(candidates: Candidate[], { name }: Leaf, field: string): Candidate[] {
  const hint = /^ids?$/.test(name) ? field : name
  const score = ({ kind }: Candidate) => (hint.toLowerCase().includes(kind.toLowerCase()) ? 1 : 0)
  return candidates.toSorted((one, other) => score(other) - score(one))
}

/** Something of the same form that nobody has. */
export function unknownLike(text: string, stem: string): string {
  if (/^\d+$/.test(text)) return String(makeNumber())
  if (/^[0-9a-f-]{36}$/.test(text)) return randomUUID()
  return text.includes(stem) ? text.replaceAll(stem, makeStem()) : `${makeStem()}${text.slice(0, 4)}`
}

/** Values at a place that name this text: most types have one, whole questions several. */
export function valuesNaming(leaf: Leaf, text: string, canaries: Canaries): unknown[] {
  const { type } = leaf
  if (type === 'MetricQuery') return metricQueriesAbout(text, canaries)
  if (type === 'FilterInput') return filtersAbout(text)
  // The other ways to filter are tried with `context`, on the same statements.
  if (isPanel(leaf)) return metricQueriesAbout(text, canaries).slice(0, 1).map(panelAsking)
  if (type === 'JobInput') return jobInputsAbout(text, canaries)
  return [text]
}

/** What is right at a place, if nothing particular is to be named there. `fresh` makes texts that are new each time. */
export function usualValue(leaf: Leaf, canaries: Canaries, fresh: () => string): unknown {
  const { name, type, values } = leaf
  const { password, range } = canaries
  switch (type) {
    case 'ID':
      return String(makeNumber())
    case 'Int':
    case 'Float':
      return NUMBERS[name] ?? 5
    case 'Boolean':
      return true
    case 'DateTime':
      return new Date(new Date(range.to).getTime() + 30 * 86_400_000).toISOString()
    case 'Duration':
      return 'P1D'
    case 'JSON':
      return isPanel(leaf) ? panelAsking(metricQueries(canaries)[0]!) : dashboardDocument(fresh(), randomUUID())
    case 'TimeRangeInput':
      return range
    case 'MetricQuery':
      return metricQueries(canaries)[0]
    case 'FilterInput':
      return { dimension: 'pipeline', op: 'IS_NOT_EMPTY' }
    case 'JobInput':
      return jobInputsAbout(SHARED, canaries)[0]
    case 'Role':
      return 'VIEWER'
    case 'DashboardVisibility':
      return 'PRIVATE'
    case 'Scope':
      return 'MANAGE'
    default:
      return values[0] ?? usualText(name, password, fresh)
  }
}

/** Of an earlier version of a dashboard, and of the last one. */
const NUMBERS: Readonly<Record<string, number>> = { version: 1, basedOn: DASHBOARD_VERSION }

function usualText(name: string, password: string, fresh: () => string): unknown {
  switch (name) {
    case 'email':
      return `${fresh()}@canary.invalid`
    case 'password':
    case 'current':
      return password
    case 'new':
      return `${fresh()} and more of it`
    case 'code':
      return '000000'
    case 'issuer':
      return 'https://127.0.0.1:9'
    case 'addresses':
      return '203.0.113.0/24'
    case 'pipelines':
      return SHARED
    case 'link':
      return `https://${fresh()}.invalid`
    case 'datasets':
      return 'jobs'
    case 'emailDomains':
      return `${fresh()}.invalid`
    case 'scopes':
      return 'openid email'
    case 'currency':
      return 'EUR'
    case 'from':
      return DASHBOARD_FOLDER
    default:
      return fresh()
  }
}

/** Questions that group by everything that can be told apart, and one that adds up. */
export function metricQueries({ range }: Canaries): object[] {
  const query = { dataset: 'jobs', measures: ['count', 'duration_sum', 'duration_p95', 'cost'], range }
  return [
    { ...query, dimensions: ['pipeline', 'label.canary'] },
    { ...query, dimensions: ['status', 'trigger'], every: 'HOUR' },
    { ...query, dimensions: [] },
    { ...query, dimensions: ['pipeline'], compare: 'PREVIOUS_PERIOD' },
  ]
}

function metricQueriesAbout(text: string, { range }: Canaries): object[] {
  const query = { dataset: 'jobs', measures: ['count'], range }
  return filtersAbout(text).map((filter) => ({ ...query, dimensions: ['pipeline', 'trigger'], filters: [filter] }))
}

function filtersAbout(text: string): object[] {
  return [
    { dimension: 'pipeline', op: 'IN', values: [text] },
    { dimension: 'pipeline', op: 'CONTAINS', values: [text] },
    { dimension: 'pipeline', op: 'NOT_IN', values: [text] },
    { dimension: 'label.canary', op: 'IN', values: [`${text}-label`] },
    { dimension: 'trigger', op: 'CONTAINS', values: [text] },
    {
      any: [
        { dimension: 'pipeline', op: 'IS', values: [text] },
        { dimension: 'duration', op: 'RANGE', min: 0 },
      ],
    },
  ]
}

/** The panel of a dashboard is JSON for GraphQL. */
function isPanel({ name, type }: Leaf): boolean {
  return type === 'JSON' && name === 'panel'
}

/** A panel that asks a question in every form. */
function panelAsking(query: object): object {
  const layout = { x: 0, y: 0, w: 4, h: 4 }
  const id = '00000000-0000-4000-8000-000000000000'
  return { id, kind: 'table', title: 'Panel', layout, query, answers: ['ROWS', 'TOTAL', 'SERIES'], options: {} }
}

/** Reports that move a job, that change one where it stands, and that are new. */
function jobInputsAbout(text: string, { a, range }: Canaries): object[][] {
  const from = new Date(range.from).getTime()
  const at = (minutes: number) => new Date(from + minutes * 60_000).toISOString()
  const [moved, changed] = a.ids.externalId
  if (text === moved) return [[{ pipeline: SHARED, externalId: moved, status: 'QUEUED', queuedAt: at(30) }]]
  if (text === changed) {
    return [[{ pipeline: SHARED, externalId: changed, status: 'RUNNING', attempt: 2, startedAt: at(300) }]]
  }
  const report = { status: 'SUCCEEDED', queuedAt: at(200), startedAt: at(201), finishedAt: at(202) }
  return [
    [{ ...report, pipeline: text, externalId: 'canary-sent' }],
    [{ ...report, pipeline: SHARED, externalId: text }],
  ]
}
