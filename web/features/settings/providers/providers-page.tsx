import { useState } from 'react'
import { graphql } from '../../../gql/index.ts'
import { formatCount } from '../../../lib/format.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { useChange } from '../../../lib/use-change.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Answered } from '../answered.tsx'
import { ListSkeleton } from '../list-skeleton.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { useViewer } from '../settings-viewer.ts'
import { providerColumns } from './provider-columns.tsx'
import { ProviderDetails } from './provider-details.tsx'
import { ProviderDialog } from './provider-dialog.tsx'
import { ProvidersQuery, type Provider } from './providers-query.ts'

const DeleteIdentityProvider = graphql(`
  mutation DeleteIdentityProvider($id: ID!) {
    deleteIdentityProvider(id: $id)
  }
`)

/** What is open over the page: the form for a new provider (`null`) or for one that is there, or the question before deleting one. */
type Open = { form: Provider | null } | { deleting: Provider }

/** Where people may sign in instead of with a password. */
export function ProvidersPage() {
  return (
    <SettingsPage
      section="/settings/providers"
      subtitle="People can sign in where they already have an account, over OpenID Connect."
    >
      <Providers />
    </SettingsPage>
  )
}

function Providers() {
  const { may } = useViewer()
  const manages = may('providers.manage')
  const answer = useAnswer(ProvidersQuery, {})
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const columns = providerColumns({
    manages,
    onEdit: (provider) => setOpen({ form: provider }),
    onDelete: (provider) => setOpen({ deleting: provider }),
  })
  const connect = manages ? (
    <Button look="primary" onPress={() => setOpen({ form: null })}>
      Connect provider
    </Button>
  ) : null
  return (
    <>
      <Answered answer={answer} skeleton={<ListSkeleton columns={columns} opens />}>
        {({ identityProviders: providers }) =>
          providers.length === 0 ? (
            <Empty title="No identity providers yet" action={connect}>
              Connect the one that your organization has, such as Entra ID, Google or Keycloak.
              {manages ? '' : ' Owners can do that.'}
            </Empty>
          ) : (
            <div className="settings-stack">
              <div className="settings-bar">
                <p className="muted">{formatCount(providers.length, 'provider')}</p>
                {connect}
              </div>
              <DataTable
                label="Identity providers"
                columns={columns}
                rows={providers}
                stale={answer.stale}
                nameOf={({ name }) => name}
                details={(provider) => <ProviderDetails provider={provider} />}
              />
            </div>
          )
        }
      </Answered>
      {open && 'form' in open ? <ProviderDialog provider={open.form} onClose={close} /> : null}
      {open && 'deleting' in open ? <DeleteDialog provider={open.deleting} onClose={close} /> : null}
    </>
  )
}

function DeleteDialog({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const remove = useChange(DeleteIdentityProvider)
  return (
    <ConfirmDialog
      title={`Delete ${provider.name}`}
      verb="Delete"
      change={remove}
      onConfirm={() => remove.run({ id: provider.id })}
      onClose={onClose}
    >
      Nobody can sign in with it any more, and who did is signed out. People stay members; those without a password need
      a link to set one.
    </ConfirmDialog>
  )
}
