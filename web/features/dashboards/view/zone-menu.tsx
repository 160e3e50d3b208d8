import { viewerZone } from '../../../lib/format-time.ts'
import { zoneWords } from '../../../lib/range-words.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Select } from '../../../ui/select.tsx'

interface ZoneMenuProps {
  /** The dashboard's own zone; null: that of the viewer. */
  own: string | null
  /** What is chosen instead; undefined for nothing. */
  chosen: string | undefined
  onChange: (zone: string | undefined) => void
}

/** In which time zone days begin and times are written: the dashboard's, the viewer's, or UTC. */
export function ZoneMenu({ own, chosen, onChange }: ZoneMenuProps) {
  const now = useNow(3_600_000)
  const usual = own ?? viewerZone
  const zones = [...new Set([usual, viewerZone, 'UTC', ...(chosen === undefined ? [] : [chosen])])]
  return (
    <Select
      label="Time zone"
      items={zones.map((zone) => ({ id: zone, name: zoneWords(zone, now) }))}
      value={chosen ?? usual}
      onChange={(zone) => onChange(zone === usual ? undefined : zone)}
    />
  )
}
