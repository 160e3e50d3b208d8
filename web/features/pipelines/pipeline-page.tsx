import { Page } from '../../ui/page.tsx'

/** To come. */
export function PipelinePage() {
  return <Page title="Pipeline" />
}
