import './jobs-pager.css'
import { useNavigate } from '@tanstack/react-router'
import { useShortcuts } from '../../lib/shortcuts/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { firstPage, type JobsSearch, type PageSearch } from './jobs-search.ts'
import { JobsCount } from './jobs-count.tsx'

/** Where a page of the list stands among the others. */
export interface PageInfo {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor?: string | null
  endCursor?: string | null
}

interface JobsPagerProps {
  search: JobsSearch
  pageInfo: PageInfo
  shown: number
}

/** From page to page. A page is an address, so the browser's Back leads back. */
export function JobsPager({ search, pageInfo, shown }: JobsPagerProps) {
  const navigate = useNavigate()
  const go = (page: PageSearch) => void navigate({ to: '/jobs', search: { ...search, ...firstPage, ...page } })
  const next = () => pageInfo.hasNextPage && pageInfo.endCursor && go({ after: pageInfo.endCursor })
  const previous = () => pageInfo.hasPreviousPage && pageInfo.startCursor && go({ before: pageInfo.startCursor })
  useShortcuts([
    { keys: [']'], label: 'Next page', group: 'Jobs', run: next },
    { keys: ['['], label: 'Previous page', group: 'Jobs', run: previous },
  ])
  return (
    <footer className="jobs-pager">
      <JobsCount search={search} shown={shown} />
      <nav aria-label="Pages" className="jobs-pages">
        <PageButton icon="first" label="First" disabled={!pageInfo.hasPreviousPage} onPress={() => go({})} />
        <PageButton icon="chevronLeft" label="Previous" disabled={!pageInfo.hasPreviousPage} onPress={previous} />
        <PageButton icon="chevronRight" label="Next" after disabled={!pageInfo.hasNextPage} onPress={next} />
        <PageButton
          icon="last"
          label="Last"
          after
          disabled={!pageInfo.hasNextPage}
          onPress={() => go({ page: 'last' })}
        />
      </nav>
    </footer>
  )
}

interface PageButtonProps {
  icon: IconName
  label: string
  disabled: boolean
  after?: boolean
  onPress: () => void
}

function PageButton({ icon, label, disabled, after = false, onPress }: PageButtonProps) {
  return (
    <Button isDisabled={disabled} onPress={onPress}>
      {after ? null : <Icon name={icon} />}
      {label}
      {after ? <Icon name={icon} /> : null}
    </Button>
  )
}
