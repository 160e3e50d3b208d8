import './dialog.css'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** A click beside it does not close it: something typed or shown once would be lost. */
  stays?: boolean
  children: ReactNode
}

/** A dialog over the page. Escape and a click beside it close it; focus returns to where it came from. */
export function Dialog({ isOpen, onClose, title, stays = false, children }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-backdrop"
      isDismissable={!stays}
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
    >
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
