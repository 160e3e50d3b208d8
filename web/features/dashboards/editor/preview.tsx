import { useState } from 'react'
import type { PanelDocument } from '../document.ts'
import type { ShownAnswers } from '../live-answers/answers-state.ts'
import { makeColourPlaces } from '../view/colour-places.ts'
import { PanelBox } from '../view/panel-box.tsx'

/** The panel as it will be. Its answers are dimmed while they are those of an earlier question. */
export function Preview({ panel, shown }: { panel: PanelDocument; shown: ShownAnswers }) {
  const [colourOf] = useState(makeColourPlaces)
  const [cursor, setCursor] = useState<number | null>(null)
  return (
    <div
      className={shown.stale || shown.problem !== null ? 'editor-picture stale' : 'editor-picture'}
      aria-busy={shown.stale}
    >
      <PanelBox
        // What one kind remembers means nothing to another.
        key={panel.kind}
        panel={panel}
        shown={{ ...shown, problem: null }}
        surroundings={{ cursor, onCursor: setCursor, annotations: [], colourOf, filters: [] }}
      />
    </div>
  )
}
