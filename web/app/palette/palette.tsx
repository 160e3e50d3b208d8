import './palette.css'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import type { PaletteItem } from './palette-items.ts'
import { usePaletteItems } from './use-palette-items.ts'
import { StatusIcon } from '../../ui/status.tsx'
import { Icon } from '../../ui/icon.tsx'

/** One field for everything: pages, dashboards and pipelines by name, jobs by their external id. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const { groups, looking } = usePaletteItems(text)
  const navigate = useNavigate()
  const all = groups.flatMap(({ items }) => items)
  const open = (key: string) => {
    const item = all.find(({ id }) => id === key)
    if (!item) return
    onClose()
    void navigate({ to: item.to })
  }
  return (
    <ModalOverlay className="dialog-backdrop" isDismissable isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal className="dialog-box palette">
        <Dialog className="dialog" aria-label="Search everything">
          <Autocomplete inputValue={text} onInputChange={setText} disableAutoFocusFirst={false}>
            <SearchField aria-label="Search pages, dashboards, pipelines and jobs" className="palette-search" autoFocus>
              <Icon name="search" />
              <Input placeholder="Search pages, dashboards, pipelines and jobs" />
            </SearchField>
            <ListBox
              className="choice-list"
              aria-label="Results"
              selectionMode="none"
              onAction={(key) => open(String(key))}
              renderEmptyState={() => (
                <div className="popover-empty">{looking ? 'Looking' : 'Nothing of that name'}</div>
              )}
            >
              {groups.map(({ title, items }) => (
                <ListBoxSection key={title} id={title}>
                  <Header className="palette-heading">{title}</Header>
                  {items.map((item) => (
                    <ListBoxItem key={item.id} id={item.id} textValue={item.name} className="choice">
                      <Choice item={item} />
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Choice({ item }: { item: PaletteItem }) {
  return (
    <>
      {item.status ? <StatusIcon status={item.status} /> : <Icon name={item.icon} />}
      {item.name}
      {item.note ? <span className="choice-note">{item.note}</span> : null}
    </>
  )
}
