import { isNetworkIn } from '../../lib/networks.ts'
import type { Viewer } from '../../schema/context.ts'
import { forbidden } from '../../schema/errors.ts'
import { permissionsOfScopes } from '../../schema/permissions.ts'
import type { KeyRights } from './create-key.ts'

/** What a key would give to whoever holds it. */
type Rights = Pick<KeyRights, 'scopes' | 'pipelines' | 'addresses'>

/**
 * Nobody gives away more than they have: throws FORBIDDEN when a key with these rights could do something that the viewer
 * cannot. A key hands on scopes of its own, within its own pipelines and networks; a person may all that a scope gives.
 */
export function refuseToGive({ scopes, pipelines, addresses }: Rights, viewer: Viewer): void {
  const { apiKey, permissions } = viewer
  for (const scope of scopes) {
    const has = apiKey
      ? apiKey.scopes.includes(scope)
      : [...permissionsOfScopes([scope])].every((name) => permissions.has(name))
    if (!has) throw forbidden(`You do not have all that the scope "${scope}" gives, so you cannot give it to a key.`)
  }
  const beyond = apiKey?.pipelines && (pipelines?.find((key) => !apiKey.pipelines!.includes(key)) ?? pipelines === null)
  if (beyond) {
    const which = beyond === true ? 'all pipelines' : `the pipeline "${beyond}"`
    throw forbidden(`This key is confined to pipelines, so it cannot give access to ${which}.`)
  }
  if (apiKey?.addresses && !addresses?.every((network) => isNetworkIn(network, apiKey.addresses!))) {
    throw forbidden('This key is confined to networks: a key that it makes needs addresses within them.')
  }
}
