import { paintShapes } from '../../charts/picture/canvas.ts'
import type { Shape } from '../../charts/picture/shape.ts'
import type { PanelKind, PictureInput } from '../panel.ts'
import { writeCsv } from './csv.ts'
import { drawPanel, drawPanelSvg, pageSize } from './draw.ts'
import { fileName } from './file-name.ts'
import type { DownloadFormat } from './formats.ts'

/** For screens and print: twice as many pixels as the SVG is large. */
const pngScale = 2

/** Saves a panel as a file, named after its title. Throws an error with a sentence for people when the browser cannot draw it. */
export async function downloadPanel<Options>(
  format: DownloadFormat,
  kind: PanelKind<Options>,
  input: PictureInput<Options>,
): Promise<void> {
  save(await fileOf(format, kind, input), fileName(input.title, format))
}

async function fileOf<Options>(
  format: DownloadFormat,
  kind: PanelKind<Options>,
  input: PictureInput<Options>,
): Promise<Blob> {
  if (format === 'csv') {
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    return new Blob(['\uFEFF', writeCsv(kind.table(input.answers, input.options))], { type: 'text/csv;charset=utf-8' })
  }
  if (format === 'svg') {
    const svg = await drawPanelSvg(kind, input)
    if (svg !== null) return new Blob([svg], { type: 'image/svg+xml' })
  } else {
    const shapes = await drawPanel(kind, input, pageSize)
    if (shapes) return toPng(shapes)
  }
  throw new Error('This panel is no picture. Save it as CSV instead.')
}

async function toPng(shapes: readonly Shape[]): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = pageSize.width * pngScale
  canvas.height = pageSize.height * pngScale
  const context = canvas.getContext('2d')
  context?.scale(pngScale, pngScale)
  if (context) paintShapes(context, shapes)
  const png = context && (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png')))
  if (!png) throw new Error('The browser could not make a PNG of the picture. Save it as SVG instead.')
  return png
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
