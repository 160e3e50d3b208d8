import type { InsightCardFragment } from '../../gql/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useDismissal } from './use-judging.ts'

interface DismissedNoticeProps {
  insight: InsightCardFragment
  onUndone: () => void
  onClose: () => void
}

/** Says that an insight is gone from the list, and undoes it. The focus was in the card that is gone: it comes here. */
export function DismissedNotice({ insight, onUndone, onClose }: DismissedNoticeProps) {
  const { run, isPending, problem } = useDismissal()
  const bringBack = async () => {
    if ((await run({ id: insight.id, dismissed: false })) === null) return
    onClose()
    onUndone()
  }
  return (
    <div className="dismissed-notice" role="status">
      <p>{problem ?? `Dismissed: ${insight.sentence}`}</p>
      <Button autoFocus isPending={isPending} onPress={() => void bringBack()}>
        Undo
      </Button>
      <Button look="quiet" square aria-label="Close" onPress={onClose}>
        <Icon name="close" />
      </Button>
    </div>
  )
}
