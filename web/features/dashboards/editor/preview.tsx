import { Suspense, useState } from 'react'
import type { PanelKind } from '../../../panels/panel.ts'
import type { PanelDocument } from '../document.ts'
import { makeColourPlaces } from '../view/colour-places.ts'
import type { Preview as PreviewState } from './use-preview.ts'

interface PreviewProps {
  panel: PanelDocument
  kind: PanelKind
  preview: PreviewState
}

/** The panel as it will be. Its answers are dimmed while they are those of an earlier question. */
export function Preview({ panel, kind, preview }: PreviewProps) {
  const [colourOf] = useState(makeColourPlaces)
  const [cursor, setCursor] = useState<number | null>(null)
  const { Panel, readOptions } = kind
  return (
    <figure className="editor-picture" aria-busy={preview.stale}>
      <figcaption className="editor-picture-title">{panel.title}</figcaption>
      <div className={preview.stale ? 'editor-picture-place stale' : 'editor-picture-place'}>
        <Suspense fallback={null}>
          <Panel
            key={kind.kind}
            title={panel.title}
            query={panel.query ?? { dataset: '', measures: [] }}
            answers={preview.answers}
            options={readOptions(panel.options)}
            annotations={[]}
            colourOf={colourOf}
            cursor={cursor}
            onCursor={setCursor}
          />
        </Suspense>
      </div>
    </figure>
  )
}
