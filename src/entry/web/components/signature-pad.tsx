import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { assetPath } from '#entry/web/assets.ts'
import type { Wording } from '#entry/web/words.ts'
import { buttonLook } from './button.tsx'
import { useSay } from './view.ts'

const words = {
  clear: { nl: 'Opnieuw tekenen', en: 'Draw again' },
}

export interface SignaturePadProps {
  /** What the form sends: a PNG as a data address, or nothing. */
  readonly name: string
  readonly label: Wording
  readonly hint?: Wording
  /** What was drawn when the form came back, as the form sent it. */
  readonly value?: string
}

/** A box to draw one's name in. It shows only where scripts run; a typed name stands beside it. */
export function SignaturePad({ name, label, hint, value = '' }: SignaturePadProps): JSX.Element {
  const say = useSay()
  return (
    <div class="field" data-signature-pad="" hidden>
      <span class="label">{say(label)}</span>
      {hint && <p class="hint">{say(hint)}</p>}
      <canvas class="signature-pad" role="img" aria-label={say(label)}></canvas>
      <input type="hidden" name={name} value={value} />
      <div>
        <button class={buttonLook('quiet', 'small')} type="button">
          {say(words.clear)}
        </button>
      </div>
      <script type="module" src={assetPath('signature.js')}></script>
    </div>
  )
}

/** A name as somebody drew it. */
export function DrawnName({ png, says }: { png: Buffer; says: Wording }): JSX.Element {
  return (
    <img
      class="signature-drawn"
      src={`data:image/png;base64,${png.toString('base64')}`}
      alt={useSay()(says)}
    />
  )
}
