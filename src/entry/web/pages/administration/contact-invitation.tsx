import { inviteForParty } from '#accounts/index.ts'
import { ErrorSummary, Form, PageHeader } from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { pointing } from './field-fault.ts'
import { INVITATION_FIELDS, invitingOrganisation } from './invite.tsx'
import { InviteeFields, inviteeInput } from './invitee-fields.tsx'
import { readParty } from './party.tsx'

const words = {
  parties: { nl: 'Partijen', en: 'Parties' },
  title: { nl: 'Een contactpersoon uitnodigen', en: 'Invite a contact' },
  lead: {
    nl: 'Deze persoon leest namens de partij wat cliënten voor haar vrijgaven: geen dossiers, geen lijsten van cliënten.',
    en: 'On behalf of the party this person reads what clients released to it: no dossiers, no lists of clients.',
  },
  send: { nl: 'Uitnodiging versturen', en: 'Send the invitation' },
} satisfies Record<string, Text>

/** Invites somebody to act for a party. */
export const contactInvitationPage = formPage('/beheer/partijen/:id/uitnodigen', {
  input: inviteeInput,
  read: readParty,
  view: ({ party }, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[
          { label: words.parties, href: '/beheer/partijen' },
          { label: party.name, href: `/beheer/partijen/${party.id}` },
        ]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`/beheer/partijen/${party.id}/uitnodigen`}
        submit={words.send}
        cancelHref={`/beheer/partijen/${party.id}`}
        formId={form.formId}
      >
        <InviteeFields form={form} />
      </Form>
    </Screen>
  ),
  act: async ({ door, params, formId, input: invitee }) => {
    const partyId = idOf(params)
    await pointing(INVITATION_FIELDS, () =>
      once(() =>
        door.change('administration', (tx) =>
          inviteForParty(tx, door.visit.site.outbox, {
            ...invitee,
            id: formId,
            partyId,
            organisation: invitingOrganisation(door),
          }),
        ),
      ),
    )
    return { to: `/beheer/partijen/${partyId}`, done: 'invited' }
  },
})
