import { ConfirmPanel, dayOf, PageHeader } from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import type { Text } from '#kernel/language.ts'
import { retireProgramme } from '#modules/registry/index.ts'
import { PROGRAMMES, programming } from './desk.ts'
import { readProgramme } from './programmes.tsx'

const words = {
  retire: { nl: 'Opleiding stoppen', en: 'Retire the programme' },
  question: { nl: 'Deze opleiding stoppen?', en: 'Retire this programme?' },
  lead: {
    nl: 'Niemand begint er meer aan. Wie in opleiding is, maakt de opleiding af. Dit kunt u niet ongedaan maken.',
    en: 'Nobody can start it any more. People in training can finish it. This cannot be undone.',
  },
} satisfies Record<string, Text>

/** Asks whether nobody may start a programme any more. */
export const retirePage = page(`${PROGRAMMES}/:id/stoppen`, {
  read: readProgramme,
  view: ({ programme }, door) => {
    const path = `${PROGRAMMES}/${programme.id}`
    return (
      <Screen door={door} title={words.retire} width="narrow">
        <PageHeader
          title={words.retire}
          breadcrumbs={[
            { label: TRAINING.programmes, href: PROGRAMMES },
            { label: { nl: programme.nameNl, en: programme.nameEn }, href: path },
          ]}
        />
        <ConfirmPanel
          title={words.question}
          lead={words.lead}
          action={`${path}/stoppen`}
          confirm={words.retire}
          cancelHref={path}
        />
      </Screen>
    )
  },
})

/** Lets nobody start a programme any more. */
export const retireAct = act(`${PROGRAMMES}/:id/stoppen`, async ({ door, params }) => {
  const id = idOf(params)
  await programming(door, (tx) => retireProgramme(tx, { id, on: dayOf(new Date()) }))
  return { to: `${PROGRAMMES}/${id}`, done: 'saved' }
})
