import './settings.css'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMedia } from '../../lib/use-media.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'
import { sections, type SectionAddress } from './sections.ts'
import { SettingsContext, SettingsViewer, useViewer } from './settings-viewer.ts'
import { joined, roleWords } from './words.ts'

interface SettingsPageProps {
  section: SectionAddress
  /** What the section is for, in a sentence. */
  subtitle?: ReactNode
  children: ReactNode
}

/** The frame of every section: the list of those that the viewer may open, and the section itself or who can open it. */
export function SettingsPage({ section, subtitle, children }: SettingsPageProps) {
  const { data, error, refetch } = useAnswer(SettingsViewer, {})
  const known = sections.find(({ to }) => to === section)
  const title = known?.title ?? ''
  const permission = known?.permission ?? ''
  if (!data) {
    return (
      <div className="settings">
        <div className="settings-sections" />
        <Page title={title}>{error ? <ErrorPanel error={error} onRetry={refetch} /> : <FrameSkeleton />}</Page>
      </div>
    )
  }
  return (
    <div className="settings">
      <SettingsContext value={data}>
        <SectionList current={section} />
        {data.viewer.permissions.includes(permission) ? (
          <Page title={title} subtitle={subtitle}>
            {children}
          </Page>
        ) : (
          <NotAllowed title={title} permission={permission} />
        )}
      </SettingsContext>
    </div>
  )
}

function SectionList({ current }: { current: SectionAddress }) {
  const { may } = useViewer()
  const navigate = useNavigate()
  const narrow = useMedia('(max-width: 860px)')
  const offered = sections.filter(({ permission }) => may(permission))
  if (narrow) {
    const shown = sections.filter((section) => offered.includes(section) || section.to === current)
    return (
      <div className="settings-choice">
        <Select
          label="Section of the settings"
          items={shown.map(({ to, title }) => ({ id: to, name: title }))}
          value={current}
          onChange={(to) => void navigate({ to })}
        />
      </div>
    )
  }
  return (
    <nav className="settings-sections" aria-label="Settings">
      <p className="settings-heading">Settings</p>
      {offered.map(({ to, title }) => (
        <Link key={to} to={to} className="settings-section" activeOptions={{ includeSearch: false }}>
          {title}
        </Link>
      ))}
    </nav>
  )
}

function NotAllowed({ title, permission }: { title: string; permission: string }) {
  const { rules, role } = useViewer()
  const able = rules.find(({ name }) => name === permission)?.roles ?? []
  const words = able.map((one) => `${roleWords[one].toLowerCase()}s`)
  return (
    <Page title={title}>
      <Empty title="This is not open to you">
        {words.length > 0 ? `It is open to ${joined(words)}.` : 'It is open to nobody in this organization.'}{' '}
        {role ? `You are ${/^[aeiou]/i.test(roleWords[role]) ? 'an' : 'a'} ${roleWords[role].toLowerCase()}.` : ''} Ask
        one of them to change your role.
      </Empty>
    </Page>
  )
}

function FrameSkeleton() {
  return (
    <AfterAMoment>
      <Panel title={<SkeletonBar width={160} />}>
        <SkeletonBar width="60%" />
      </Panel>
    </AfterAMoment>
  )
}
