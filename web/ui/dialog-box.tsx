import './dialog.css'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** What a dialog shows, and how it ends. */
export interface DialogBoxProps {
  onClose: () => void
  title: string
  /** A click beside it does not close it: something typed or shown once would be lost. */
  stays?: boolean
  children: ReactNode
}

/** The dialog of `Dialog`, while it is open. */
export function DialogBox({ onClose, title, stays = false, children }: DialogBoxProps) {
  return (
    <ModalOverlay className="dialog-backdrop" isDismissable={!stays} isOpen onOpenChange={(open) => open || onClose()}>
      <Modal className="dialog-box">
        <AriaDialog className="dialog">
          <header className="dialog-header">
            <Heading slot="title">{title}</Heading>
            <Button look="quiet" square aria-label="Close" onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
