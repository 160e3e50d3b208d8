import { ActionMenu } from '../../../ui/action-menu.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Provider } from './providers-query.ts'

interface ProviderColumns {
  /** The viewer may change and delete. */
  manages: boolean
  onEdit: (provider: Provider) => void
  onDelete: (provider: Provider) => void
}

/** The columns of the list of identity providers. */
export function providerColumns({ manages, onEdit, onDelete }: ProviderColumns): Column<Provider>[] {
  const columns: Column<Provider>[] = [
    { title: 'Provider', card: 'title', cell: ({ name, issuer }) => <Name name={name} issuer={issuer} /> },
    { title: 'For', cell: ({ emailDomains }) => (emailDomains.length > 0 ? emailDomains.join(', ') : 'Any address') },
    { title: 'On the sign-in page', cell: ({ listed }) => (listed ? 'Yes' : 'By its link only') },
    { title: 'State', cell: ({ enabled }) => (enabled ? <Tag tone="good">Enabled</Tag> : <Tag>Disabled</Tag>) },
  ]
  if (!manages) return columns
  const actions: Column<Provider> = {
    title: 'Actions',
    card: 'corner',
    cell: (provider) => (
      <ActionMenu
        label={`Actions for ${provider.name}`}
        actions={[
          { title: 'Edit', run: () => onEdit(provider) },
          { title: 'Delete', danger: true, run: () => onDelete(provider) },
        ]}
      />
    ),
  }
  return [...columns, actions]
}

function Name({ name, issuer }: Pick<Provider, 'name' | 'issuer'>) {
  return (
    <>
      <strong className="settings-name">{name}</strong>
      <span className="settings-sub">{issuer}</span>
    </>
  )
}
