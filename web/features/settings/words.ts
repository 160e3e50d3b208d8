import type { Role, Scope } from '../../gql/graphql.ts'

/** The roles, from the one that may do most. */
export const roles: readonly Role[] = ['OWNER', 'ADMIN', 'EDITOR', 'VIEWER']

/** The word for each. */
export const roleWords: Readonly<Record<Role, string>> = {
  OWNER: 'Owner',
  ADMIN: 'Admin',
  EDITOR: 'Editor',
  VIEWER: 'Viewer',
}

/** The roles to choose from. Nobody gives away more than they have: only an owner makes owners. */
export function rolesToGive(own: Role | null | undefined): { id: Role; name: string }[] {
  return roles.filter((role) => own === 'OWNER' || role !== 'OWNER').map((id) => ({ id, name: roleWords[id] }))
}

/** What keys may be used for: the name of each scope and what it allows. */
export const scopeWords: Readonly<Record<Scope, { name: string; allows: string }>> = {
  READ_METRICS: { name: 'Read metrics', allows: 'Ask for tables and series: for BI tools and spreadsheets.' },
  READ_JOBS: { name: 'Read jobs', allows: 'See pipelines and jobs, with their labels and errors.' },
  INGEST: { name: 'Ingest', allows: 'Send jobs: for runners and schedulers.' },
  MANAGE: { name: 'Manage', allows: 'Invite people, change teams and keys, read the audit log.' },
}

/** Names in a sentence: 'a', 'a and b', 'a, b and c'. */
export function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
