import { test } from 'vitest'
import { testPanelKind } from '../testing.ts'
import { area } from './index.ts'

test('holds what every panel holds', () => testPanelKind(area))
