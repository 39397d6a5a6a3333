import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { create } from 'qrcode'
import type { Wording } from '#entry/web/words.ts'
import { useSay } from './view.ts'

/** Width of the empty edge that readers of codes need, in modules. */
const EDGE = 4

export interface QrCodeProps {
  readonly value: string
  /** Says what the code leads to; what it holds must also stand on the page as text. */
  readonly label: Wording
}

/**
 * A code for a phone's camera, drawn by the server. Dark on white in every theme, as cameras want
 * it.
 */
export function QrCode({ value, label }: QrCodeProps): JSX.Element {
  const { modules } = create(value, { errorCorrectionLevel: 'M' })
  const size = modules.size + 2 * EDGE
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={useSay()(label)}
    >
      <rect class="qr-ground" width={size} height={size} />
      <path class="qr-dots" d={drawRuns(modules)} />
    </svg>
  )
}

/** One stroke for every run of dark modules in a row. */
function drawRuns(modules: { size: number; get: (row: number, column: number) => number }): string {
  const { size } = modules
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    let length = 0
    for (let column = 0; column <= size; column += 1) {
      if (column < size && modules.get(row, column)) {
        length += 1
        continue
      }
      if (length > 0) runs.push(`M${column - length + EDGE} ${row + EDGE}h${length}v1h-${length}z`)
      length = 0
    }
  }
  return runs.join('')
}
