import { Page } from '../../ui/page.tsx'

/** To come. */
export function JobPage() {
  return <Page title="Job" />
}
