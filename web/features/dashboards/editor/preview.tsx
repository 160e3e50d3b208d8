import { useState } from 'react'
import { PanelFrame } from '../../../panels/frame/panel-frame.tsx'
import type { PanelDocument } from '../document.ts'
import type { ShownAnswers } from '../live-answers/answers-state.ts'
import { makeColourPlaces } from '../view/colour-places.ts'

/** The panel as it will be. While there is no answer to what is asked now, the one before stays, dimmed. */
export function Preview({ panel, shown }: { panel: PanelDocument; shown: ShownAnswers }) {
  const [colourOf] = useState(makeColourPlaces)
  const [cursor, onCursor] = useState<number | null>(null)
  return (
    <div className="editor-picture">
      <PanelFrame
        // What one kind remembers means nothing to another.
        key={panel.kind}
        panel={panel}
        shown={{ ...shown, stale: shown.stale || shown.problem !== null, problem: null }}
        annotations={[]}
        colourOf={colourOf}
        interaction={{ cursor, onCursor }}
      />
    </div>
  )
}
