import { ProblemPanel } from '../../ui/error-panel.tsx'

interface PanelProblemProps {
  title: string
  /** What is wrong, and what to do about it. */
  text: string
  /** What else helps whoever is told of it: the panel as it is stored. */
  panel: unknown
  onRetry?: () => void
}

/** In the place of a panel that has no answer: why, what to do, and the details to copy. */
export function PanelProblem({ title, text, panel, onRetry }: PanelProblemProps) {
  const details = [text, `page: ${window.location.href}`, JSON.stringify(panel, null, 2)].join('\n')
  return <ProblemPanel title={title} text={text} details={details} onRetry={onRetry} />
}
