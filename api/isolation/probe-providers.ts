import { type Visit, visitorRows, visitsOf } from './canary-visitors.ts'
import { type Actor, makeNumber } from './canary-terms.ts'
import type { Answer } from './client.ts'
import { normalize } from './findings.ts'
import { type OwnProvider, startOwnProvider } from './own-provider.ts'
import type { Rows } from './queries.ts'
import { ask, changesOf, errorsOf, growthOf, isGood, look, lookThrough, nameOf, reset, type Run } from './run.ts'

/**
 * Signs in through an identity provider of A: alone, and beside a B whose provider has the same number, the same issuer and
 * the same subjects. Who is let in, as whom and with which role must be the same, and nothing of B may change.
 */
export async function probeProviders(run: Run): Promise<void> {
  const { canaries } = run
  const provider = await startOwnProvider()
  const entry: Entry = { provider, id: makeNumber(), steps: [] }
  const worldOf = (rows: Rows, besideB: boolean): Rows => [
    ...rows,
    ...visitorRows(canaries, { id: entry.id, issuer: provider.issuer }, besideB),
  ]
  try {
    await reset(run, worldOf(canaries.worlds.sole, false))
    if (!(await isReached(run, entry))) {
      run.notes.push(
        `Signing in through identity providers was not tried: the server at ${run.client.url} does not reach a provider at ` +
          '127.0.0.1. It runs on another machine, or it asks public addresses only.',
      )
      return
    }
    entry.steps = stepsOf(run, entry)
    const alone = await effectsOf(run, entry)
    await reset(run, worldOf(canaries.worlds.crowded, true))
    const beside = await effectsOf(run, entry)
    report(run, entry, [alone, beside])
  } finally {
    await provider.stop()
  }
}

/** A provider of A, and what is done with it. */
interface Entry {
  provider: OwnProvider
  id: number
  steps: readonly Step[]
}

/** Something that is done, and whether it has to succeed. */
interface Step {
  where: string
  who: string
  succeeds: boolean
  take(): Promise<Outcome>
}

interface Outcome {
  succeeded: boolean
  told: string
}

async function isReached(run: Run, entry: Entry): Promise<boolean> {
  const { told } = await signIn(run, entry, { who: 'nobody', claims: { sub: 'nobody' }, getsIn: false })
  return entry.provider.asked() > 0 || !told.endsWith('problem=provider-down')
}

/** People come, and then the owner connects one more provider, moves this one to another issuer, and disconnects it. */
function stepsOf(run: Run, { provider, id }: Entry): Step[] {
  const visits = visitsOf(run.canaries).map((visit): Step => ({
    where: 'GET /auth/callback',
    who: visit.who,
    succeeds: visit.getsIn,
    take: () => signIn(run, { provider, id }, visit),
  }))
  const input = { name: run.fresh(), issuer: provider.issuer, clientId: 'canary' }
  const changes: [string, Record<string, unknown>][] = [
    ['Mutation.createIdentityProvider', { input }],
    ['Mutation.updateIdentityProvider', { id: String(id), input: { issuer: provider.otherIssuer } }],
    ['Mutation.deleteIdentityProvider', { id: String(id) }],
  ]
  const { owner } = run.canaries.a.people
  const mutations = changes.flatMap(([name, args]): Step[] => {
    const field = run.fields.find((known) => known.name === name)
    if (!field) return []
    const take = async () => {
      const answer = await ask(run, owner, field, args)
      return { succeeded: isGood(answer), told: JSON.stringify(errorsOf(answer)) }
    }
    return [{ where: name, who: nameOf(owner), succeeds: true, take }]
  })
  return [...visits, ...mutations]
}

/** Goes the way of a browser, and then asks who it has become. */
async function signIn(run: Run, { provider, id }: Omit<Entry, 'steps'>, { who, claims }: Visit): Promise<Outcome> {
  const begun = await run.client.send(null, {
    method: 'GET',
    path: `/auth/provider/${run.canaries.a.organizationId}/${id}`,
  })
  const [to, cookie] = [headerOf(begun, 'location'), headerOf(begun, 'set-cookie')]
  if (!URL.canParse(to)) return { succeeded: false, told: `${begun.status} ${to}` }
  const path = `/auth/callback?${provider.authorize(new URL(to), claims)}`
  const answer = await run.client.send(null, { method: 'GET', path, cookie: cookie.split(';')[0]! })
  const token = /^tachograph_session=([^;]+)/.exec(headerOf(answer, 'set-cookie'))?.[1]
  const visitor: Actor = { name: who, token: token ?? '', role: null, scopes: [], isConfined: false }
  const sent = JSON.stringify(claims)
  lookThrough(run, { actor: visitor, where: 'GET /auth/callback', sent }, answer)
  const told = `${answer.status} ${headerOf(answer, 'location')}`
  if (token === undefined) return { succeeded: false, told }
  const viewer = await run.client.ask(visitor, '{ viewer { role organization { id } user { id } } }', {})
  lookThrough(run, { actor: visitor, where: 'Query.viewer', sent }, viewer)
  return { succeeded: isGood(viewer), told: `${told} ${viewer.text}` }
}

function headerOf({ headers }: Answer, name: string): string {
  const line = headers.split('\n').find((text) => text.startsWith(`${name}: `))
  return line?.slice(name.length + 2) ?? ''
}

interface Effect extends Outcome {
  growth: string
}

/** What each step does: what is told of it, and how many rows of A come and go. Rows of B must not. */
async function effectsOf(run: Run, { steps }: Entry): Promise<Effect[]> {
  const { a, b } = run.canaries
  const effects: Effect[] = []
  let before = await look(run)
  for (const { where, who, take } of steps) {
    const outcome = await take()
    const after = await look(run)
    const theirs = changesOf(before, after, [b.organizationId, ...b.userIds])
    if (theirs.length > 0) run.findings.add(where, who, `Changed what belongs to B: ${theirs.join(', ')}`)
    effects.push({
      ...outcome,
      told: normalize(outcome.told, [], run.startedAt),
      growth: growthOf(before, after, [a.organizationId]),
    })
    before = after
  }
  return effects
}

function report(run: Run, { steps }: Entry, [alone, beside]: readonly [Effect[], Effect[]]): void {
  for (const [index, { where, who, succeeds }] of steps.entries()) {
    const [expected, actual] = [alone[index]!, beside[index]!]
    if (expected.succeeded !== succeeds) {
      const what = succeeds ? 'is refused' : 'is let in'
      run.findings.add(where, who, `It ${what}: this check sees nothing here. ${expected.told}`)
    }
    if (expected.told === actual.told && expected.growth === actual.growth) continue
    const difference = `${actual.told}, ${actual.growth} instead of ${expected.told}, ${expected.growth}`
    run.findings.add(where, who, `Is something else when there is another organization: ${difference}`)
  }
}
