import { useState } from 'react'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { TimeAhead } from '../../../ui/time-ahead.tsx'
import { RevokeShareLink, type Link } from './share-queries.ts'

/** The links that there are, each with a button that ends it. */
export function LinkList({ links }: { links: readonly Link[] }) {
  const [revoking, setRevoking] = useState<Link | null>(null)
  if (links.length === 0) return <p className="muted">There is no link to it.</p>
  const columns: Column<Link>[] = [
    { title: 'Made', card: 'title', cell: (link) => <Made link={link} /> },
    { title: 'Ends', cell: ({ expiresAt }) => (expiresAt ? <TimeAhead at={expiresAt} /> : <Never />) },
    { title: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime at={lastUsedAt} /> : <Never />) },
    {
      title: 'Actions',
      card: 'corner',
      cell: (link) => (
        <Button look="quiet" aria-label={`Revoke the link of ${link.createdBy}`} onPress={() => setRevoking(link)}>
          Revoke
        </Button>
      ),
    },
  ]
  return (
    <>
      <DataTable label="Links" columns={columns} rows={links} />
      {revoking ? <RevokeDialog link={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  )
}

const Never = () => <span className="muted">Never</span>

function Made({ link: { createdAt, createdBy } }: { link: Link }) {
  return (
    <>
      <RelativeTime at={createdAt} /> <span className="muted">by {createdBy}</span>
    </>
  )
}

function RevokeDialog({ link, onClose }: { link: Link; onClose: () => void }) {
  const revoke = useChange(RevokeShareLink)
  return (
    <ConfirmDialog
      title="Revoke link"
      verb="Revoke"
      change={revoke}
      onConfirm={() => revoke.run({ id: link.id })}
      onClose={onClose}
    >
      Whoever has it sees nothing any more, at once, also those who have the dashboard open. It cannot be undone.
    </ConfirmDialog>
  )
}
