import { graphql } from '../../../gql/index.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useChange } from '../ask.ts'
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
      onConfirm={async () => (await revoke({ id: apiKey.id })).problem}
      onClose={onClose}
    >
      Whatever uses this key is refused within a second, live connections included. It cannot be taken back.
    </ConfirmDialog>
  )
}
