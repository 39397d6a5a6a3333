import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  INVITATIONS_MOST,
  listInvitations,
  type StaffInvitation,
} from '#duties/administration/invitation.ts'
import {
  Badge,
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Muted,
  PageHeader,
  Stack,
  Words,
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
  state: { nl: 'Stand', en: 'State' },
  until: { nl: 'tot en met', en: 'until' },
  withdraw: { nl: 'Intrekken', en: 'Withdraw' },
  clear: { nl: 'Opruimen', en: 'Clear away' },
  action: { nl: 'Actie', en: 'Action' },
  none: { nl: 'Nog niemand uitgenodigd', en: 'Nobody invited yet' },
  noneWhy: {
    nl: 'Nodig een medewerker uit, of een contactpersoon van een partij.',
    en: 'Invite a member of staff, or a contact of a party.',
  },
} satisfies Record<string, Text>

const STATES = {
  open: { label: { nl: 'Open', en: 'Open' }, tone: 'info', icon: 'send' },
  accepted: { label: { nl: 'Aangenomen', en: 'Accepted' }, tone: 'success', icon: 'check' },
  expired: { label: { nl: 'Verlopen', en: 'Expired' }, tone: 'neutral', icon: 'clock' },
} as const satisfies Record<StaffInvitation['state'], object>

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
        most={INVITATIONS_MOST}
        columns={[
          { title: words.name, cell: ({ name }) => name },
          { title: words.email, cell: ({ email }) => email },
          { title: words.as, cell: (invitation) => roleOf(invitation, door) },
          { title: words.state, cell: drawState },
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

/** How it stands: until when it is open, or when it was accepted or expired. */
function drawState({ state, expiresAt, acceptedAt }: StaffInvitation): JSX.Element {
  return (
    <Stack gap="small">
      <span>
        <Badge {...STATES[state]} />
      </span>
      <Muted>
        {state === 'open' && <Words of={words.until} />}{' '}
        <DateText day={acceptedAt ?? expiresAt} form="short" />
      </Muted>
    </Stack>
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
