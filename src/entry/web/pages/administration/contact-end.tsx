import { z } from 'zod'
import { endContact } from '#duties/administration/party.ts'
import { ConfirmPanel, ErrorSummary, PageHeader } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readParty } from './party.tsx'

const words = {
  parties: { nl: 'Partijen', en: 'Parties' },
  title: { nl: 'Contactpersoon beëindigen', en: 'End a contact' },
  question: {
    nl: 'Handelt {name} niet meer namens {party}?',
    en: 'Does {name} no longer act for {party}?',
  },
  lead: {
    nl: 'Dit werkt meteen. U kunt dezelfde persoon later opnieuw uitnodigen.',
    en: 'This takes effect at once. You can invite the same person again later.',
  },
  goes: {
    nl: 'De toegang van {name} tot wat voor {party} is vrijgegeven',
    en: 'The access of {name} to what was released to {party}',
  },
  stays: {
    nl: 'Wat is vrijgegeven, voor de andere contactpersonen van {party}',
    en: 'What was released, for the other contacts of {party}',
  },
  confirm: { nl: 'Beëindigen', en: 'End' },
  somebody: { nl: 'deze persoon', en: 'this person' },
} satisfies Record<string, Text>

/** Ends that somebody acts for a party. */
export const contactEndPage = formPage('/beheer/partijen/:id/contactpersonen/:account/beeindigen', {
  input: z.object({}),
  read: async (door, params) => {
    const { party, contacts } = await readParty(door, params)
    const id = idOf(params, 'account')
    const contact = contacts.find(({ accountId }) => accountId === id)
    if (!contact) throw new AppError('NOT_FOUND')
    return { party, contact }
  },
  view: ({ party, contact }, form, door) => {
    const name = contact.name ?? words.somebody[door.language]
    const about = { name, party: party.name }
    const href = `/beheer/partijen/${party.id}`
    return (
      <Screen door={door} title={words.title} width="narrow">
        <PageHeader
          title={words.title}
          breadcrumbs={[
            { label: words.parties, href: '/beheer/partijen' },
            { label: party.name, href },
          ]}
        />
        <ErrorSummary errors={form.faults} />
        <ConfirmPanel
          title={say(words.question, door.language, about)}
          lead={words.lead}
          goes={[say(words.goes, door.language, about)]}
          stays={[say(words.stays, door.language, about)]}
          action={`${href}/contactpersonen/${contact.accountId}/beeindigen`}
          confirm={words.confirm}
          cancelHref={href}
        />
      </Screen>
    )
  },
  act: async ({ door, params }) => {
    const partyId = idOf(params)
    const accountId = idOf(params, 'account')
    await door.change('administration', (tx) => endContact(tx, { partyId, accountId }))
    return { to: `/beheer/partijen/${partyId}`, done: 'contact-ended' }
  },
})
