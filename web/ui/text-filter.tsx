import { useEffect, useRef, useState } from 'react'
import { useShortcuts } from '../lib/shortcuts/use-shortcuts.ts'
import { SearchField } from './search-field.tsx'

const pauseMs = 250

interface TextFilterProps {
  label: string
  /** Heading of its shortcut in the list of shortcuts. Without it there is none: one field of a page has it. */
  group?: string
  /** What the address says. */
  text: string
  onChange: (text: string) => void
}

/** A search field that answers while one types, once the typing pauses. With a group, `/` leads to it. */
export function TextFilter({ label, group, text, onChange }: TextFilterProps) {
  const [typed, setTyped] = useState(text)
  const [told, setTold] = useState(text)
  const [seen, setSeen] = useState(text)
  const input = useRef<HTMLInputElement>(null)

  // The address follows what was told a moment later. Only when it says something else was it changed by other means:
  // Back, or a button that clears it.
  if (text !== seen) {
    setSeen(text)
    if (text !== told) {
      setTold(text)
      setTyped(text)
    }
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
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, told])

  const shortcut = group === undefined ? undefined : '/'
  useShortcuts(group === undefined ? [] : [{ keys: ['/'], label, group, run: () => input.current?.focus() }])
  return (
    <SearchField
      ref={input}
      label={label}
      shortcut={shortcut}
      value={typed}
      onChange={setTyped}
      aria-keyshortcuts={shortcut}
    />
  )
}
