import type { PanelKind, PictureInput } from '../panel.ts'
import { writeCsv } from './csv.ts'
import { drawPanelSvg, pageSize } from './draw.ts'
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
  const svg = await drawPanelSvg(kind, input)
  if (svg === null) throw new Error('This panel is no picture. Save it as CSV instead.')
  const picture = new Blob([svg], { type: 'image/svg+xml' })
  return format === 'svg' ? picture : toPng(picture)
}

async function toPng(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = pageSize.width * pngScale
    canvas.height = pageSize.height * pngScale
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!png) throw new Error('The browser could not make a PNG of the picture. Save it as SVG instead.')
    return png
  } finally {
    URL.revokeObjectURL(address)
  }
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
