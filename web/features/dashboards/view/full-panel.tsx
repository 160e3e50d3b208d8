import '../../../ui/dialog.css'
import './full-panel.css'
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from '../../../ui/button.tsx'

interface FullPanelProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** One panel over the whole page. Escape leads back to its place, and the focus with it. */
export function FullPanel({ title, onClose, children }: FullPanelProps) {
  return (
    <ModalOverlay className="dialog-backdrop full-panel" isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal className="full-panel-sheet">
        <Dialog className="full-panel-dialog" aria-label={`${title}, full screen`}>
          <Button className="full-panel-leave" onPress={onClose}>
            Leave full screen
          </Button>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
