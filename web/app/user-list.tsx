import './user-menu.css'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { chooseTheme, readThemeChoice, type ThemeChoice } from '../lib/theme.ts'
import { Icon } from '../ui/icon.tsx'
import type { PopupPlace } from '../ui/opener.tsx'
import { Popup } from '../ui/popup.tsx'
import { OrganizationChoice } from './organization-choice.tsx'
import { profilePlace, settingsPlace } from './places.ts'
import { session } from './session.ts'
import { useViewer } from './viewer.ts'

const THEMES: readonly { id: ThemeChoice; name: string }[] = [
  { id: 'system', name: 'As the system' },
  { id: 'light', name: 'Light' },
  { id: 'dark', name: 'Dark' },
]

interface UserListProps {
  place: PopupPlace
  onShortcuts: () => void
  onOrganization: (id: string) => void
}

/** The list of the `UserMenu`. */
export function UserList({ place, onShortcuts, onOrganization }: UserListProps) {
  const viewer = useViewer()
  const navigate = useNavigate()
  const [theme, setTheme] = useState(readThemeChoice)
  const organization = viewer?.organization.name
  const user = viewer?.user
  const choose = (choice: ThemeChoice) => {
    setTheme(choice)
    chooseTheme(choice)
  }
  const act = (key: string) => {
    if (key === 'shortcuts') onShortcuts()
    else if (key === 'sign-out') void leave()
    else if (key.startsWith('/')) void navigate({ to: key })
  }
  return (
    <Popup place={place} label="Your menu" side="end">
      <Menu
        className="choice-list user-menu"
        aria-label="Your menu"
        autoFocus={place.autoFocus}
        onAction={(key) => act(String(key))}
        onClose={() => place.onOpenChange(false)}
      >
        <MenuSection aria-label="You">
          <Header className="user-words">
            <strong>{organization}</strong>
            {user ? <span>{user.name}</span> : null}
            {user ? <span className="muted">{user.email}</span> : null}
          </Header>
        </MenuSection>
        {viewer ? <OrganizationChoice viewer={viewer} onChoose={onOrganization} /> : null}
        <MenuSection aria-label="Places" className="user-actions">
          {[profilePlace, settingsPlace].map(({ to, title, letter, icon }) => (
            <MenuItem key={to} id={to} className="choice">
              <Icon name={icon} />
              {title}
              <span className="choice-note">g {letter}</span>
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => choose(THEMES.find(({ id }) => keys !== 'all' && keys.has(id))?.id ?? 'system')}
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
    </Popup>
  )
}

// A page loaded anew holds nothing of the stay that ended.
async function leave() {
  await session.signOut()
  window.location.assign('/sign-in')
}
