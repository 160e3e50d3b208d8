import { makeNumber, makeStem, DAY_MS, HOUR_MS, NO_IDS, SHARED, type Canaries, type Ids } from './canary-terms.ts'
import {
  addActingKeys,
  addInvitation,
  addPeopleOfBoth,
  addSessionThrough,
  begin,
  type Begun,
  type Material,
} from './canary-people.ts'
import {
  addBelongings,
  addCrowd,
  addJob,
  addPipeline,
  addQuotas,
  type CanaryJob,
  type Draft,
  inOrder,
} from './canary-rows.ts'

/**
 * Thinks up two organizations. B has everything twice: once under numbers of its own, and once under the very numbers of
 * A's things, which every key that begins with the organization allows. So a statement that forgets the organization finds
 * or changes B's things too when A names its own.
 */
export function planCanaries(material: Material): Canaries {
  const { now, password } = material
  const from = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - 3 * DAY_MS)
  const [draftA, draftHidden, draftB, draftBoth, draftFirst, draftLast] = [1, 2, 3, 4, 5, 6].map((): Draft => new Map())
  const a = begin('A', draftA!, material)
  const b = begin('B', draftB!, material)
  const hidden = { name: 'A beyond the key', stem: makeStem() }

  const shared = { a: makeNumber(), b: makeNumber() }
  const [closed, other] = [makeNumber(), makeNumber()]
  const pipeline = { organizationId: a.organizationId, key: SHARED, id: shared.a, text: a.stem, from }
  const jobsA = addPipeline(draftA!, pipeline)
  const key = `${hidden.stem}-pipeline`
  const jobsHidden = addPipeline(draftHidden!, { ...pipeline, key, id: closed, text: hidden.stem })
  addPipeline(draftHidden!, { ...pipeline, key: `${hidden.stem}-other`, id: other, text: hidden.stem })

  const ofB = { organizationId: b.organizationId, text: b.stem, from }
  const keyOfPipelineB = `${b.stem}-pipeline`
  const jobsB = addPipeline(draftB!, { ...ofB, key: keyOfPipelineB, id: shared.b })
  // Under numbers of A: the shared one under that of one which A's confined key may not see.
  addPipeline(draftB!, { ...ofB, key: SHARED, id: closed, text: `${b.stem}-x` })
  addPipeline(draftB!, { ...ofB, key: `${b.stem}-twin`, id: shared.a, text: `${b.stem}-y` })
  addPipeline(draftB!, { ...ofB, key: `${b.stem}-third`, id: other, text: `${b.stem}-z` })
  for (const job of [...jobsA, ...jobsHidden]) {
    // One at the same moment, and one at another.
    const at = job === jobsA[1] ? new Date(job.at.getTime() + 60_000) : job.at
    const twin = { id: job.id, at, externalId: `${b.stem}-twin-of-${job.id}` }
    addJob(draftB!, twin, { organizationId: b.organizationId, pipelineId: shared.a, text: b.stem, failed: true })
  }

  addBelongings(draftA!, { ...a, text: a.stem, now })
  addBelongings(draftB!, { ...b, text: b.stem, now })
  addBelongings(draftB!, { ...b, numbers: a.numbers, text: `${b.stem}-twin`, now })
  addSessionThrough(draftB!, b, a.numbers.identityProvider, material)
  addQuotas(draftA!, a.organizationId, now)
  const roomy: Draft = new Map()
  addQuotas(roomy, b.organizationId, now)
  // Of somebody who is a member already: accepting it uses it up, and changes nothing else.
  const ownInvitationId = makeNumber()
  addInvitation(draftB!, { ...b, stem: `${b.stem}-twin` }, ownInvitationId, material)
  const both = addPeopleOfBoth([draftBoth!, draftFirst!, draftLast!], a, b, material)
  const keys = addActingKeys([draftA!, draftB!], a, b, material)
  const invitation = addInvitation(draftB!, b, makeNumber(), material)
  const ownInvitation = addInvitation(draftA!, a, ownInvitationId, material)

  const alone = inOrder([draftA!, draftHidden!, draftBoth!])
  const idsOfA = idsOf(a, SHARED, shared.a, jobsA)
  const crowd: Draft = new Map()
  addCrowd(crowd, b, now)
  return {
    a: { ...a, ids: { ...idsOfA, user: [...both.guests, ...idsOfA.user] }, texts: textsOf(a.stem) },
    b: { ...b, ids: idsOf(b, keyOfPipelineB, shared.b, jobsB), texts: [...textsOf(b.stem), keyOfPipelineB] },
    hidden: {
      ...hidden,
      ids: { ...NO_IDS, ...jobIdsOf(key, closed, jobsHidden) },
      texts: [...textsOf(hidden.stem), key],
    },
    ...both,
    ...keys,
    invitation,
    ownInvitation,
    password,
    range: { from: from.toISOString(), to: new Date(from.getTime() + 12 * HOUR_MS).toISOString() },
    worlds: {
      confined: inOrder([draftA!, draftBoth!]),
      alone,
      // B's rows come first: a statement that finds too many and takes the first one takes B's.
      sole: inOrder([draftA!, draftHidden!]),
      crowded: inOrder([draftB!, crowd, draftA!, draftHidden!]),
      both: inOrder([draftB!, roomy, draftFirst!, draftA!, draftHidden!, draftBoth!, draftLast!]),
    },
    footprint: {
      organizations: [a.organizationId, b.organizationId],
      users: [...a.userIds, ...b.userIds, ...both.userIds],
    },
  }
}

function idsOf(from: Begun, pipeline: string, pipelineNumber: number, jobs: readonly CanaryJob[]): Ids {
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
    ...jobIdsOf(pipeline, pipelineNumber, jobs),
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
