import './ui/tokens.css'
import './ui/base.css'
// Here, so that it stands before the rules of each table.
import './ui/table.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { followSystemTheme } from './lib/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root')

followSystemTheme()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
