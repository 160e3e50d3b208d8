import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from './canary-terms.ts'
import { callWith, liveCall, plainCall } from './calls.ts'
import { EXPECTED_FIELDS } from './expected-access.ts'
import type { RootField } from './documents.ts'
import { subscribe, type Subscriber } from './probe-live.ts'
import { selectUsedLinks } from './queries.ts'
import { ask, errorsOf, forEach, isGood, nameOf, reset, type Run } from './run.ts'
import { leavesOf } from './arguments.ts'
import { unknownLike } from './values.ts'

const SHARED_CHANGED = 'Subscription.sharedDashboardChanged'
/** Root fields that are answered to who came by a link. */
const OPEN = ['Query.sharedDashboard', SHARED_CHANGED, 'Subscription.panels']
/** The server writes down every two seconds which links were used. */
const PATIENCE_MS = 6_000
/** Longer than an answer takes. */
const QUIET_MS = 1_500

const MOVE = 'mutation ($id: ID!, $folder: String) { moveDashboard(id: $id, folder: $folder) { id } }'

/**
 * Asks as somebody who came by a link to a dashboard of A: they see it, the same whether or not there is another
 * organization, and nothing else, neither of A nor of B.
 */
export async function probeLinks(run: Run): Promise<void> {
  const { visitorOfLink: visitor, worlds } = run.canaries
  const shared = run.fields.find(({ name }) => name === 'Query.sharedDashboard')
  if (!shared) return
  await reset(run, worlds.alone)
  const alone = await ask(run, visitor, shared, {})
  const rowsAlone = await rowsOfPanels(run, visitor)
  await reset(run)
  const beside = await ask(run, visitor, shared, {})
  const rowsBeside = await rowsOfPanels(run, visitor)
  if (!isGood(alone) || !alone.text.includes(run.canaries.a.stem)) {
    run.findings.add(
      shared.name,
      nameOf(visitor),
      `Does not see the dashboard of the link: ${alone.text.slice(0, 200)}`,
    )
  }
  if (alone.text !== beside.text) {
    run.findings.add(shared.name, nameOf(visitor), 'The answer changes when there is another organization')
  }
  if (rowsAlone !== rowsBeside) {
    run.findings.add('Subscription.panels', nameOf(visitor), 'The answers change when there is another organization')
  }
  await checkUse(run)
  await checkRefusals(run, visitor)
  await checkLive(run, visitor)
  await reset(run)
}

/** The rows that panels of the link have; what else stands beside them is another each time. */
async function rowsOfPanels(run: Run, visitor: Actor): Promise<string | undefined> {
  const panels = run.fields.find(({ name }) => name === 'Subscription.panels')
  if (!panels) return
  const { frames, close } = await subscribe(run, visitor, panels, liveCall(run, panels).args)
  await sleep(QUIET_MS)
  close()
  return frames.flatMap((frame) => frame.match(/"rows":(\[\]|\[\[.*?\]\])/g) ?? []).at(-1)
}

/** The use of the link is noted for it alone, although B has one with the same number. */
async function checkUse({ sql, canaries: { a, b, visitorOfLink }, findings }: Run): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  const used = () => selectUsedLinks(sql, [a.organizationId, b.organizationId], visitorOfLink.linkId)
  while ((await used()).length === 0 && Date.now() < until) await sleep(100)
  const owners = await used()
  if (!owners.includes(a.organizationId)) {
    findings.add('dashboard_share_links', visitorOfLink.name, 'Its use was not noted: this check sees nothing here')
  }
  if (owners.includes(b.organizationId)) {
    findings.add('dashboard_share_links', visitorOfLink.name, 'Its use was noted for a link of B')
  }
}

/** Every other question and change is refused, also about the dashboard itself. */
async function checkRefusals(run: Run, visitor: Actor): Promise<void> {
  const fields = run.fields.filter(({ kind, name }) => kind !== 'subscription' && !OPEN.includes(name))
  await forEach(fields, async (field) => {
    for (const { args } of [plainCall(run, field), liveCall(run, field)]) {
      const answer = await run.client.ask(visitor, field.shortDocument(Object.keys(args)), args)
      if (errorsOf(answer).some(({ code }) => code === 'FORBIDDEN')) continue
      run.findings.add(field.name, nameOf(visitor), 'Is not refused, although a link is for its dashboard only')
    }
  })
}

/** Live they hear of their dashboard and its panels, and nothing of B, where somebody hears of one with the same id. */
async function checkLive(run: Run, visitor: Actor): Promise<void> {
  const { a, full, visitorOfB } = run.canaries
  const fields = run.fields.filter(({ kind, name }) => kind === 'subscription' && name in EXPECTED_FIELDS)
  const listen = (actor: Actor, some: readonly RootField[]) =>
    Promise.all(some.map((field) => subscribe(run, actor, field, liveCall(run, field).args)))
  // B comes first: what is shared among those who came by links is then made for B.
  const ofB = await listen(
    visitorOfB,
    fields.filter(({ name }) => OPEN.includes(name)),
  )
  const own = await listen(visitor, fields)
  const others = await listenToOthers(run, visitor, fields)
  try {
    await sleep(QUIET_MS)
    await run.client.ask(full, MOVE, { id: a.ids.dashboard[0], folder: run.fresh() })
    await sleep(QUIET_MS)
    for (const subscriber of own) checkHeard(run, subscriber)
    // The answers of panels come by themselves in the beginning.
    const told = ofB.filter(({ field, frames }) => field.name === SHARED_CHANGED && frames.length > 0)
    for (const { field } of told) run.findings.add(field.name, nameOf(visitorOfB), 'Hears that something of A changed')
    const [theirs, nobodys] = others.map(({ frames }) => frames.join('\n'))
    if (theirs !== nobodys)
      run.findings.add('Subscription.panels', nameOf(visitor), 'A panel of B is not like a random one')
  } finally {
    for (const subscriber of [...ofB, ...own, ...others]) subscriber.close()
  }
}

/** Asks for a panel of B, and for a random one. What else they name is answered like what never was. */
function listenToOthers(run: Run, visitor: Actor, fields: readonly RootField[]): Promise<Subscriber[]> {
  const { b } = run.canaries
  const panels = fields.find(({ name }) => name === 'Subscription.panels')
  const ids = panels && leavesOf(panels.args).find(({ name }) => name === 'ids')
  if (!panels || !ids) return Promise.resolve([])
  const named = [b.ids.panel[0]!, unknownLike(b.ids.panel[0]!, b.stem)]
  return Promise.all(
    named.map((id) => subscribe(run, visitor, panels, callWith(run, panels, { leaf: ids, value: id }).args)),
  )
}

/** Whether somebody who came by a link is refused what is not for them, and hears what is. */
function checkHeard({ findings }: Run, { actor, field, frames }: Subscriber): void {
  const isRefused = frames.some((frame) => frame.includes('"FORBIDDEN"'))
  if (isRefused === OPEN.includes(field.name)) {
    findings.add(field.name, nameOf(actor), `${isRefused ? 'Is refused' : 'Is not refused'}: a link says otherwise`)
  } else if (!isRefused && frames.length === 0) {
    findings.add(field.name, nameOf(actor), 'Hears nothing: this check sees nothing here')
  }
}
