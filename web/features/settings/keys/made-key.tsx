import type { CreateApiKeyMutation } from '../../../gql/graphql.ts'
import { CopyText } from '../../../ui/copy-text.tsx'
import { exampleCalls } from './example-calls.ts'

/** A key that was just made, with the key itself. */
export type KeyMade = CreateApiKeyMutation['createApiKey']

/** The only time that a key can be read: to be copied, with calls that work with it. */
export function MadeKey({ made: { key, apiKey } }: { made: KeyMade }) {
  return (
    <>
      <p>
        This is the key of <strong>{apiKey.name}</strong>. Copy it now: it is not stored here, and nobody can show it
        again.
      </p>
      <CopyText label="Key" text={key} copy="Copy key" />
      {exampleCalls(window.location.origin, key, apiKey).map(({ title, command }) => (
        <CopyText key={title} label={title} text={command} copy="Copy command" />
      ))}
    </>
  )
}
