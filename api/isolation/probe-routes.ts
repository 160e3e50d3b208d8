import type { Actor } from './canary-terms.ts'
import { SHARED } from './canary-terms.ts'
import type { Answer, HttpRequest } from './client.ts'
import { plainCall } from './calls.ts'
import { type Expectation, EXPECTED_ROUTES } from './expected-access.ts'
import { normalize } from './findings.ts'
import { mayCall } from './probe-access.ts'
import { changesOf, look, lookThrough, nameOf, reset, type Run } from './run.ts'
import { unknownLike } from './values.ts'

const SEND: Expectation = { roles: ['owner', 'admin', 'editor'], scopes: ['ingest'] }
const EXPORT: Expectation = { roles: ['owner', 'admin'], scopes: ['manage'] }

/** The addresses beside GraphQL, and GraphQL where it is asked by address. */
export async function probeRoutes(run: Run): Promise<void> {
  const { a, b, footprint } = run.canaries
  await reset(run)
  const before = await look(run)
  await probeOpenAddresses(run)
  await probeAccounts(run)
  await probeIngest(run)
  await probeExports(run)
  await probeQueryByAddress(run)
  const changed = changesOf(before, await look(run), [b.organizationId, ...b.userIds, ...a.userIds])
  if (changed.length > 0)
    run.findings.add('addresses', a.people.owner.name, `Changed what belongs to others: ${changed.join(', ')}`)
  if (footprint.organizations.length > 0) await reset(run)
}

/** Sends, and looks through the answer. */
async function send(run: Run, actor: Actor | null, request: HttpRequest): Promise<Answer> {
  const answer = await run.client.send(actor, request)
  const where = `${request.method} ${request.path.split('?')[0]!.replace(/\d{9}/g, '<id>')}`
  lookThrough(run, { actor, where, sent: `${request.path} ${request.body ?? ''}` }, answer)
  return answer
}

function get(path: string): HttpRequest {
  return { method: 'GET', path }
}

function post(path: string, body: object): HttpRequest {
  return { method: 'POST', path, type: 'application/json', body: JSON.stringify(body) }
}

/** What is told of something of B must be what is told of something that nobody has. */
async function compare(
  run: Run,
  actor: Actor | null,
  make: (text: string) => HttpRequest,
  text: string,
): Promise<void> {
  const unknown = unknownLike(text, run.canaries.b.stem)
  const told = async (name: string) => {
    const { status, headers, text: body } = await send(run, actor, make(name))
    return normalize(`${status} ${body} ${headers}`, [name], run.startedAt)
      .replaceAll(/canary[0-9a-f]{16}/g, '<stem>')
      .replaceAll(/=[\w-]{40,}/g, '=<token>')
  }
  const [theirs, nobodys] = [await told(text), await told(unknown)]
  if (theirs === nobodys) return
  const { method, path } = make('<id>')
  run.findings.add(
    `${method} ${path}`,
    nameOf(actor),
    `What belongs to B is answered with ${theirs.slice(0, 160)} instead of ${nobodys.slice(0, 160)}`,
  )
}

/** Pages, health and counts: nothing of anybody, whatever is in the address. */
async function probeOpenAddresses(run: Run): Promise<void> {
  const { a, b } = run.canaries
  const open = Object.entries(EXPECTED_ROUTES).filter(([, kind]) => kind === 'public')
  for (const actor of [null, a.people.owner]) {
    for (const [route] of open) await send(run, actor, get(route.split(' ')[1]!))
    await compare(run, actor, (id) => get(`/jobs/${id}`), b.ids.job[0]!)
    await compare(run, actor, (id) => get(`/pipelines/${id}`), b.ids.pipeline[0]!)
    await compare(run, actor, (id) => get(`/files/${id}`), b.ids.auditEvent[0]!)
  }
}

async function probeAccounts(run: Run): Promise<void> {
  const { a, b, throughProvider, invitation, full } = run.canaries
  const elsewhere = b.ids.organization[0]!
  const { owner, viewer } = a.people
  for (const actor of [owner, viewer, throughProvider, full, null]) {
    await compare(run, actor, (organization) => post('/auth/switch', { organization }), elsewhere)
  }
  for (const provider of [b.ids.identityProvider[0]!]) {
    await compare(run, null, (id) => get(`/auth/provider/${a.organizationId}/${id}`), provider)
  }
  const accepted = await send(run, owner, post('/auth/accept', { token: invitation }))
  if (accepted.status !== 401)
    run.findings.add(
      'POST /auth/accept',
      owner.name,
      `An invitation of somebody else was answered with ${accepted.status}`,
    )
  // B's things are compared at the end: one has the same number as this.
  const used = await send(run, viewer, post('/auth/accept', { token: run.canaries.ownInvitation }))
  if (used.status !== 204)
    run.findings.add(
      'POST /auth/accept',
      viewer.name,
      `An invitation of their own was answered with ${used.status}: this check sees nothing here`,
    )
  for (const path of ['/auth/invitation', '/auth/accept', '/auth/reset']) {
    const answer = await send(run, owner, post(path, { token: 'A'.repeat(64), password: `${run.fresh()} and more` }))
    if (answer.status < 400)
      run.findings.add(`POST ${path}`, owner.name, `A made-up token was answered with ${answer.status}`)
  }
}

async function probeIngest(run: Run): Promise<void> {
  const { a, b, scoped, full, confined, hidden } = run.canaries
  const ingest = (pipeline: string, externalId: string): HttpRequest => ({
    method: 'POST',
    path: '/ingest/jobs',
    type: 'application/x-ndjson',
    body: JSON.stringify({ pipeline, externalId, status: 'RUNNING' }),
  })
  for (const actor of [null, ...Object.values(a.people), ...scoped, full, confined]) {
    const { status } = await send(run, actor, ingest(SHARED, 'canary-sent'))
    const expected = actor === null ? 401 : mayCall(actor, SEND) ? 200 : 403
    if (status !== expected)
      run.findings.add('POST /ingest/jobs', nameOf(actor), `Is answered with ${status} instead of ${expected}`)
  }
  await compare(run, full, (id) => ingest(id, 'canary-sent'), b.ids.pipeline[0]!)
  await compare(run, full, (id) => ingest(SHARED, id), b.ids.externalId[0]!)
  await compare(run, confined, (id) => ingest(id, 'canary-sent'), hidden.ids.pipeline[0]!)
}

async function probeExports(run: Run): Promise<void> {
  const { a, scoped, full, confined } = run.canaries
  const exported = Object.entries(EXPECTED_ROUTES).filter(([, kind]) => kind === 'export')
  for (const [route] of exported) {
    for (const actor of [null, ...Object.values(a.people), ...scoped, full, confined]) {
      const answer = await send(run, actor, get(route.split(' ')[1]!))
      const expected = actor === null ? 401 : mayCall(actor, EXPORT) ? 200 : 403
      if (answer.status !== expected)
        run.findings.add(route, nameOf(actor), `Is answered with ${answer.status} instead of ${expected}`)
      if (expected === 200 && !answer.text.includes(a.stem))
        run.findings.add(route, nameOf(actor), "Has nothing of the organization's own: this check sees nothing here")
    }
  }
}

async function probeQueryByAddress(run: Run): Promise<void> {
  const { b, full } = run.canaries
  const job = run.fields.find(({ name }) => name === 'Query.job')
  if (!job) return
  const query = encodeURIComponent(job.document(Object.keys(plainCall(run, job).args)))
  await compare(
    run,
    full,
    (id) => get(`/graphql?query=${query}&variables=${encodeURIComponent(JSON.stringify({ id }))}`),
    b.ids.job[0]!,
  )
}
