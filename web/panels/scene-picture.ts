import type { Scene } from '../charts/scene/scene.ts'
import { sceneOption } from '../charts/scene/scene.ts'
import type { PanelPicture } from './panel.ts'

/** A scene as a picture by itself. */
export const scenePicture = (scene: Scene, title: string, legend: PanelPicture['legend'] = []): PanelPicture => ({
  option: sceneOption(scene, title),
  legend,
})

/** Nothing of a picture is taken out. */
export const noneHidden: ReadonlySet<string> = new Set()
