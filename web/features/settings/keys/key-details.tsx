import { useMemo, useState } from 'react'
import { BarChart } from '../../../charts/index.ts'
import { formatCount, formatNumber } from '../../../lib/format.ts'
import { formatTime } from '../../../lib/format-time.ts'
import { useNow } from '../../../lib/use-now.ts'
import type { ApiKey } from './keys-query.ts'
import { usageChart } from './usage-chart.ts'

const HOUR_MS = 3_600_000

/** Under a key that is opened: what confines it, and how much it is used. */
export function KeyDetails({ apiKey }: { apiKey: ApiKey }) {
  const now = useNow(HOUR_MS)
  const [cursor, setCursor] = useState<number | null>(null)
  const data = useMemo(() => usageChart(apiKey.usage, now), [apiKey.usage, now])
  const total = apiKey.usage.reduce((sum, { requests }) => sum + requests, 0)
  return (
    <div className="key-details">
      <Facts apiKey={apiKey} />
      <BarChart
        data={data}
        options={{ title: 'Requests', caption: `per day, ${formatCount(total, 'request')} in 30 days` }}
        cursor={cursor}
        onCursor={setCursor}
      />
    </div>
  )
}

function Facts({ apiKey }: { apiKey: ApiKey }) {
  const { pipelines, addresses, requestsAMinute, createdAt, createdBy, expiresAt, revokedAt } = apiKey
  const time = (at: string) => formatTime(Date.parse(at))
  return (
    <dl className="settings-facts">
      <dt>Pipelines</dt>
      <dd>{pipelines ? pipelines.join(', ') : 'All'}</dd>
      <dt>Addresses</dt>
      <dd>{addresses ? addresses.join(', ') : 'Any'}</dd>
      <dt>Requests a minute</dt>
      <dd>{requestsAMinute ? `At most ${formatNumber(requestsAMinute)}` : 'As the server allows by default'}</dd>
      <dt>Made</dt>
      <dd>
        {time(createdAt)}
        {createdBy ? ` by ${createdBy}` : ''}
      </dd>
      <dt>Ends</dt>
      <dd>{expiresAt ? time(expiresAt) : 'Never'}</dd>
      {revokedAt ? (
        <>
          <dt>Revoked</dt>
          <dd>{time(revokedAt)}</dd>
        </>
      ) : null}
    </dl>
  )
}
