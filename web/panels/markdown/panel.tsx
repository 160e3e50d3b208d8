import { Empty } from '../../ui/empty.tsx'
import type { PanelProps } from '../panel.ts'
import { MarkdownText } from './markdown-text.tsx'
import type { MarkdownOptions } from './options.ts'

/** A text on a dashboard. */
export function MarkdownPanel({ options }: Pick<PanelProps<MarkdownOptions>, 'options'>) {
  if (options.text.trim() === '') return <Empty title="No text yet" />
  return <MarkdownText text={options.text} />
}
