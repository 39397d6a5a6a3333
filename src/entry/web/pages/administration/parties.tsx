import { listParties, PARTIES_MOST } from '#duties/administration/party.ts'
import { DataTable, EmptyState, LinkButton, PageHeader } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { readOffice } from './office.ts'

const words = {
  title: { nl: 'Partijen', en: 'Parties' },
  lead: {
    nl: 'Opdrachtgevers en andere organisaties waarmee u werkt, en wie er namens hen inlogt.',
    en: 'Principals and other organisations you work with, and who signs in on their behalf.',
  },
  add: { nl: 'Partij toevoegen', en: 'Add a party' },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  contacts: { nl: 'Contactpersonen', en: 'Contacts' },
  invited: { nl: 'Uitgenodigd', en: 'Invited' },
  none: { nl: 'Nog geen partijen', en: 'No parties yet' },
  noneWhy: {
    nl: 'Voeg een opdrachtgever toe, of doe dat bij de intake van een cliënt.',
    en: 'Add a principal, or do so at the intake of a client.',
  },
} satisfies Record<string, Text>

/** Every party, with how many act for it. */
export const partiesPage = page('/beheer/partijen', {
  read: async (door) => (await readOffice(door, 'parties', { parties: listParties })).parties,
  view: (parties, door) => {
    const add = <LinkButton href="/beheer/partijen/nieuw" label={words.add} icon="add" />
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} action={add} />
        <DataTable
          caption={words.title}
          captionHidden
          rows={parties}
          most={PARTIES_MOST}
          href={({ id }) => `/beheer/partijen/${id}`}
          columns={[
            { title: words.name, cell: ({ name }) => name },
            { title: words.email, cell: ({ email }) => email },
            { title: words.contacts, cell: ({ contacts }) => String(contacts), align: 'end' },
            {
              title: words.invited,
              cell: ({ invited }) => (invited > 0 ? String(invited) : null),
              align: 'end',
            },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="people" />}
        />
      </Screen>
    )
  },
})
