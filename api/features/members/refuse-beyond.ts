import type { Viewer } from '../../schema/context.ts'
import { forbidden } from '../../schema/errors.ts'
import { permissionsOfRole, type Role, ruleOf } from '../../schema/permissions.ts'

/**
 * Throws FORBIDDEN when the role may do anything that the caller may not: nobody gives, changes or takes away more than
 * they have. So an admin makes no owner, and a key nobody who may do more than the key.
 */
export function refuseBeyond(role: Role, { permissions, user, apiKey }: Viewer): void {
  if (apiKey?.pipelines || apiKey?.addresses) {
    const bounds = apiKey.pipelines ? 'pipelines' : 'networks'
    throw forbidden(`This key is confined to ${bounds}, and no role is: it can neither give nor take one.`)
  }
  const missing = [...permissionsOfRole(role)].filter((name) => !permissions.has(name))
  if (missing.length === 0) return
  const caller = user ? `The role ${user.role}` : 'This key'
  const more = missing.map((name) => `"${ruleOf(name).description}"`).join(', ')
  throw forbidden(`${caller} can neither give nor take the role ${role}, which has more rights: ${more}.`)
}
