import { createUser, type Origin, startSession } from '../../features/people/index.ts'
import { hashToken } from '../../lib/tokens.ts'
import type { Role } from '../../schema/permissions.ts'
import type { TestServer } from '../testing.ts'

/** A browser, as far as the server sees it: it keeps cookies and sends them back. */
export function makeVisitor({ base }: Pick<TestServer, 'base'>) {
  const cookies = new Map<string, string>()
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=')
      if (value) cookies.set(name!, value)
      else cookies.delete(name!)
    }
    return response
  }
  const send = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const all = { 'Content-Type': 'application/json', ...(Cookie && { Cookie }), ...headers }
    return fetch(base + path, { ...init, headers: all }).then(keep)
  }
  const post = (path: string, body: unknown, headers?: Record<string, string>) =>
    send(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }, headers)
  return {
    cookies,
    post,
    get: async (path: string) => (await (await send(path)).json()) as Record<string, unknown>,
    /** Status of the answer, and its sentence when it has one. */
    async tell(path: string, body: unknown, headers?: Record<string, string>): Promise<[number, string | null]> {
      const response = await post(path, body, headers)
      const text = await response.text()
      return [response.status, text === '' ? null : ((JSON.parse(text) as { error?: string }).error ?? null)]
    },
    /** Asks GraphQL with the cookies. */
    async ask(query: string, variables?: Record<string, unknown>) {
      return (await (await post('/graphql', { query, variables })).json()) as Answer
    },
  }
}

/** An answer of GraphQL. The tests know what they asked for. */
interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any
  errors?: { message: string; extensions?: { code?: string } }[]
}

export type Visitor = ReturnType<typeof makeVisitor>

export const PASSWORD = 'correct horse battery'

const NOWHERE: Origin = { address: null, agent: null }

/** Of PASSWORD, made once: it takes its time. */
let passwordHash: string | null = null

/** A person of an organization, who can sign in with PASSWORD. */
export async function makePerson(server: TestServer, email: string, role: Role = 'viewer') {
  const { sql, organization } = server
  const person = { email, name: email.split('@')[0]!, password: PASSWORD, role }
  if (passwordHash === null) {
    const made = await createUser(sql, organization.id, person)
    const [row] = await sql<{ passwordHash: string }[]>`select password_hash from users where id = ${made.id}`
    passwordHash = row!.passwordHash
    return made
  }
  const [made] = await sql<{ id: number; email: string }[]>`
    with made as (
      insert into users (email, name, password_hash) values (${email}, ${person.name}, ${passwordHash}) returning *
    ), member as (
      insert into memberships (organization_id, user_id, role) select ${organization.id}, id, ${role} from made
    )
    select id, email from made`
  return made!
}

/** A browser in which somebody is signed in already. */
export async function visitorOf(server: TestServer, userId: number): Promise<Visitor> {
  const visitor = makeVisitor(server)
  const session = { userId, organizationId: server.organization.id }
  visitor.cookies.set('tachograph_session', await startSession(server.services, session, NOWHERE))
  return visitor
}

/** A session of a person, as an identity provider of their organization would have begun it. */
export async function startProviderSession(server: TestServer, userId: number): Promise<string> {
  const { sql, services, organization } = server
  const token = await startSession(services, { userId, organizationId: organization.id }, NOWHERE)
  await sql`
    with provider as (
      insert into identity_providers (organization_id, name, issuer, client_id)
      values (${organization.id}, 'Directory', 'https://id.example.com', 'x')
      on conflict (organization_id, name) do update set issuer = excluded.issuer returning id
    )
    update sessions set provider_id = provider.id from provider where token_hash = ${hashToken(token)}`
  return token
}

/** Lines of the audit log of an organization, the first one first. */
export async function auditOf({ sql }: Pick<TestServer, 'sql'>, organizationId: number) {
  const rows = await sql<{ action: string; actor: string; subject: string; address: string | null }[]>`
    select action, actor, subject, address from audit_events where organization_id = ${organizationId} order by id`
  return rows.map(({ action, actor, subject }) => `${actor}: ${action} ${subject}`)
}
