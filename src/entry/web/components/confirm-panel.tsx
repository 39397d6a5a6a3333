import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { Wording } from '#entry/web/words.ts'
import { buttonLook } from './button.tsx'
import { FormMarks } from './form.tsx'
import { Icon } from './icon.tsx'
import { useSay } from './view.ts'

const words = {
  goes: { nl: 'Dit verdwijnt', en: 'This goes' },
  stays: { nl: 'Dit blijft', en: 'This stays' },
  back: { nl: 'Toch niet', en: 'Go back' },
}

export interface ConfirmPanelProps {
  /** A question: "Dossier van Sanne de Wit verwijderen?" */
  readonly title: Wording
  /** What happens, and whether it can be undone. */
  readonly lead: Wording
  /** What will go, with numbers: "12 samenvattingen". */
  readonly goes?: readonly Wording[]
  /** What stays, and why. */
  readonly stays?: readonly Wording[]
  readonly action: string
  /** Says what the button does: "Dossier verwijderen", never "OK". */
  readonly confirm: Wording
  readonly cancelHref: string
  /** Fields that the act needs, such as a reason. */
  readonly children?: Child
}

/** Shows what will go before it goes. The way back is as easy as the way on. */
export function ConfirmPanel(props: ConfirmPanelProps): JSX.Element {
  const { title, lead, goes = [], stays = [], action, confirm, cancelHref, children } = props
  const say = useSay()
  return (
    <div class="sheet confirm stack">
      <h2>{say(title)}</h2>
      <p>{say(lead)}</p>
      {goes.length > 0 && <Losses title={words.goes} items={goes} kind="go" />}
      {stays.length > 0 && <Losses title={words.stays} items={stays} kind="stay" />}
      <form class="form" method="post" action={action} novalidate data-once="">
        <FormMarks />
        {children}
        <div class="actions">
          <button class={buttonLook('danger')} type="submit">
            {say(confirm)}
          </button>
          <a class={buttonLook('plain')} href={cancelHref}>
            {say(words.back)}
          </a>
        </div>
      </form>
    </div>
  )
}

interface LossesProps {
  readonly title: Wording
  readonly items: readonly Wording[]
  readonly kind: 'go' | 'stay'
}

function Losses({ title, items, kind }: LossesProps): JSX.Element {
  const say = useSay()
  return (
    <div class="stack stack-small">
      <h3>{say(title)}</h3>
      <ul class={kind === 'go' ? 'losses losses-go' : 'losses losses-stay'}>
        {items.map((item) => (
          <li>
            <Icon name={kind === 'go' ? 'trash' : 'lock'} />
            <span>{say(item)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
