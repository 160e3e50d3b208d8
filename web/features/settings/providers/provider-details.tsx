import { CopyText } from '../../../ui/copy-text.tsx'
import { roleWords } from '../words.ts'
import type { Provider } from './providers-query.ts'

/** Under a provider that is opened: the addresses to copy, and who gets which role. */
export function ProviderDetails({ provider }: { provider: Provider }) {
  const { redirectUrl, signInUrl, clientId, scopes, roleClaim, roleMapping, defaultRole } = provider
  return (
    <div className="settings-stack">
      <CopyText label="Redirect URL, to be registered at the provider" text={redirectUrl} copy="Copy URL" />
      <CopyText label="Sign-in link, for bookmarks and portals" text={signInUrl} copy="Copy link" />
      <dl className="settings-facts">
        <dt>Client id</dt>
        <dd>{clientId}</dd>
        <dt>Scopes</dt>
        <dd>{scopes}</dd>
        {roleClaim && roleMapping.length > 0 ? (
          <>
            <dt>Role by the claim “{roleClaim}”</dt>
            <dd>{roleMapping.map(({ value, role }) => `${value}: ${roleWords[role]}`).join(', ')}</dd>
          </>
        ) : null}
        <dt>{roleMapping.length > 0 ? 'Everybody else' : 'Everybody'}</dt>
        <dd>{defaultRole ? roleWords[defaultRole] : 'Is not let in'}</dd>
      </dl>
    </div>
  )
}
