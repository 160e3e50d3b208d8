import { Header } from 'react-aria-components/Header'
import { MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Icon } from '../ui/icon.tsx'

interface OrganizationChoiceProps {
  viewer: {
    organization: { id: string }
    organizations: readonly { organization: { id: string; name: string } }[]
  }
  onChoose: (organizationId: string) => void
}

/** The organizations of the viewer, to go on in another one. Nothing when there is only one. */
export function OrganizationChoice({ viewer, onChoose }: OrganizationChoiceProps) {
  const { organization: current, organizations } = viewer
  if (organizations.length < 2) return null
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[current.id]}
      onSelectionChange={(keys) => {
        const [chosen] = keys
        if (chosen !== undefined && chosen !== current.id) onChoose(String(chosen))
      }}
    >
      <Header className="user-heading">Organization</Header>
      {organizations.map(({ organization: { id, name } }) => (
        <MenuItem key={id} id={id} textValue={name} className="choice">
          <span className="user-tick">{id === current.id ? <Icon name="check" /> : null}</span>
          {name}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
