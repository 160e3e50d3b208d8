import '../../ui/panel.css'
import './panel-frame.css'
import { CatchBoundary } from '@tanstack/react-router'
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { isCodeMissing } from '../../lib/page-code.ts'
import type { Action } from '../../ui/action-list.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Tag } from '../../ui/tag.tsx'
import { passportOf } from '../cell-text.ts'
import { panelKindOf } from '../index.ts'
import type { AnswerForm, PanelAnnotation, PanelAnswers, PanelInteraction, PanelKind, PanelQuery } from '../panel.ts'
import { readinessOf } from './answered.ts'
import { AsOf } from './as-of.tsx'
import { unfilteredWords } from './notes.ts'
import { PanelContent } from './panel-content.tsx'
import { PanelHeading } from './panel-heading.tsx'
import { PanelProblem } from './panel-problem.tsx'

/** A panel as it is stored, as far as it is drawn. */
export type FramedPanel = {
  kind: string
  title: string
  description?: string | null
  query: PanelQuery | null
  answers: readonly AnswerForm[]
  options: unknown
}

/** What is known of the answers of a panel. */
export type FramedAnswers = {
  answers: PanelAnswers
  /** They answer an earlier question: dimmed until the new answers come. */
  stale: boolean
  /** Why there is no answer, and what to do about it. */
  problem: string | null
  /** Dimensions that the dashboard is filtered by, and this panel is not. */
  unfiltered: readonly string[]
}

export interface PanelFrameProps {
  panel: FramedPanel
  shown: FramedAnswers
  annotations: readonly PanelAnnotation[]
  colourOf: (key: string) => number
  interaction: PanelInteraction
  /** What can be done with the panel, such as edit and remove. */
  actions?: readonly Action[]
  /** What became of the last of them, shown for a moment. */
  said?: string | null
  /** Answers are expected to be no older than this, in milliseconds; null: their age says nothing, as of a range that has passed. */
  expectedWithinMs?: number | null
  /** Asks again, where a problem may have gone away. */
  onRetry?: () => void
}

/** What stands around a panel of any kind. One that breaks, or that this page does not know, says so and leaves the others alone. */
export function PanelFrame(props: PanelFrameProps) {
  const { panel } = props
  const kind = panelKindOf(panel.kind)
  if (!kind) {
    return (
      <BrokenPanel {...props}>
        <PanelProblem
          title="This panel cannot be shown"
          text={`There is no kind of panel called “${panel.kind}”. If the dashboard comes from a newer version, update the server; otherwise edit the panel and choose another kind.`}
          panel={panel}
        />
      </BrokenPanel>
    )
  }
  return (
    <CatchBoundary
      // What could not be drawn may be drawn with other options, or once there is another answer.
      getResetKey={() => JSON.stringify([panel, passportOf(props.shown.answers)?.asOf])}
      errorComponent={({ error, reset }) => (
        <BrokenPanel {...props}>
          <ErrorPanel error={error} onRetry={isCodeMissing(error) ? reload : reset} />
        </BrokenPanel>
      )}
    >
      <KnownPanel {...props} kind={kind} />
    </CatchBoundary>
  )
}

// The browser remembers that a part of the page's code was missing, so trying again means loading the page anew.
const reload = () => window.location.reload()

function BrokenPanel({ panel, actions = [], children }: PanelFrameProps & { children: ReactNode }) {
  const id = useId()
  return (
    <section className="panel panel-frame" aria-labelledby={id}>
      <PanelHeading
        id={id}
        title={panel.title || 'Panel'}
        description={panel.description ?? null}
        notes={null}
        actions={actions}
      />
      <div className="panel-frame-body">{children}</div>
    </section>
  )
}

function KnownPanel(props: PanelFrameProps & { kind: PanelKind }) {
  const {
    panel,
    kind,
    shown,
    actions = [],
    annotations,
    colourOf,
    interaction,
    said = null,
    expectedWithinMs = null,
    onRetry,
  } = props
  const { answers, stale, problem, unfiltered } = shown
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const options = useMemo(() => kind.readOptions(panel.options), [kind, panel.options])
  const title = panel.title || kind.title
  const readiness = readinessOf(kind.answers(options), panel.answers, answers)
  const reason = problem ?? (readiness === 'lacking' ? lackingWords : null)
  const isAnswered = reason === null && readiness !== 'waiting'
  const summary = useMemo(
    () => (isAnswered ? kind.summary(answers, options, title) : null),
    [isAnswered, kind, answers, options, title],
  )
  const passport = passportOf(answers)
  // A text has no numbers, and a table is one.
  const hasTable = kind.needs !== null && kind.kind !== 'table'
  const toggle = () => setAsTable((before) => !before)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 't' || !hasTable || isTyping(event)) return
    event.preventDefault()
    toggle()
  }
  return (
    <section
      className="panel panel-frame"
      aria-labelledby={`${id}-title`}
      aria-describedby={summary === null ? undefined : `${id}-summary`}
      aria-busy={stale || undefined}
      data-kind={kind.kind}
      data-stale={stale || undefined}
      onKeyDown={onKeyDown}
    >
      <PanelHeading
        id={`${id}-title`}
        title={title}
        description={panel.description ?? null}
        notes={
          <>
            <span role="status">{said}</span>
            {unfiltered.length > 0 ? <Tag>{unfilteredWords(unfiltered)}</Tag> : null}
            {passport?.truncated ? <Tag tone="warning">Only the first rows</Tag> : null}
            {stale ? <span className="panel-updating">Updating</span> : null}
            {passport && !stale ? <AsOf passport={passport} expectedWithinMs={expectedWithinMs} /> : null}
          </>
        }
        actions={[
          ...(hasTable
            ? [{ title: asTable ? `Show as ${kind.title.toLowerCase()}` : 'Show as table', run: toggle }]
            : []),
          ...actions,
        ]}
      />
      {summary === null ? null : (
        <p id={`${id}-summary`} className="visually-hidden">
          {summary}
        </p>
      )}
      <div className="panel-frame-body">
        {reason === null ? (
          <PanelContent
            {...interaction}
            kind={kind}
            title={title}
            query={panel.query}
            asked={panel.answers}
            answers={answers}
            options={options}
            annotations={annotations}
            colourOf={colourOf}
            asTable={asTable}
          />
        ) : (
          <PanelProblem title="This panel has no answer" text={reason} panel={panel} onRetry={onRetry} />
        )}
      </div>
    </section>
  )
}

const lackingWords =
  'It is stored without asking for what it is drawn from, as if another program had written it. Edit it, if only its title, and save the dashboard: then it asks for all that it needs.'

function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isField = target instanceof Element && target.closest('input, textarea, select, [role=menu]') !== null
  return isField || ctrlKey || metaKey || altKey
}
