import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from './canary-terms.ts'
import { callWith, liveCall, plainCall } from './calls.ts'
import { EXPECTED_FIELDS } from './expected-access.ts'
import { subscribe } from './probe-live.ts'
import { selectUsedLinks } from './queries.ts'
import { ask, errorsOf, forEach, isGood, nameOf, reset, type Run } from './run.ts'
import { leavesOf } from './arguments.ts'
import { unknownLike } from './values.ts'

/** Root fields that are answered to who came by a link. */
const OPEN = ['Query.sharedDashboard', 'Subscription.sharedDashboardChanged', 'Subscription.panels']
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
  await reset(run)
  const beside = await ask(run, visitor, shared, {})
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
  await checkUse(run)
  await checkRefusals(run, visitor)
  await checkLive(run, visitor)
  await reset(run)
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

/** Live they hear of their dashboard and its panels; what else they name is answered like what never was. */
async function checkLive(run: Run, visitor: Actor): Promise<void> {
  const { a, b, full } = run.canaries
  const fields = run.fields.filter(({ kind, name }) => kind === 'subscription' && name in EXPECTED_FIELDS)
  const own = await Promise.all(fields.map((field) => subscribe(run, visitor, field, liveCall(run, field).args)))
  const panels = fields.find(({ name }) => name === 'Subscription.panels')
  const ids = panels && leavesOf(panels.args).find(({ name }) => name === 'ids')
  const named = [b.ids.panel[0]!, unknownLike(b.ids.panel[0]!, b.stem)]
  const others =
    panels && ids
      ? await Promise.all(
          named.map((id) => subscribe(run, visitor, panels, callWith(run, panels, { leaf: ids, value: id }).args)),
        )
      : []
  try {
    await sleep(QUIET_MS)
    await run.client.ask(full, MOVE, { id: a.ids.dashboard[0], folder: run.fresh() })
    await sleep(QUIET_MS)
    for (const { field, frames } of own) {
      const isRefused = frames.some((frame) => frame.includes('"FORBIDDEN"'))
      if (isRefused === OPEN.includes(field.name)) {
        run.findings.add(
          field.name,
          nameOf(visitor),
          `${isRefused ? 'Is refused' : 'Is not refused'}: a link says otherwise`,
        )
      } else if (!isRefused && frames.length === 0) {
        run.findings.add(field.name, nameOf(visitor), 'Hears nothing: this check sees nothing here')
      }
    }
    const [theirs, nobodys] = others.map(({ frames }) => frames.join('\n'))
    if (theirs !== nobodys)
      run.findings.add('Subscription.panels', nameOf(visitor), 'A panel of B is not like a random one')
  } finally {
    for (const subscriber of [...own, ...others]) subscriber.close()
  }
}
