import { Suspense } from 'react'
import { lazyPart } from '../lib/lazy-part.ts'
import type { DialogBoxProps } from './dialog-box.tsx'

const DialogBox = lazyPart(() => import('./dialog-box.tsx'), 'DialogBox')

interface DialogProps extends DialogBoxProps {
  isOpen: boolean
}

/** A dialog over the page. Escape and a click beside it close it; focus returns to where it came from. */
export function Dialog({ isOpen, ...box }: DialogProps) {
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <DialogBox {...box} />
    </Suspense>
  )
}
