import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { ActionForm, Notice, Words } from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { eraseRelated } from '#modules/practice/index.ts'
import type { DeskFile } from './desk-request.ts'
import { DESK_PATH, HANDLING } from './office.ts'

const words = {
  title: { nl: 'Staat in dossiers van anderen', en: 'Is in the dossiers of others' },
  why: {
    nl: 'Met dit e-mailadres staat iemand {amount} keer vast als persoon rond een cliënt. Wat daar staat, hoort ook bij het antwoord.',
    en: 'With this e-mail address somebody is recorded {amount} times as a person around a client. What is there belongs in the answer too.',
  },
  identify: {
    nl: 'Verwijderen kan zodra is vastgesteld wie het is.',
    en: 'It can be removed once it is established who this is.',
  },
  erase: { nl: 'Daar verwijderen', en: 'Remove there' },
} satisfies Record<string, Text>

/** That whoever asks stands in dossiers of others, and the way to take them out. */
export function RelatedEntries({ file }: { file: DeskFile }): JSX.Element | null {
  const { request, related } = file
  const amount = related[0]?.amount ?? 0
  if (amount === 0) return null
  const erases = request.kind === 'erasure'
  return (
    <Notice
      title={words.title}
      action={
        erases && request.identifiedBy ? (
          <ActionForm
            action={`${DESK_PATH}/${request.id}/betrokkene`}
            label={words.erase}
            look="danger"
            size="small"
          />
        ) : undefined
      }
    >
      <p>
        <Words of={words.why} places={{ amount }} />
      </p>
      {erases && !request.identifiedBy && (
        <p>
          <Words of={words.identify} />
        </p>
      )}
    </Notice>
  )
}

/** Takes whoever asks out of the dossiers of others. */
export const relatedErasureAct = act(`${DESK_PATH}/:id/betrokkene`, async ({ door, params }) => {
  const id = idOf(params)
  await door.change(HANDLING, (tx) => eraseRelated(tx, id))
  return { to: `${DESK_PATH}/${id}`, done: 'removed' }
})
