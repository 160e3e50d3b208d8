import '../ui/popover.css'
import './user-menu.css'
import { useState } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useQuery } from 'urql'
import { graphql } from '../gql/index.ts'
import { chooseTheme, readThemeChoice, type ThemeChoice } from '../lib/theme.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { session } from './session.ts'

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      organization {
        id
        name
      }
      user {
        id
        name
        email
      }
    }
  }
`)

const THEMES: readonly { id: ThemeChoice; name: string }[] = [
  { id: 'system', name: 'As the system' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
]

/** Whose data this is, who is signed in, how the page looks, and the way out. */
export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const [{ data }] = useQuery({ query: ViewerQuery })
  const [theme, setTheme] = useState(readThemeChoice)
  const organization = data?.viewer.organization.name
  const user = data?.viewer.user
  const choose = (choice: ThemeChoice) => {
    setTheme(choice)
    chooseTheme(choice)
  }
  return (
    <MenuTrigger>
      <Button look="quiet" aria-label={organization ? `${organization}: your menu` : 'Your menu'}>
        <span className="user-organization">{organization}</span>
        <Icon name="user" />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="choice-list" onAction={(key) => act(String(key), onShortcuts)}>
          <MenuSection aria-label="You">
            <Header className="user-words">
              <strong>{organization}</strong>
              {user ? <span>{user.name}</span> : null}
              {user ? <span className="muted">{user.email}</span> : null}
            </Header>
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) =>
              choose(THEMES.find(({ id }) => keys !== 'all' && keys.has(id))?.id ?? 'system')
            }
          >
            <Header className="user-heading">Theme</Header>
            {THEMES.map(({ id, name }) => (
              <MenuItem key={id} id={id} className="choice">
                <span className="user-tick">{theme === id ? <Icon name="check" /> : null}</span>
                {name}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection aria-label="Actions" className="user-actions">
            <MenuItem id="shortcuts" className="choice">
              <Icon name="keyboard" />
              Keyboard shortcuts
              <span className="choice-note">?</span>
            </MenuItem>
            <MenuItem id="sign-out" className="choice">
              <Icon name="signOut" />
              Sign out
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function act(key: string, onShortcuts: () => void) {
  if (key === 'shortcuts') onShortcuts()
  if (key === 'sign-out') void leave()
}

// A page loaded anew holds nothing of the stay that ended.
async function leave() {
  await session.signOut()
  window.location.assign('/sign-in')
}
