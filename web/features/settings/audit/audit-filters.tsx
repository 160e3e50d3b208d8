import './audit.css'
import { useState } from 'react'
import { viewerZone } from '../../../lib/format-time.ts'
import { writeRange } from '../../../lib/range.ts'
import { useNow } from '../../../lib/use-now.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { Button } from '../../../ui/button.tsx'
import { DateRange } from '../../../ui/date-range/date-range.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextFilter } from '../../../ui/text-filter.tsx'
import { useViewer } from '../settings-viewer.ts'
import { AuditChoices, auditDownload, chosenRange } from './audit-query.ts'
import type { AuditSearch } from './audit-search.ts'
import { download } from './download.ts'

interface AuditFiltersProps {
  search: AuditSearch
  change: (part: Partial<AuditSearch>, replace?: boolean) => void
}

/** What narrows the log down, and its download. */
export function AuditFilters({ search, change }: AuditFiltersProps) {
  const { may } = useViewer()
  return (
    <div className="audit-filters">
      <TextFilter
        label="Search the log"
        group="Audit log"
        text={search.text ?? ''}
        onChange={(text) => change({ text: text || undefined }, true)}
      />
      <Choices search={search} change={change} />
      <DateRange
        choice={chosenRange(search)}
        onChange={(choice) => change(writeRange(choice))}
        onClear={() => change({ range: undefined, from: undefined, to: undefined })}
      />
      {may('audit.export') ? <Download search={search} /> : null}
    </div>
  )
}

function Choices({ search, change }: AuditFiltersProps) {
  const { data } = useAnswer(AuditChoices, {})
  const events = data?.auditEvents.nodes ?? []
  return (
    <>
      <Select
        label="Action"
        items={choicesOf('Any action', [search.action, ...events.map(({ action }) => action)])}
        value={search.action ?? ''}
        onChange={(action) => change({ action: action || undefined })}
      />
      <Select
        label="Who"
        items={choicesOf('Anyone', [search.actor, ...events.map(({ actor }) => actor)])}
        value={search.actor ?? ''}
        onChange={(actor) => change({ actor: actor || undefined })}
      />
    </>
  )
}

function choicesOf(any: string, names: readonly (string | undefined)[]) {
  const known = [...new Set(names)].filter((name) => name !== undefined).sort()
  return [{ id: '', name: any }, ...known.map((name) => ({ id: name, name }))]
}

function Download({ search }: { search: AuditSearch }) {
  const now = useNow(60_000)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [running, setRunning] = useState(false)
  const start = async () => {
    setRunning(true)
    setRefusal(await download(auditDownload(search, now, viewerZone), 'audit.csv'))
    setRunning(false)
  }
  return (
    <>
      <Button className="audit-download" isPending={running} onPress={() => void start()}>
        <Icon name="download" />
        {chosenRange(search) ? 'Download this range' : 'Download CSV'}
      </Button>
      <Refusal text={refusal} />
    </>
  )
}
