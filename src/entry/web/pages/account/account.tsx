import {
  endOtherSessions,
  endSession,
  findSecondFactor,
  listSessions,
  type ListedSession,
  readSession,
  renewRecoveryCodes,
  type SecondFactor,
  type Session,
} from '#accounts/index.ts'
import {
  ActionForm,
  Actions,
  Badge,
  DataTable,
  DateText,
  DescriptionList,
  EmptyState,
  LinkButton,
  Moment,
  PageHeader,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { SUBJECT_ACCESS } from '#duties/package/reading.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { z } from 'zod'
import { drawCodes } from './set-up.tsx'

const words = {
  title: { nl: 'Mijn account', en: 'My account' },
  lead: {
    nl: 'Uw gegevens om in te loggen, en de apparaten waarop u ingelogd bent.',
    en: 'What you sign in with, and the devices on which you are signed in.',
  },
  who: { nl: 'Wie u bent', en: 'Who you are' },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  changeEmail: { nl: 'E-mailadres wijzigen', en: 'Change e-mail address' },
  everything: { nl: 'Alles over mij', en: 'Everything on me' },
  changePassword: { nl: 'Wachtwoord wijzigen', en: 'Change password' },
  factor: { nl: 'Inloggen in twee stappen', en: 'Two-step sign-in' },
  factorOn: { nl: 'Aan sinds', en: 'On since' },
  codesLeft: { nl: 'Herstelcodes over', en: 'Recovery codes left' },
  factorOff: { nl: 'Dit staat uit', en: 'This is off' },
  factorWhy: {
    nl: 'Zet dit aan, dan kan niemand inloggen met alleen uw wachtwoord.',
    en: 'Turn this on, and nobody can sign in with your password alone.',
  },
  setUp: { nl: 'Aanzetten', en: 'Turn on' },
  otherApp: { nl: 'Andere app instellen', en: 'Set up another app' },
  newCodes: { nl: 'Nieuwe herstelcodes', en: 'New recovery codes' },
  turnOff: { nl: 'Uitzetten', en: 'Turn off' },
  sessions: { nl: 'Waar u ingelogd bent', en: 'Where you are signed in' },
  device: { nl: 'Apparaat', en: 'Device' },
  since: { nl: 'Ingelogd', en: 'Signed in' },
  seen: { nl: 'Laatst gezien', en: 'Last seen' },
  act: { nl: 'Actie', en: 'Action' },
  here: { nl: 'dit apparaat', en: 'this device' },
  end: { nl: 'Uitloggen', en: 'Sign out' },
  endOthers: { nl: 'Overal elders uitloggen', en: 'Sign out everywhere else' },
  none: { nl: 'Nergens', en: 'Nowhere' },
} satisfies Record<string, Text>

interface AccountView {
  readonly session: Session
  readonly factor: SecondFactor | undefined
  readonly sessions: readonly ListedSession[]
  /** Whether the statement lets people get what is held on them. */
  readonly packaged: boolean
}

/** Everything about one's own account. */
export const accountPage = page('/account', {
  read: async (door): Promise<AccountView> => {
    const { accounts } = door.visit.site
    const token = door.session
    const [session, factor, sessions, access] = await Promise.all([
      readSession(accounts, token),
      findSecondFactor(accounts, token),
      listSessions(accounts, token),
      door.access(SUBJECT_ACCESS),
      door.list('', 'account', {}),
    ])
    return { session, factor, sessions, packaged: access.can('dossiers', 'select') }
  },
  view: ({ session, factor, sessions, packaged }, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      <Stack gap="large">
        <Section title={words.who}>
          <Stack>
            <DescriptionList
              items={[
                { term: words.name, value: session.name },
                { term: words.email, value: session.email },
              ]}
            />
            <Actions>
              <LinkButton href="/account/wachtwoord" label={words.changePassword} look="plain" />
              <LinkButton href="/account/e-mailadres" label={words.changeEmail} look="plain" />
              {packaged && <LinkButton href="/mijn/alles" label={words.everything} look="quiet" />}
            </Actions>
          </Stack>
        </Section>
        <Factor factor={factor} member={door.me?.member ?? false} />
        <Devices sessions={sessions} />
      </Stack>
    </Screen>
  ),
})

function Factor({ factor, member }: { factor: SecondFactor | undefined; member: boolean }) {
  if (!factor) {
    return (
      <Section title={words.factor}>
        <EmptyState
          title={words.factorOff}
          lead={words.factorWhy}
          icon="lock"
          action={<LinkButton href="/account/tweede-stap" label={words.setUp} />}
        />
      </Section>
    )
  }
  return (
    <Section title={words.factor}>
      <Stack>
        <DescriptionList
          items={[
            { term: words.factorOn, value: <DateText day={factor.since} /> },
            { term: words.codesLeft, value: String(factor.recoveryCodesLeft) },
          ]}
        />
        <Actions>
          <LinkButton href="/account/herstelcodes" label={words.newCodes} look="plain" />
          <LinkButton href="/account/tweede-stap" label={words.otherApp} look="plain" />
          {!member && (
            <LinkButton href="/account/tweede-stap/uit" label={words.turnOff} look="quiet" />
          )}
        </Actions>
      </Stack>
    </Section>
  )
}

function Devices({ sessions }: { sessions: readonly ListedSession[] }) {
  const others = sessions.length > 1
  return (
    <Section
      title={words.sessions}
      action={
        others && (
          <ActionForm
            action="/account/sessies/andere"
            label={words.endOthers}
            look="plain"
            size="small"
          />
        )
      }
    >
      <DataTable
        caption={words.sessions}
        captionHidden
        rows={sessions}
        columns={[
          { title: words.device, cell: (session) => session.device },
          { title: words.since, cell: (session) => <DateText day={session.startedAt} /> },
          { title: words.seen, cell: (session) => <Moment at={session.seenAt} /> },
          {
            title: words.act,
            cell: (session) =>
              session.current ? (
                <Badge label={words.here} tone="info" />
              ) : (
                <ActionForm
                  action={`/account/sessies/${session.id}`}
                  label={words.end}
                  look="plain"
                  size="small"
                />
              ),
          },
        ]}
        empty={<Words of={words.none} />}
      />
    </Section>
  )
}

/** Signs one other device out. */
export const endSessionAct = act('/account/sessies/:id', async ({ door, params }) => {
  await endSession(door.visit.site.accounts, door.session, idOf(params))
  return { to: '/account', done: 'session-ended' }
})

/** Signs all other devices out. */
export const endOthersAct = act('/account/sessies/andere', async ({ door }) => {
  await endOtherSessions(door.visit.site.accounts, door.session)
  return { to: '/account', done: 'session-ended' }
})

const codesWords = {
  title: { nl: 'Nieuwe herstelcodes', en: 'New recovery codes' },
  lead: {
    nl: 'U krijgt tien nieuwe codes. De oude werken daarna niet meer.',
    en: 'You get ten new codes. The old ones no longer work after that.',
  },
} satisfies Record<string, Text>

/** Gives new recovery codes, shown once. */
export const recoveryCodesPage = formPage('/account/herstelcodes', {
  input: z.object({}),
  read: (door) => door.list('', 'account', {}),
  view: (_, _form, door) => (
    <Screen door={door} title={codesWords.title} width="single" open>
      <PageHeader title={codesWords.title} lead={codesWords.lead} />
      <ActionForm action="/account/herstelcodes" label={codesWords.title} />
    </Screen>
  ),
  act: async ({ door }) => {
    const codes = await renewRecoveryCodes(door.visit.site.accounts, door.session)
    return { show: drawCodes(codes, door) }
  },
})
