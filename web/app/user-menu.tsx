import './user-menu.css'
import { lazyPart } from '../lib/lazy-part.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Opener } from '../ui/opener.tsx'
import { useSwitch } from './use-switch.ts'
import { useViewer } from './viewer.ts'

const load = () => import('./user-list.tsx')
const UserList = lazyPart(load, 'UserList')

/** Whose data this is, who is signed in, how the page looks, and the way out. */
export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const organization = useViewer()?.organization.name
  const switching = useSwitch()
  return (
    <>
      <Opener
        opens="menu"
        load={load}
        look="quiet"
        aria-label={organization ? `${organization}: your menu` : 'Your menu'}
        popup={(place) => (
          <UserList place={place} onShortcuts={onShortcuts} onOrganization={(id) => void switching.to(id)} />
        )}
      >
        <span className="user-organization">{organization}</span>
        <Icon name="user" />
      </Opener>
      <Dialog isOpen={switching.problem !== null} onClose={switching.forget} title="The organization was not changed">
        <p className="user-problem">{switching.problem}</p>
      </Dialog>
    </>
  )
}
