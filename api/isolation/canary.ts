import { randomUUID } from 'node:crypto'
import {
  makeNumber,
  makeStem,
  DAY_MS,
  HOUR_MS,
  NO_IDS,
  openPipelines,
  SHARED,
  type Actor,
  type Canaries,
  type Ids,
} from './canary-terms.ts'
import {
  addActingKeys,
  addInvitation,
  addPeopleOfBoth,
  addSessionThrough,
  begin,
  type Begun,
  type Material,
} from './canary-people.ts'
import { addAnnotation } from './canary-annotations.ts'
import { addDashboard, addOwn } from './canary-dashboards.ts'
import { addInsight } from './canary-insights.ts'
import { addQuotas } from './canary-limits.ts'
import {
  add,
  addBelongings,
  addCrowd,
  addJob,
  addPipeline,
  type CanaryJob,
  type Draft,
  inOrder,
} from './canary-rows.ts'
import { hashToken } from '../lib/tokens.ts'
import { makeVisitors } from './canary-visitors.ts'

/** Rows that come and go together in the worlds. */
interface Drafts {
  a: Draft
  /** Of A, beyond the confined key. */
  hidden: Draft
  b: Draft
  /** Limits that B keeps far below. */
  roomy: Draft
  /** As much as B may have. */
  crowd: Draft
  /** People of both: what they are here, and what of B comes before and after it. */
  both: Draft
  first: Draft
  last: Draft
}

/**
 * Thinks up two organizations. B has everything twice: once under numbers of its own, and once under the very numbers of
 * A's things, which every key that begins with the organization allows. So a statement that forgets the organization finds
 * or changes B's things too when A names its own. B is the first in every order: a statement that finds too much and takes
 * the first takes B's.
 */
export function planCanaries(material: Material): Canaries {
  const { now, password } = material
  const from = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - 3 * DAY_MS)
  const [a1, hidden1, b1, roomy, crowd, both1, first, last] = Array.from({ length: 8 }, (): Draft => new Map())
  const drafts = {
    a: a1!,
    hidden: hidden1!,
    b: b1!,
    roomy: roomy!,
    crowd: crowd!,
    both: both1!,
    first: first!,
    last: last!,
  }
  const [lower, higher] = [makeNumber(), makeNumber()].sort((one, other) => one - other)
  // Odd and even: days on which keys were used are made of it, and differ.
  const a = begin('A', higher! | 1, drafts.a, material)
  const b = begin('B', lower! & ~1, drafts.b, material)
  const hidden = { name: 'A beyond the key', stem: makeStem() }

  const jobs = addJobs(drafts, { a, b, hidden: hidden.stem, from })
  const invitations = addThings(drafts, { a, b }, material)
  const both = addPeopleOfBoth([drafts.both, drafts.first, drafts.last], a, b, material)
  const dashboards = addDashboards(drafts, { a, b, providedId: both.providedId, from }, material)
  const keys = addActingKeys([drafts.a, drafts.b], a, b, material)
  const visitors = makeVisitors()
  const idsOfA = idsOf(a, { ...jobs.ofA, ...dashboards.ofA })
  const idsOfB = idsOf(b, { ...jobs.ofB, ...dashboards.ofB })
  return {
    a: { ...a, ids: { ...idsOfA, user: [...both.guests, ...idsOfA.user] }, texts: textsOf(a.stem) },
    b: { ...b, ids: idsOfB, texts: [...textsOf(b.stem), ...idsOfB.pipeline] },
    hidden: {
      ...hidden,
      ids: { ...NO_IDS, ...jobs.ofHidden },
      texts: [...textsOf(hidden.stem), ...jobs.ofHidden.pipeline],
    },
    ...both,
    ...keys,
    ...invitations,
    visitorOfLink: dashboards.visitor,
    visitorOfB: dashboards.visitorOfB,
    visitors,
    password,
    range: { from: from.toISOString(), to: new Date(from.getTime() + 12 * HOUR_MS).toISOString() },
    worlds: worldsOf(drafts),
    footprint: {
      organizations: [a.organizationId, b.organizationId],
      users: [...a.userIds, ...b.userIds, ...both.userIds, ...Object.values(visitors)],
    },
  }
}

function worldsOf({ a, hidden, b, roomy, crowd, both, first, last }: Drafts): Canaries['worlds'] {
  return {
    confined: inOrder([a, both]),
    alone: inOrder([a, hidden, both]),
    sole: inOrder([a, hidden]),
    crowded: inOrder([b, crowd, a, hidden]),
    both: inOrder([b, roomy, first, a, hidden, both, last]),
  }
}

type JobIds = Pick<Ids, 'pipeline' | 'pipelineNumber' | 'job' | 'externalId' | 'insight' | 'annotation'>
type DashboardIds = Pick<Ids, 'dashboard' | 'panel' | 'shareLink'>

/** Pipelines and jobs: of A three pipelines that the confined key may see and two that it may not, of B the same and one more. */
function addJobs(drafts: Drafts, { a, b, hidden, from }: { a: Begun; b: Begun; hidden: string; from: Date }) {
  const numbers = {
    sharedOfA: makeNumber(),
    second: makeNumber(),
    third: makeNumber(),
    ofB: makeNumber(),
    closed: makeNumber(),
    other: makeNumber(),
  }
  const ofA = { organizationId: a.organizationId, from }
  const jobsA = addPipeline(drafts.a, { ...ofA, key: SHARED, id: numbers.sharedOfA, text: a.stem })
  const [, second, third] = openPipelines(a.stem)
  // At other hours: pipelines that behave all the same would tell nothing.
  const hoursOn = (hours: number) => ({ ...ofA, from: new Date(from.getTime() + hours * HOUR_MS) })
  addPipeline(drafts.a, { ...hoursOn(1), key: second, id: numbers.second, text: second })
  addPipeline(drafts.a, { ...hoursOn(6), key: third, id: numbers.third, text: third })
  const key = `${hidden}-pipeline`
  const jobsHidden = addPipeline(drafts.hidden, { ...ofA, key, id: numbers.closed, text: hidden })
  addPipeline(drafts.hidden, { ...ofA, key: `${hidden}-other`, id: numbers.other, text: hidden })

  const insights = { ofA: randomUUID(), ofHidden: randomUUID(), ofB: randomUUID() }
  const at = from
  const annotations = { ofA: randomUUID(), ofHidden: randomUUID(), ofB: randomUUID() }
  addInsight(drafts.a, { ...a, id: insights.ofA, pipelineId: numbers.sharedOfA, text: a.stem, at })
  addInsight(drafts.hidden, { ...a, id: insights.ofHidden, pipelineId: numbers.closed, text: hidden, at })
  addAnnotation(drafts.a, { ...a, id: annotations.ofA, pipelineId: numbers.sharedOfA, text: a.stem, at })
  addAnnotation(drafts.hidden, { ...a, id: annotations.ofHidden, pipelineId: numbers.closed, text: hidden, at })
  // What is about the whole organization is not for a confined key.
  addAnnotation(drafts.hidden, { ...a, id: randomUUID(), pipelineId: null, text: `${hidden}-all`, at })

  const ofB = { organizationId: b.organizationId, from }
  const keyOfB = `${b.stem}-pipeline`
  const jobsB = addPipeline(drafts.b, { ...ofB, key: keyOfB, id: numbers.ofB, text: b.stem })
  // Under numbers of A: the shared one under that of one which A's confined key may not see.
  addPipeline(drafts.b, { ...ofB, key: SHARED, id: numbers.closed, text: `${b.stem}-x` })
  addPipeline(drafts.b, { ...ofB, key: `${b.stem}-twin`, id: numbers.sharedOfA, text: `${b.stem}-y` })
  for (const number of ['other', 'second', 'third'] as const) {
    addPipeline(drafts.b, { ...ofB, key: `${b.stem}-${number}`, id: numbers[number], text: `${b.stem}-${number}` })
  }
  addInsight(drafts.b, { ...b, id: insights.ofB, pipelineId: numbers.ofB, text: b.stem, at })
  // One at the same moment, and one at another.
  addInsight(drafts.b, { ...b, id: insights.ofA, pipelineId: numbers.sharedOfA, text: `${b.stem}-y`, at })
  const later = new Date(at.getTime() + 60_000)
  addInsight(drafts.b, { ...b, id: insights.ofHidden, pipelineId: numbers.closed, text: `${b.stem}-x`, at: later })
  addAnnotation(drafts.b, { ...b, id: annotations.ofB, pipelineId: numbers.ofB, text: b.stem, at })
  addAnnotation(drafts.b, { ...b, id: annotations.ofA, pipelineId: numbers.sharedOfA, text: `${b.stem}-y`, at })
  addAnnotation(drafts.b, { ...b, id: annotations.ofHidden, pipelineId: null, text: `${b.stem}-x`, at: later })
  for (const job of [...jobsA, ...jobsHidden]) {
    // One at the same moment, and one at another.
    const at = job === jobsA[1] ? new Date(job.at.getTime() + 60_000) : job.at
    const twin = { id: job.id, at, externalId: `${b.stem}-twin-of-${job.id}` }
    const whose = { organizationId: b.organizationId, pipelineId: numbers.sharedOfA, text: b.stem, failed: true }
    addJob(drafts.b, twin, whose)
  }
  return {
    ofA: { ...jobIdsOf(SHARED, numbers.sharedOfA, jobsA), insight: [insights.ofA], annotation: [annotations.ofA] },
    ofHidden: {
      ...jobIdsOf(key, numbers.closed, jobsHidden),
      insight: [insights.ofHidden],
      annotation: [annotations.ofHidden],
    },
    ofB: { ...jobIdsOf(keyOfB, numbers.ofB, jobsB), insight: [insights.ofB], annotation: [annotations.ofB] },
  }
}

/**
 * A dashboard of each, and one of B with the id and the panel of A's. Under the number of A's link B has one to its other
 * dashboard.
 */
function addDashboards(
  drafts: Drafts,
  { a, b, providedId, from }: { a: Begun; b: Begun; providedId: number; from: Date },
  { tokens }: Material,
) {
  const make = () => ({ id: randomUUID(), panelId: randomUUID(), linkId: makeNumber() })
  const [ofA, ofB] = [make(), make()]
  const [token, tokenOfB] = [tokens.make('share'), tokens.make('share')]
  const whose = ({ organizationId, userIds, userId }: Begun) => ({ organizationId, ownerId: userIds.at(-1)!, userId })
  addDashboard(drafts.a, { ...whose(a), ...ofA, text: a.stem, at: from, tokenHash: hashToken(token) })
  addDashboard(drafts.b, { ...whose(b), ...ofB, linkId: ofA.linkId, text: b.stem, at: from })
  const twin = { ...ofA, linkId: ofB.linkId, text: `${b.stem}-twin`, tokenHash: hashToken(tokenOfB) }
  addDashboard(drafts.b, { ...whose(b), ...twin, at: from })
  // Somebody of both keeps something of it in B only.
  const theirs = { organizationId: b.organizationId, id: ofA.id, userId: providedId, text: `${b.stem}-both`, at: from }
  addOwn(drafts.last, theirs)
  add(drafts.last, 'dashboard_favourites', {
    ...{ organization_id: b.organizationId, user_id: providedId, dashboard_id: ofA.id },
  })
  const visitor = (name: string, token: string): Actor => ({ name, token, role: null, scopes: [], isConfined: false })
  const ids = ({ id, panelId, linkId }: typeof ofA) => ({
    ...{ dashboard: [id], panel: [panelId], shareLink: [String(linkId)] },
  })
  return {
    ofA: ids(ofA),
    ofB: ids(ofB),
    visitor: { ...visitor("who came by A's link", token), linkId: ofA.linkId },
    visitorOfB: visitor("who came by B's link", tokenOfB),
  }
}

/** Everything but people, keys and jobs. */
function addThings(drafts: Drafts, { a, b }: { a: Begun; b: Begun }, material: Material) {
  const { now } = material
  addBelongings(drafts.a, { ...a, text: a.stem, now })
  // So long ahead that no scan of the server comes between.
  const ahead = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString()
  add(drafts.a, 'insight_scans', { organization_id: a.organizationId, started_at: ahead(20) })
  add(drafts.b, 'insight_scans', { organization_id: b.organizationId, started_at: ahead(21) })
  addBelongings(drafts.b, { ...b, text: b.stem, now })
  addBelongings(drafts.b, { ...b, numbers: a.numbers, text: `${b.stem}-twin`, now })
  addSessionThrough(drafts.b, b, a.numbers.identityProvider, material)
  addQuotas(drafts.a, a.organizationId, now, { mayExport: true })
  addQuotas(drafts.roomy, b.organizationId, now)
  addCrowd(drafts.crowd, b, now)
  addQuotas(drafts.crowd, b.organizationId, now, { isFull: true })
  // Of somebody who is a member already: accepting it uses it up, and changes nothing else.
  const id = makeNumber()
  addInvitation(drafts.b, { ...b, stem: `${b.stem}-twin` }, id, material)
  return {
    invitation: addInvitation(drafts.b, b, makeNumber(), material),
    ownInvitation: addInvitation(drafts.a, a, id, material),
  }
}

function idsOf(from: Begun, others: JobIds & DashboardIds): Ids {
  const { numbers, organizationId, userIds, sessionIds } = from
  const one = (value: number) => [String(value)]
  return {
    organization: one(organizationId),
    user: userIds.map(String),
    session: sessionIds.map(String),
    team: one(numbers.team),
    apiKey: one(numbers.apiKey),
    invitation: one(numbers.invitation),
    identityProvider: one(numbers.identityProvider),
    auditEvent: one(numbers.auditEvent),
    ...others,
  }
}

function jobIdsOf(pipeline: string, pipelineNumber: number, jobs: readonly CanaryJob[]) {
  return {
    pipeline: [pipeline],
    pipelineNumber: [String(pipelineNumber)],
    job: jobs.map(({ id }) => id),
    externalId: jobs.map(({ externalId }) => externalId),
  }
}

function textsOf(stem: string): string[] {
  return [stem, `${stem}-team`, `${stem}-run-1`, `${stem}-viewer@canary.invalid`]
}
