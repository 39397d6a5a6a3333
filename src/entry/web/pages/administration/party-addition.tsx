import { addParty } from '#duties/administration/party.ts'
import { ErrorSummary, Form, PageHeader } from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { readOffice } from './office.ts'
import { PartyFields, partyInput } from './party-fields.tsx'

const words = {
  parties: { nl: 'Partijen', en: 'Parties' },
  title: { nl: 'Een partij toevoegen', en: 'Add a party' },
  add: { nl: 'Toevoegen', en: 'Add' },
} satisfies Record<string, Text>

/** Adds a party. */
export const partyAdditionPage = formPage('/beheer/partijen/nieuw', {
  input: partyInput,
  read: (door) => readOffice(door, 'parties', {}),
  view: (_, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        breadcrumbs={[{ label: words.parties, href: '/beheer/partijen' }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action="/beheer/partijen/nieuw"
        submit={words.add}
        cancelHref="/beheer/partijen"
        formId={form.formId}
      >
        <PartyFields form={form} />
      </Form>
    </Screen>
  ),
  act: async ({ door, input: party, formId }) => {
    await once(() => door.change('administration', (tx) => addParty(tx, formId, party)))
    return { to: `/beheer/partijen/${formId}`, done: 'party-added' }
  },
})
