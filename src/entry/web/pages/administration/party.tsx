import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { listInvitations, type StaffInvitation } from '#duties/administration/invitation.ts'
import {
  changeParty,
  findParty,
  listContacts,
  type PartyContact,
} from '#duties/administration/party.ts'
import {
  Badge,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readOffice } from './office.ts'
import { PartyFields, partyInput } from './party-fields.tsx'

const words = {
  parties: { nl: 'Partijen', en: 'Parties' },
  details: { nl: 'Gegevens', en: 'Details' },
  save: { nl: 'Opslaan', en: 'Save' },
  contacts: { nl: 'Contactpersonen', en: 'Contacts' },
  contactsWhy: {
    nl: 'Zij lezen de documenten die cliënten voor deze partij vrijgaven, en niets anders.',
    en: 'They read the documents that clients released to this party, and nothing else.',
  },
  invite: { nl: 'Contactpersoon uitnodigen', en: 'Invite a contact' },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  action: { nl: 'Actie', en: 'Action' },
  state: { nl: 'Stand', en: 'State' },
  end: { nl: 'Beëindigen', en: 'End' },
  withdraw: { nl: 'Intrekken', en: 'Withdraw' },
  none: { nl: 'Nog niemand', en: 'Nobody yet' },
  noneWhy: {
    nl: 'Zolang niemand is uitgenodigd, kan deze partij niets lezen.',
    en: 'As long as nobody was invited, this party can read nothing.',
  },
} satisfies Record<string, Text>

const STATES = {
  open: { label: { nl: 'Uitgenodigd', en: 'Invited' }, tone: 'info', icon: 'send' },
  expired: {
    label: { nl: 'Uitnodiging verlopen', en: 'Invitation expired' },
    tone: 'neutral',
    icon: 'clock',
  },
} as const

export interface PartyData {
  readonly party: { readonly id: string; readonly name: string; readonly email: string | null }
  readonly contacts: readonly PartyContact[]
  /** Invitations to act for it that nobody accepted. */
  readonly invitations: readonly StaffInvitation[]
}

/** @throws `NOT_FOUND` when there is no such party. */
export async function readParty(door: Door, params: Params): Promise<PartyData> {
  const id = idOf(params)
  const { parties, contacts, all } = await readOffice(door, 'party', {
    parties: findParty(id),
    contacts: listContacts(id),
    all: listInvitations,
  })
  const [party] = parties
  if (!party) throw new AppError('NOT_FOUND')
  const invitations = all.filter(({ partyId, state }) => partyId === id && state !== 'accepted')
  return { party, contacts, invitations }
}

/** A party: its details, and who acts for it. */
export const partyPage = formPage('/beheer/partijen/:id', {
  input: partyInput,
  read: readParty,
  view: ({ party, contacts, invitations }, form, door) => (
    <Screen door={door} title={party.name}>
      <PageHeader
        title={party.name}
        breadcrumbs={[{ label: words.parties, href: '/beheer/partijen' }]}
        action={
          <LinkButton
            href={`/beheer/partijen/${party.id}/uitnodigen`}
            label={words.invite}
            icon="add"
          />
        }
      />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        <Section title={words.contacts} lead={words.contactsWhy}>
          <ContactTable party={party} contacts={contacts} invitations={invitations} />
        </Section>
        <Card title={words.details} level={2}>
          <Form action={`/beheer/partijen/${party.id}`} submit={words.save} formId={form.formId}>
            <PartyFields form={form} party={party} />
          </Form>
        </Card>
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, input: details }) => {
    const id = idOf(params)
    await door.change('administration', (tx) => changeParty(tx, id, details))
    return { to: `/beheer/partijen/${id}`, done: 'saved' }
  },
})

/** Who acts for the party, and who was asked to. */
function ContactTable({ party, contacts, invitations }: PartyData): JSX.Element {
  const home = `/beheer/partijen/${party.id}`
  const lines = [
    ...contacts.map(({ accountId, name, email }) => ({
      name: name ?? '–',
      email,
      state: undefined,
      end: `${home}/contactpersonen/${accountId}/beeindigen`,
    })),
    ...invitations.map(({ id, name, email, state }) => ({
      name,
      email,
      state: state === 'open' ? STATES.open : STATES.expired,
      end: `/beheer/uitnodigingen/${id}/intrekken`,
    })),
  ]
  return (
    <DataTable
      caption={words.contacts}
      captionHidden
      rows={lines}
      columns={[
        { title: words.name, cell: ({ name }) => name },
        { title: words.email, cell: ({ email }) => email },
        { title: words.state, cell: ({ state }) => state && <Badge {...state} /> },
        {
          title: words.action,
          cell: ({ end, state }) => (
            <LinkButton
              href={end}
              label={state ? words.withdraw : words.end}
              look="quiet"
              size="small"
            />
          ),
        },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="people" />}
    />
  )
}
