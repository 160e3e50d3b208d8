import type { ReactNode } from 'react'
import { useNow } from '../../../lib/use-now.ts'
import type { Action } from '../../../ui/action-list.tsx'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TimeAhead } from '../../../ui/time-ahead.tsx'
import { scopeWords } from '../words.ts'
import { keyState, type KeyState } from './key-state.ts'
import type { ApiKey } from './keys-query.ts'

interface KeyColumns {
  /** The viewer may rotate and revoke. */
  manages: boolean
  onRotate: (key: ApiKey) => void
  onRevoke: (key: ApiKey) => void
}

/** The columns of the list of keys. */
export function keyColumns({ manages, onRotate, onRevoke }: KeyColumns): Column<ApiKey>[] {
  const columns: Column<ApiKey>[] = [
    { title: 'Key', card: 'title', cell: (key) => <Name apiKey={key} /> },
    { title: 'May', cell: ({ scopes }) => <Scopes scopes={scopes} /> },
    {
      title: 'Last used',
      cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime at={lastUsedAt} /> : <span className="muted">Never</span>),
    },
    { title: 'Ends', cell: ({ expiresAt }) => (expiresAt ? <TimeAhead at={expiresAt} /> : <Never />) },
    { title: 'State', cell: (key) => <State apiKey={key} /> },
  ]
  if (!manages) return columns
  const actions: Column<ApiKey> = {
    title: 'Actions',
    card: 'corner',
    cell: (key) => <KeyActions apiKey={key} onRotate={() => onRotate(key)} onRevoke={() => onRevoke(key)} />,
  }
  return [...columns, actions]
}

function KeyActions({ apiKey, onRotate, onRevoke }: { apiKey: ApiKey; onRotate: () => void; onRevoke: () => void }) {
  const state = keyState(apiKey, useNow(60_000))
  if (state === 'ended' || state === 'revoked') return null
  const actions: Action[] = [
    { title: 'Rotate', run: onRotate },
    { title: 'Revoke', danger: true, run: onRevoke },
  ]
  return <ActionMenu label={`Actions for ${apiKey.name}`} actions={actions} />
}

function Name({ apiKey: { name, prefix } }: { apiKey: ApiKey }) {
  return (
    <>
      <strong className="settings-name">{name}</strong>
      <span className="settings-sub">
        <code>{prefix}…</code>
      </span>
    </>
  )
}

function Scopes({ scopes }: Pick<ApiKey, 'scopes'>) {
  return (
    <span className="tags">
      {scopes.map((scope) => (
        <Tag key={scope}>{scopeWords[scope].name}</Tag>
      ))}
    </span>
  )
}

const Never = () => <span className="muted">Never</span>

const stateTags: Readonly<Record<KeyState, ReactNode>> = {
  active: <Tag tone="good">Active</Tag>,
  ending: <Tag tone="warning">Ends soon</Tag>,
  ended: <Tag tone="bad">Ended</Tag>,
  revoked: <Tag tone="bad">Revoked</Tag>,
}

function State({ apiKey }: { apiKey: ApiKey }) {
  return stateTags[keyState(apiKey, useNow(60_000))]
}
