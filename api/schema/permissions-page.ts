import { PERMISSION_NAMES, ROLES, ruleOf, SCOPES } from './permissions.ts'

const INTRODUCTION = `# Permissions

<!-- Printed from api/schema/permissions.ts by: npm run schema -->

Who may do what is the same in every organization. A person has the permissions of the role in the organization; a key has those of its scopes, and a key that is
confined to pipelines has them for these only. The API answers \`FORBIDDEN\` to everyone else, and says what is missing and who has it. \`viewer { permissions }\` tells what
one may do oneself, and \`permissionRules\` gives these tables.`

const RULES = `## Beyond the tables

- Nobody gives or takes away more than they have: an admin makes no owner, and neither changes nor removes one. A key makes no key with a scope, pipeline or network
  that it lacks, and invites nobody who may do more than the key.
- The last owner of an organization stays owner and member. Everybody else may leave. With the last organization that one belongs to goes the account.
- A session that began with an identity provider stays in the organization of the provider.
- What belongs to another organization is answered like what never was, and so is somebody else's private dashboard.
- A key that is confined to pipelines sees no dashboards. Who came by a share link has no permission: they see its dashboard and nothing else.`

/** docs/permissions.md: the matrix for people who read. */
export function permissionsPage(): string {
  const people = PERMISSION_NAMES.map((name) => {
    const { description, roles } = ruleOf(name)
    return [`\`${name}\``, description, ...ROLES.map((role) => (roles.includes(role) ? 'yes' : ''))]
  })
  const keys = PERMISSION_NAMES.map((name) => {
    const { scopes } = ruleOf(name)
    return [`\`${name}\``, ...SCOPES.map((scope) => (scopes.includes(scope) ? 'yes' : ''))]
  })
  const parts = [
    INTRODUCTION,
    '## People',
    table(['permission', 'what', ...ROLES], people),
    '## Keys',
    table(['permission', ...SCOPES.map((scope) => `\`${scope}\``)], keys),
    RULES,
  ]
  return `${parts.join('\n\n')}\n`
}

/** A table as the formatter of this project writes it. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(3, ...[header, ...rows].map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
