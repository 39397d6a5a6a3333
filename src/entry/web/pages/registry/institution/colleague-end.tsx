import { ConfirmPanel, PageHeader } from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { endColleague, listColleagues } from '#modules/registry/index.ts'
import { pathOf, whichOf } from './colleagues.tsx'
import { COLLEAGUES, KEEPING, readKept } from './desk.ts'

const words = {
  end: { nl: 'Toegang beëindigen', en: 'End access' },
  lead: {
    nl: 'Deze collega ziet uw studenten dan meteen niet meer. Later kunt u dezelfde persoon opnieuw uitnodigen.',
    en: 'This colleague immediately stops seeing your students. You can invite the same person again later.',
  },
} satisfies Record<string, Text>

/** Asks whether somebody no longer acts for an institution. */
export const endColleaguePage = page(`${COLLEAGUES}/:party/:account/weg`, {
  read: async (door, params) => {
    const { partyId, accountId } = whichOf(params)
    const { colleagues } = await readKept(door, 'colleagues', { colleagues: listColleagues })
    const colleague = colleagues.find(
      (each) => each.partyId === partyId && each.accountId === accountId,
    )
    if (!colleague) throw new AppError('NOT_FOUND')
    return { colleague }
  },
  view: ({ colleague }, door) => (
    <Screen door={door} title={words.end} width="narrow">
      <PageHeader
        title={words.end}
        breadcrumbs={[{ label: TRAINING.colleagues, href: COLLEAGUES }]}
      />
      <ConfirmPanel
        title={{
          nl: `De toegang van ${colleague.name} beëindigen?`,
          en: `End the access of ${colleague.name}?`,
        }}
        lead={words.lead}
        action={`${pathOf(colleague)}/weg`}
        confirm={words.end}
        cancelHref={COLLEAGUES}
      />
    </Screen>
  ),
})

export const endColleagueAct = act(
  `${COLLEAGUES}/:party/:account/weg`,
  async ({ door, params }) => {
    await door.change(KEEPING, (tx) => endColleague(tx, whichOf(params)))
    return { to: COLLEAGUES, done: 'saved' }
  },
)
