import { Empty } from '../../ui/empty.tsx'
import type { PanelProps } from '../panel.ts'
import { ScrollBox } from '../scroll-box.tsx'
import { MarkdownText } from './markdown-text.tsx'
import type { MarkdownOptions } from './options.ts'

/** A text on a dashboard. */
export function MarkdownPanel({ title, options }: Pick<PanelProps<MarkdownOptions>, 'title' | 'options'>) {
  if (options.text.trim() === '') return <Empty title="No text yet" />
  return (
    <ScrollBox label={`${title}, text`}>
      <MarkdownText text={options.text} />
    </ScrollBox>
  )
}
