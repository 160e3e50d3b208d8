import './keys.css'
import { useState } from 'react'
import { formatCount } from '../../../lib/format.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Answered } from '../answered.tsx'
import { ListSkeleton } from '../list-skeleton.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { useViewer } from '../settings-viewer.ts'
import { keyColumns } from './key-columns.tsx'
import { KeyDetails } from './key-details.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { KeysQuery, type ApiKey } from './keys-query.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import { RotateDialog } from './rotate-dialog.tsx'

/** What is open over the page. */
type Open = { kind: 'make' } | { kind: 'rotate' | 'revoke'; key: ApiKey }

/** The keys with which programs ask and send. */
export function KeysPage() {
  return (
    <SettingsPage section="/settings/keys" subtitle="Programs show a key instead of signing in.">
      <Keys />
    </SettingsPage>
  )
}

function Keys() {
  const { may } = useViewer()
  const manages = may('keys.manage')
  const [revoked, setRevoked] = useState(false)
  const [open, setOpen] = useState<Open | null>(null)
  const answer = useAnswer(KeysQuery, { revoked })
  const close = () => setOpen(null)
  const columns = keyColumns({
    manages,
    onRotate: (key) => setOpen({ kind: 'rotate', key }),
    onRevoke: (key) => setOpen({ kind: 'revoke', key }),
  })
  const make = manages ? (
    <Button look="primary" onPress={() => setOpen({ kind: 'make' })}>
      Make key
    </Button>
  ) : null
  return (
    <>
      <Answered answer={answer} skeleton={<ListSkeleton columns={columns} opens />}>
        {({ apiKeys }) => (
          <div className="settings-stack">
            <div className="settings-bar">
              <div className="keys-count">
                <span className="muted">{formatCount(apiKeys.length, 'key')}</span>
                <Checkbox
                  label="Show revoked ones"
                  checked={revoked}
                  onChange={(event) => setRevoked(event.target.checked)}
                />
              </div>
              {make}
            </div>
            {apiKeys.length === 0 ? (
              <Empty title="No keys yet">
                A key lets a BI tool ask, or a scheduler send jobs. It may do only what you choose for it.
              </Empty>
            ) : (
              <DataTable
                label="API keys"
                columns={columns}
                rows={apiKeys}
                stale={answer.stale}
                nameOf={({ name }) => name}
                details={(key) => <KeyDetails apiKey={key} />}
              />
            )}
          </div>
        )}
      </Answered>
      {open?.kind === 'make' ? <KeyDialog onClose={close} /> : null}
      {open?.kind === 'rotate' ? <RotateDialog apiKey={open.key} onClose={close} /> : null}
      {open?.kind === 'revoke' ? <RevokeDialog apiKey={open.key} onClose={close} /> : null}
    </>
  )
}
