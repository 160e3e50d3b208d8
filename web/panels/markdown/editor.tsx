import '../editors.css'
import './markdown.css'
import { useId } from 'react'
import { MarkdownText } from './markdown-text.tsx'
import type { MarkdownOptions } from './options.ts'

interface MarkdownEditorProps {
  options: MarkdownOptions
  onChange: (options: MarkdownOptions) => void
}

/** Edits the text, with what becomes of it underneath. */
export function MarkdownEditor({ options, onChange }: MarkdownEditorProps) {
  const id = useId()
  return (
    <div className="panel-editor">
      <div className="field">
        <label className="field-label" htmlFor={id}>
          Text
        </label>
        <textarea
          id={id}
          className="input markdown-input"
          rows={10}
          value={options.text}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => onChange({ text: target.value })}
        />
        <span id={`${id}-note`} className="field-note">
          Markdown: # heading, **bold**, [link](https://example.com), lists and tables. HTML and images are not shown.
        </span>
      </div>
      <section className="markdown-preview" aria-label="Preview">
        <MarkdownText text={options.text} />
      </section>
    </div>
  )
}
