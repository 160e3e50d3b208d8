import { Page } from '../../ui/page.tsx'

/** To come. */
export function PipelinesPage() {
  return <Page title="Pipelines" />
}
