import { SharedPage } from '../features/dashboards/share/shared-page.tsx'
import { LiveIndicator } from './live-indicator.tsx'
import { StaleBar } from './stale-bar.tsx'

/** A dashboard for who came by a link: without anything of the page's navigation. */
export function SharedRoute() {
  return (
    <SharedPage
      status={
        <>
          <StaleBar />
          <LiveIndicator />
        </>
      }
    />
  )
}
