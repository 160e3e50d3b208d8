import './share.css'
import '../../../ui/form-dialog.css'
import { useAnswer } from '../../../lib/use-answer.ts'
import { useChange } from '../../../lib/use-change.ts'
import { FieldGroup } from '../../../ui/checkbox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { LinkForm } from './link-form.tsx'
import { LinkList } from './link-list.tsx'
import { DashboardSharing, ShareDashboard, type Sharing } from './share-queries.ts'

interface ShareDialogProps {
  dashboard: { id: string; title: string }
  onClose: () => void
}

/** Who sees a dashboard: in the organization, and by links without an account. For who may edit dashboards. */
export function ShareDialog({ dashboard: { id, title }, onClose }: ShareDialogProps) {
  const { data, error, refetch } = useAnswer(DashboardSharing, { id })
  return (
    <Dialog isOpen stays title={`Share ${title}`} onClose={onClose}>
      <div className="dialog-form share">
        {data?.dashboard ? (
          <>
            <Visibility dashboard={data.dashboard} />
            <section aria-labelledby="share-links">
              <h3 id="share-links">Links</h3>
              <p className="muted">
                Whoever has a link sees this dashboard, live, without an account: its panels and their numbers, and they
                can choose other times and values. They see no jobs, nothing else of the organization, and change
                nothing. Changes that you save are seen at once.
              </p>
              <LinkForm id={id} />
              <LinkList links={data.dashboard.links} />
            </section>
          </>
        ) : error ? (
          <ErrorPanel error={error} onRetry={refetch} />
        ) : (
          <AfterAMoment>
            <SkeletonBar width="60%" />
          </AfterAMoment>
        )}
      </div>
    </Dialog>
  )
}

const choices = [
  { value: 'ORGANIZATION', title: 'Everyone in the organization', note: 'Who may edit dashboards may change it.' },
  { value: 'PRIVATE', title: 'Only its owner', note: 'And whoever has a link.' },
] as const

function Visibility({ dashboard: { id, visibility, isMine, owner } }: { dashboard: Sharing }) {
  const share = useChange(ShareDashboard)
  const note = isMine ? undefined : `Only the owner can make it private: ${owner ?? 'it has none'}.`
  return (
    <FieldGroup label="Who sees it" note={note}>
      <Refusal text={share.problem} />
      {choices.map(({ value, title, note: meaning }) => (
        <label key={value} className="share-choice">
          <input
            type="radio"
            name="visibility"
            checked={visibility === value}
            disabled={value === 'PRIVATE' && !isMine}
            onChange={() => void share.run({ id, visibility: value })}
          />
          <span>{title}</span>
          <span className="muted">{meaning}</span>
        </label>
      ))}
    </FieldGroup>
  )
}
