import { useId, type ComponentProps } from 'react'

interface TemplateChoiceProps extends ComponentProps<'input'> {
  title: string
  /** What it is about, and how many panels it has. */
  facts?: string
  /** What it shows. */
  description?: string | null
}

/** One of the things that a new dashboard can begin with. */
export function TemplateChoice({ title, facts, description, ...input }: TemplateChoiceProps) {
  const id = useId()
  return (
    <label className="template-choice">
      <input {...input} type="radio" aria-describedby={description ? id : undefined} />
      <span>
        <strong>{title}</strong>
        {facts ? <span className="muted"> · {facts}</span> : null}
      </span>
      {description ? (
        <span id={id} className="template-description muted">
          {description}
        </span>
      ) : null}
    </label>
  )
}
