import { useState } from 'react'
import { tellOtherTabs } from '../lib/other-tabs.ts'
import { session } from './session.ts'

/** Goes on in another organization; when the server refuses, `problem` says why until it is forgotten. */
export function useSwitch() {
  const [problem, setProblem] = useState<string | null>(null)
  const to = async (organizationId: string) => {
    const refusal = await session.switchTo(organizationId)
    if (refusal) return setProblem(refusal.text)
    tellOtherTabs()
    // A page loaded anew holds nothing of the organization before.
    window.location.assign('/jobs')
  }
  return { to, problem, forget: () => setProblem(null) }
}
