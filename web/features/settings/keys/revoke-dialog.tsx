import { graphql } from '../../../gql/index.ts'
import { useChange } from '../../../lib/use-change.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import type { ApiKey } from './keys-query.ts'

const RevokeApiKey = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      id
      revokedAt
    }
  }
`)

/** Asks before a key is ended for good. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const revoke = useChange(RevokeApiKey)
  return (
    <ConfirmDialog
      title={`Revoke ${apiKey.name}`}
      verb="Revoke"
      change={revoke}
      onConfirm={() => revoke.run({ id: apiKey.id })}
      onClose={onClose}
    >
      Whatever uses this key is refused within a second, live connections included. It cannot be taken back.
    </ConfirmDialog>
  )
}
