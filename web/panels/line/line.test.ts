import { test } from 'vitest'
import { testPanelKind } from '../testing.ts'
import { line } from './index.ts'

test('holds what every panel holds', () => testPanelKind(line))
