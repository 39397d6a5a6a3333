/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// A box to draw one's name in, beside the field in which it is typed. Without a script there is no
// box, and the typed name does.
import SignaturePad from 'signature_pad'

for (const box of document.querySelectorAll<HTMLElement>('[data-signature-pad]')) begin(box)

function begin(box: HTMLElement): void {
  const canvas = box.querySelector('canvas')
  const field = box.querySelector<HTMLInputElement>('input[type=hidden]')
  const form = box.closest('form')
  if (!canvas || !field || !form) return
  box.hidden = false
  const pad = new SignaturePad(canvas, { penColor: '#111', backgroundColor: '#fff' })
  const keep = (): void => {
    field.value = pad.isEmpty() ? '' : pad.toDataURL('image/png')
  }
  const draw = (): void => {
    fit(canvas, pad)
    show(canvas, field.value)
  }
  draw()
  pad.addEventListener('endStroke', keep)
  box.querySelector('button')?.addEventListener('click', () => {
    pad.clear()
    keep()
  })
  window.addEventListener('resize', draw)
}

/** What was drawn before: when the form came back, or before the screen was turned. */
function show(canvas: HTMLCanvasElement, drawn: string): void {
  if (drawn === '') return
  const picture = new Image()
  picture.addEventListener('load', () => canvas.getContext('2d')?.drawImage(picture, 0, 0))
  picture.src = drawn
}

/** As many points as the screen shows: a canvas that is stretched draws beside the pen. */
function fit(canvas: HTMLCanvasElement, pad: SignaturePad): void {
  canvas.width = canvas.offsetWidth
  canvas.height = canvas.offsetHeight
  pad.clear()
}
