import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { inviteForParty } from '#accounts/index.ts'
import {
  ActionForm,
  Actions,
  Badge,
  DataTable,
  DateText,
  dayOf,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import { act, formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { FoundList } from '#entry/web/pages/registry/found-list.tsx'
import { InviteFields } from '#entry/web/pages/registry/invite-fields.tsx'
import { readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { titleOf } from '#entry/web/pages/rights/office.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import {
  appointAdministrator,
  COLLEAGUE_INVITATIONS_PAGE,
  type Colleague,
  type ColleagueInvitation,
  dismissAdministrator,
  listColleagueInvitations,
  listColleagues,
  listKeptInstitutions,
  withdrawColleagueInvitation,
} from '#modules/registry/index.ts'
import { COLLEAGUES, KEEPING, readKept } from './desk.ts'
import { KeptField, keptOf } from './kept-field.tsx'

const words = {
  lead: {
    nl: 'Wie namens uw instelling meekijkt. Haal weg wie er niet meer werkt: die ziet uw studenten dan meteen niet meer.',
    en: 'People with access on behalf of your institution. Remove anyone who has left: they immediately stop seeing your students.',
  },
  administrator: { nl: 'beheerder', en: 'administrator' },
  role: { nl: 'Rol', en: 'Role' },
  acts: { nl: 'Wijzigen', en: 'Change' },
  appoint: { nl: 'Beheerder maken', en: 'Make administrator' },
  dismiss: { nl: 'Geen beheerder meer', en: 'No longer administrator' },
  end: { nl: 'Toegang beëindigen', en: 'End access' },
  invited: { nl: 'Uitgenodigd', en: 'Invited' },
  expired: { nl: 'verlopen', en: 'expired' },
  withdraw: { nl: 'Intrekken', en: 'Withdraw' },
  invite: { nl: 'Een collega uitnodigen', en: 'Invite a colleague' },
  send: { nl: 'Uitnodigen', en: 'Invite' },
  noneInvitedWhy: {
    nl: 'Wie u hieronder uitnodigt, staat hier tot die meedoet.',
    en: 'People you invite below are listed here until they join.',
  },
  search: { nl: 'Zoek op naam of e-mailadres', en: 'Search by name or email address' },
  notFound: { nl: 'Geen uitnodigingen gevonden', en: 'No invitations found' },
  notFoundWhy: { nl: 'Zoek op iets anders.', en: 'Try another search.' },
  noneInvited: { nl: 'Er staat geen uitnodiging open', en: 'There is no open invitation' },
} satisfies Record<string, Text>

/** The accounts of an institution, looked after by one of its own. */
export const colleaguesPage = formPage(COLLEAGUES, {
  input: z.object({
    name: requiredText(200),
    email: z.email().max(254),
    language: z.enum(['nl', 'en']),
    partyId: z.uuid().optional(),
  }),
  labels: { ...TRAINING, partyId: TRAINING.ownInstitution },
  read: async (door) => {
    const asked = readPagedAddress(door.visit.query)
    const read = await readKept(door, 'colleagues', {
      colleagues: listColleagues,
      invitations: listColleagueInvitations(asked),
      kept: listKeptInstitutions,
    })
    return { asked, ...read }
  },
  view: ({ asked, colleagues, invitations, kept }, form, door) => (
    <Screen door={door} title={TRAINING.colleagues}>
      <PageHeader title={TRAINING.colleagues} lead={words.lead} />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <ColleagueTable colleagues={colleagues} me={door.me?.accountId} several={kept.length > 1} />
        <Section title={words.invited}>
          <FoundList
            path={COLLEAGUES}
            label={words.search}
            asked={asked}
            rows={invitations}
            size={COLLEAGUE_INVITATIONS_PAGE}
          >
            <InvitationTable invitations={invitations} isSearched={asked.search !== ''} />
          </FoundList>
        </Section>
        <Section title={words.invite}>
          <Form action={COLLEAGUES} submit={words.send} formId={form.formId}>
            <KeptField form={form} kept={kept} />
            <InviteFields form={form} />
          </Form>
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, formId, input: { name, email, language, partyId: asked } }) => {
    const { organisation, site } = door.visit
    const { kept } = await readKept(door, 'colleagues', { kept: listKeptInstitutions })
    const partyId = keptOf(kept, asked)
    await once(() =>
      door.change(KEEPING, (tx) =>
        inviteForParty(tx, site.outbox, {
          id: formId,
          name,
          email,
          language,
          partyId,
          organisation: { id: organisation, title: titleOf(door) },
        }),
      ),
    )
    return { to: COLLEAGUES, done: 'colleague-invited' }
  },
})

interface ColleagueTableProps {
  readonly colleagues: readonly Colleague[]
  readonly me: string | undefined
  /** Whether they are of several institutions. */
  readonly several: boolean
}

function ColleagueTable({ colleagues, me, several }: ColleagueTableProps): JSX.Element {
  return (
    <DataTable
      caption={TRAINING.colleagues}
      captionHidden
      rows={colleagues}
      columns={[
        { title: TRAINING.name, cell: ({ name }) => name },
        ...(several
          ? [{ title: TRAINING.ownInstitution, cell: ({ party }: Colleague) => party }]
          : []),
        { title: TRAINING.email, cell: ({ email }) => email },
        {
          title: words.role,
          cell: ({ administrator }) => administrator && <Badge label={words.administrator} />,
        },
        {
          title: words.acts,
          cell: (each) => (
            <Actions>
              <ActionForm
                action={`${pathOf(each)}/${each.administrator ? 'geen-beheerder' : 'beheerder'}`}
                label={each.administrator ? words.dismiss : words.appoint}
                look="quiet"
                size="small"
              />
              {each.accountId !== me && (
                <LinkButton
                  href={`${pathOf(each)}/weg`}
                  label={words.end}
                  look="quiet"
                  size="small"
                />
              )}
            </Actions>
          ),
        },
      ]}
      empty={<EmptyState title={TRAINING.colleagues} icon="people" />}
    />
  )
}

interface InvitationTableProps {
  readonly invitations: readonly ColleagueInvitation[]
  readonly isSearched: boolean
}

function InvitationTable({ invitations, isSearched }: InvitationTableProps): JSX.Element {
  return (
    <DataTable
      caption={words.invited}
      captionHidden
      rows={invitations}
      columns={[
        { title: TRAINING.name, cell: ({ name }) => name },
        { title: TRAINING.email, cell: ({ email }) => email },
        {
          title: words.invited,
          cell: ({ invitedAt, expired }) =>
            expired ? (
              <Badge label={words.expired} tone="warning" />
            ) : (
              <DateText day={dayOf(invitedAt)} form="short" />
            ),
        },
        {
          title: words.acts,
          cell: ({ id }) => (
            <ActionForm
              action={`${COLLEAGUES}/uitnodigingen/${id}/weg`}
              label={words.withdraw}
              look="quiet"
              size="small"
            />
          ),
        },
      ]}
      empty={
        <EmptyState
          title={isSearched ? words.notFound : words.noneInvited}
          lead={isSearched ? words.notFoundWhy : words.noneInvitedWhy}
          icon="send"
        />
      }
    />
  )
}

export function pathOf({ partyId, accountId }: Colleague): string {
  return `${COLLEAGUES}/${partyId}/${accountId}`
}

export function whichOf(params: Params): { partyId: string; accountId: string } {
  return { partyId: idOf(params, 'party'), accountId: idOf(params, 'account') }
}

export const appointAct = act(
  `${COLLEAGUES}/:party/:account/beheerder`,
  async ({ door, params }) => {
    await once(() => door.change(KEEPING, (tx) => appointAdministrator(tx, whichOf(params))))
    return { to: COLLEAGUES, done: 'saved' }
  },
)

export const dismissAct = act(
  `${COLLEAGUES}/:party/:account/geen-beheerder`,
  async ({ door, params }) => {
    const which = whichOf(params)
    await door.change(KEEPING, (tx) => dismissAdministrator(tx, which))
    return { to: which.accountId === door.me?.accountId ? '/' : COLLEAGUES, done: 'saved' }
  },
)

export const withdrawInvitationAct = act(
  `${COLLEAGUES}/uitnodigingen/:id/weg`,
  async ({ door, params }) => {
    await door.change(KEEPING, (tx) => withdrawColleagueInvitation(tx, idOf(params)))
    return { to: COLLEAGUES, done: 'saved' }
  },
)
