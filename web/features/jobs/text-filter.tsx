import { useEffect, useRef, useState } from 'react'
import { useShortcuts } from '../../lib/shortcuts/use-shortcuts.ts'
import { SearchField } from '../../ui/search-field.tsx'

const PAUSE_MS = 250

interface TextFilterProps {
  /** What the address says. */
  text: string
  onChange: (text: string) => void
}

/** The search field: it answers while one types, once the typing pauses. `/` leads to it. */
export function TextFilter({ text, onChange }: TextFilterProps) {
  const [typed, setTyped] = useState(text)
  const [told, setTold] = useState(text)
  const input = useRef<HTMLInputElement>(null)

  // The address changed by other means: Back, or "Clear filters".
  if (text !== told) {
    setTold(text)
    setTyped(text)
  }

  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === told) return
    const timer = setTimeout(() => {
      setTold(wanted)
      tell.current(wanted)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, told])

  useShortcuts([{ keys: ['/'], label: 'Search jobs', group: 'Jobs', run: () => input.current?.focus() }])
  return (
    <SearchField ref={input} label="Search jobs" shortcut="/" value={typed} onChange={setTyped} aria-keyshortcuts="/" />
  )
}
