/** A piece of a template: text that stands for itself, or the name of a column. */
export type TemplatePart = { text: string } | { column: string }

/**
 * Splits a template: `"{team}-{name}"` is a column, a dash, a column. `{{` and `}}` stand for braces. Null when a brace is
 * left open or a name is empty.
 */
export function parseTemplate(template: string): TemplatePart[] | null {
  const parts: TemplatePart[] = []
  const piece = /\{\{|\}\}|\{([^{}]+)\}|[^{}]+/y
  while (piece.lastIndex < template.length) {
    const match = piece.exec(template)
    if (match === null) return null
    const [whole, column] = match
    if (column !== undefined) parts.push({ column })
    else parts.push({ text: whole === '{{' || whole === '}}' ? whole[0]! : whole })
  }
  return parts
}

/** The columns that a template names; null when it is no template, or names none. */
export function templateColumns(template: string): string[] | null {
  const columns = parseTemplate(template)?.flatMap((part) => ('column' in part ? [part.column] : []))
  return columns === undefined || columns.length === 0 ? null : columns
}
