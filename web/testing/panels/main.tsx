import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/table.css'
import './page.css'
import { Suspense, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { PanelFrame } from '../../panels/frame/panel-frame.tsx'
import { panelKindOf } from '../../panels/index.ts'
import type { PanelInteraction } from '../../panels/panel.ts'
import { cases, type PanelCase } from './cases.ts'

/** What panels told their dashboard, and how the test changes the page. */
declare global {
  interface Window {
    heard: unknown[]
    setCases: (change: (cases: readonly PanelCase[]) => readonly PanelCase[]) => void
  }
}

const search = new URLSearchParams(location.search)
document.documentElement.dataset.theme = search.get('theme') ?? 'light'
window.heard = []

const places: string[] = []
const interaction: PanelInteraction = {
  cursor: null,
  onCursor: () => {},
  onFilter: (dimension, value) => window.heard.push({ filter: dimension, value }),
  onDrill: (part) => window.heard.push({ drill: part }),
}

function colourOf(key: string): number {
  if (!places.includes(key)) places.push(key)
  return places.indexOf(key)
}

const actions = ['Edit', 'Duplicate', 'Download CSV'].map((title) => ({
  title,
  run: () => window.heard.push({ action: title }),
}))

/** Panels of one case on a grid, as a dashboard has them. `?editors=1` shows the editors of their options too. */
function Page() {
  const [shown, setShown] = useState(cases[search.get('case') ?? 'kinds'] ?? [])
  useEffect(() => {
    window.setCases = setShown
  }, [])
  return (
    <main className="panels-page">
      <h1 className="visually-hidden">Panels</h1>
      {shown.map(({ panel, shown: answers, expectedWithinMs }, index) => {
        const size = panelKindOf(panel.kind)?.size ?? { w: 6, h: 6 }
        return (
          <div
            key={index}
            className="panels-place"
            style={{ gridColumn: `span ${size.w}`, height: size.h * 40 + (size.h - 1) * 12 }}
          >
            {search.has('editors') ? (
              <Editor panel={panel} />
            ) : (
              <PanelFrame
                panel={panel}
                shown={answers}
                annotations={[]}
                colourOf={colourOf}
                interaction={interaction}
                actions={actions}
                expectedWithinMs={expectedWithinMs ?? null}
                onRetry={() => window.heard.push({ action: 'retry' })}
              />
            )}
          </div>
        )
      })}
    </main>
  )
}

function Editor({ panel }: { panel: PanelCase['panel'] }) {
  const kind = panelKindOf(panel.kind)
  const [options, setOptions] = useState(() => kind?.readOptions(panel.options))
  if (!kind) return null
  return (
    <Suspense>
      <kind.Editor options={options} onChange={setOptions} query={kind.example.query} />
    </Suspense>
  )
}

createRoot(document.getElementById('root')!).render(<Page />)
