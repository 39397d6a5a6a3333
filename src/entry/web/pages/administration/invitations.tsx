import type { JSX } from 'hono/jsx/jsx-runtime'
import { listInvitations, type StaffInvitation } from '#duties/administration/invitation.ts'
import {
  Badge,
  DataTable,
  DateText,
  EmptyState,
  formatDay,
  LinkButton,
  PageHeader,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { functionNames } from './function-words.ts'
import { readOffice } from './office.ts'

const words = {
  title: { nl: 'Uitnodigingen', en: 'Invitations' },
  lead: {
    nl: 'Iedereen komt binnen met een uitnodiging per e-mail. De link werkt één keer en verloopt vanzelf.',
    en: 'Everybody comes in by an invitation by e-mail. The link works once and expires by itself.',
  },
  invite: { nl: 'Iemand uitnodigen', en: 'Invite somebody' },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  as: { nl: 'Als', en: 'As' },
  contact: { nl: 'Contactpersoon van {party}', en: 'Contact of {party}' },
  sent: { nl: 'Verstuurd', en: 'Sent' },
  state: { nl: 'Staat', en: 'State' },
  open: { nl: 'Open tot {day}', en: 'Open until {day}' },
  accepted: { nl: 'Aangenomen op {day}', en: 'Accepted on {day}' },
  expired: { nl: 'Verlopen op {day}', en: 'Expired on {day}' },
  withdraw: { nl: 'Intrekken', en: 'Withdraw' },
  clear: { nl: 'Opruimen', en: 'Clear away' },
  action: { nl: 'Actie', en: 'Action' },
  none: { nl: 'Nog niemand uitgenodigd', en: 'Nobody invited yet' },
  noneWhy: {
    nl: 'Nodig een medewerker uit, of een contactpersoon van een partij.',
    en: 'Invite a member of staff, or a contact of a party.',
  },
} satisfies Record<string, Text>

/** Invitations to work here or to act for a party: open, accepted and expired. */
export const invitationsPage = page('/beheer/uitnodigingen', {
  read: async (door) =>
    (await readOffice(door, 'invitations', { invitations: listInvitations })).invitations,
  view: (invitations, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={<LinkButton href="/beheer/uitnodigingen/nieuw" label={words.invite} icon="add" />}
      />
      <DataTable
        caption={words.title}
        captionHidden
        rows={invitations}
        columns={[
          { title: words.name, cell: ({ name }) => name },
          { title: words.email, cell: ({ email }) => email },
          { title: words.as, cell: (invitation) => roleOf(invitation, door) },
          { title: words.sent, cell: ({ invitedAt }) => <DateText day={invitedAt} form="short" /> },
          { title: words.state, cell: (line) => <InvitationState line={line} door={door} /> },
          { title: words.action, cell: drawWithdrawal },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="mail" />}
      />
    </Screen>
  ),
})

function roleOf({ functions, party }: StaffInvitation, { language }: Door): string {
  return party === null
    ? functionNames(functions, language)
    : say(words.contact, language, { party })
}

function InvitationState(props: { line: StaffInvitation; door: Door }): JSX.Element {
  const { state, expiresAt, acceptedAt } = props.line
  const { language } = props.door
  const at = (day: Date | null) => ({ day: formatDay(day ?? expiresAt, language) })
  if (state === 'open') {
    return <Badge label={say(words.open, language, at(expiresAt))} tone="info" icon="send" />
  }
  return state === 'accepted' ? (
    <Badge label={say(words.accepted, language, at(acceptedAt))} tone="success" icon="check" />
  ) : (
    <Badge label={say(words.expired, language, at(expiresAt))} icon="clock" />
  )
}

function drawWithdrawal({ id, state }: StaffInvitation): JSX.Element | null {
  if (state === 'accepted') return null
  return (
    <LinkButton
      href={`/beheer/uitnodigingen/${id}/intrekken`}
      label={state === 'open' ? words.withdraw : words.clear}
      look="quiet"
      size="small"
    />
  )
}
