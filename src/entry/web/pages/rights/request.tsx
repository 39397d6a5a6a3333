import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { BEHALF_WORDS, CHANNEL_WORDS, KIND_WORDS, WAY_WORDS } from '#duties/rights/words.ts'
import {
  ActionForm,
  Actions,
  Badge,
  Card,
  Columns,
  DateText,
  type Description,
  DescriptionList,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  Quotation,
  Section,
  Stack,
  Words,
  useSay,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { Copies } from './copies.tsx'
import { type DeskFile, readDeskFile } from './desk-request.ts'
import { RIGHTS } from './look.ts'
import { RelatedEntries } from './related.tsx'
import { stepsFor } from './next-steps.ts'
import { DESK_PATH } from './office.ts'
import { DaysLeft, DueText, History, KeptNotice, OutcomeText, StateBadge } from './parts.tsx'

const words = {
  asked: { nl: 'Wat er is gevraagd', en: 'What was asked' },
  nothing: { nl: 'Er is geen toelichting gegeven.', en: 'No explanation was given.' },
  next: { nl: 'Wat u nu kunt doen', en: 'What you can do now' },
  waits: {
    nl: 'Het verzoek is toegewezen. De software voert het uit; u hoeft niets te doen.',
    en: 'The request was granted. The software carries it out; you need not do anything.',
  },
  correct: { nl: 'De gegevens verbeteren', en: 'Correct the details' },
  waitsCoach: {
    nl: 'Het verzoek is toegewezen. Wie met het dossier werkt, zet het recht en meldt dat daar.',
    en: 'The request was granted. Whoever works on the dossier puts it right and says so there.',
  },
  package: {
    nl: 'Het verzoek is toegewezen. Wie een account heeft, kan de gegevens zelf ophalen bij Alles over mij. Voor wie er geen heeft, maakt u het pakket.',
    en: 'The request was granted. Who has an account can fetch the data at Everything on me. For who has none, you make the package.',
  },
  makePackage: { nl: 'Pakket maken', en: 'Make the package' },
  who: { nl: 'Wie vraagt', en: 'Who asks' },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mail', en: 'E-mail' },
  address: { nl: 'Postadres', en: 'Postal address' },
  behalf: { nl: 'Voor wie', en: 'For whom' },
  channel: { nl: 'Binnengekomen langs', en: 'Came in by' },
  identity: { nl: 'Identiteit', en: 'Identity' },
  notYet: { nl: 'Nog niet vastgesteld', en: 'Not established yet' },
  dossier: { nl: 'Dossier', en: 'Dossier' },
  linked: { nl: 'Gekoppeld', en: 'Linked' },
  unlinked: { nl: 'Nog niet gekoppeld', en: 'Not linked yet' },
  link: { nl: 'Dossier koppelen', en: 'Link a dossier' },
  about: { nl: 'Bezwaar tegen', en: 'Objects to' },
  left: { nl: 'Termijn', en: 'Term' },
  recipients: { nl: 'Ontvangers die het moeten weten', en: 'Recipients that must know' },
  recipientsWhy: {
    nl: 'Wie gegevens uit dit dossier kreeg, hoort van de verandering (artikel 19 AVG). Wie een e-mailadres heeft, krijgt vanzelf bericht.',
    en: 'Whoever got data from this dossier hears of the change (article 19 GDPR). Those with an e-mail address are mailed.',
  },
  told: { nl: 'Op de hoogte', en: 'Told' },
  markTold: { nl: 'Ik heb het verteld', en: 'I told them' },
  restriction: { nl: 'Beperking', en: 'Restriction' },
  restricted: { nl: 'Beperkt sinds', en: 'Restricted since' },
  lifts: { nl: 'Eindigt op', en: 'Ends on' },
  lifted: { nl: 'Opgeheven op', en: 'Lifted on' },
  announce: { nl: 'Einde aankondigen', en: 'Announce the end' },
} satisfies Record<string, Text>

/** One request with every step that is possible now. */
export const requestPage = page(`${DESK_PATH}/:id`, {
  read: readDeskFile,
  view: (file, door) => {
    const { request } = file
    return (
      <Screen door={door} title={request.number}>
        <PageHeader
          title={KIND_WORDS[request.kind]}
          lead={request.number}
          status={<StateBadge of={request} />}
          breadcrumbs={[{ label: RIGHTS.requests, href: DESK_PATH }]}
        />
        <Columns shape="main">
          <Stack gap="large">
            <KeptNotice state={request.state} steps={file.steps} />
            <NextSteps file={file} />
            <RelatedEntries file={file} />
            <Asked file={file} />
            <Copies file={file} />
            <Restrictions file={file} />
            <Recipients file={file} />
            <Section title={RIGHTS.history}>
              <History steps={file.steps} path={`${DESK_PATH}/${request.id}`} />
            </Section>
          </Stack>
          <Facts file={file} />
        </Columns>
      </Screen>
    )
  },
})

/** Kinds of request that are answered with a package. */
const PACKAGED: ReadonlySet<string> = new Set(['access', 'portability'])

function NextSteps({ file }: { file: DeskFile }): JSX.Element {
  const { request } = file
  const path = `${DESK_PATH}/${request.id}`
  if (request.closedAt) {
    return (
      <Notice tone={request.state === 'fulfilled' ? 'success' : 'neutral'}>
        <OutcomeText of={request} />
      </Notice>
    )
  }
  if (request.state === 'executing' && PACKAGED.has(request.kind)) {
    return (
      <Section title={words.next}>
        <Stack>
          <p>
            <Words of={words.package} />
          </p>
          <Actions>
            <LinkButton href={`${path}/pakket`} label={words.makePackage} icon="download" />
          </Actions>
        </Stack>
      </Section>
    )
  }
  if (request.state === 'executing' && request.kind === 'rectification' && file.corrects) {
    return (
      <Section title={words.next}>
        <ActionForm action={`${path}/verbeteren/openen`} label={words.correct} icon="pencil" />
      </Section>
    )
  }
  if (request.state === 'executing') {
    return (
      <Notice>
        <Words of={request.kind === 'rectification' ? words.waitsCoach : words.waits} />
      </Notice>
    )
  }
  return (
    <Section title={words.next}>
      <Actions>
        {stepsFor(request).map(({ label, part, icon }, rank) => (
          <LinkButton
            href={`${path}/${part}`}
            label={label}
            icon={icon}
            look={rank === 0 ? 'primary' : 'plain'}
          />
        ))}
      </Actions>
    </Section>
  )
}

function Asked({ file }: { file: DeskFile }): JSX.Element {
  const say = useSay()
  return (
    <Section title={words.asked}>
      {file.words === '' ? (
        <Words of={words.nothing} />
      ) : (
        <Quotation by={file.request.name} text={file.words} />
      )}
      {file.request.kind === 'objection' && (
        <p>
          {say(words.about)}: {activityOf(file.request.about, say)}
        </p>
      )}
    </Section>
  )
}

function activityOf(about: string | null, say: (text: Text) => string): string {
  const known = VOCABULARY.activities[about ?? '']
  return known ? say(known.says) : (about ?? '')
}

function Restrictions({ file }: { file: DeskFile }): JSX.Element {
  if (file.restrictions.length === 0) return <></>
  return (
    <Section title={words.restriction}>
      <Stack>
        {file.restrictions.map(({ id, restrictedAt, liftsOn, liftedAt }) => (
          <Card
            meta={
              <>
                <Words of={words.restricted} /> <DateText day={restrictedAt} />
              </>
            }
            actions={
              liftedAt || liftsOn ? null : (
                <LinkButton
                  href={`${DESK_PATH}/${file.request.id}/beperking/${id}`}
                  label={words.announce}
                  look="plain"
                />
              )
            }
          >
            {liftedAt ? (
              <p>
                <Words of={words.lifted} /> <DateText day={liftedAt} />
              </p>
            ) : (
              liftsOn && (
                <p>
                  <Words of={words.lifts} /> <DateText day={liftsOn} />
                </p>
              )
            )}
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

function Recipients({ file }: { file: DeskFile }): JSX.Element {
  const say = useSay()
  if (file.notices.length === 0) return <></>
  return (
    <Section title={words.recipients} lead={words.recipientsWhy}>
      <Stack>
        {file.notices.map(({ id, reference, recipient, party, toldAt }) => (
          <Card
            title={party ?? say(VOCABULARY.recipientKinds[recipient]?.says ?? recipient)}
            meta={reference}
            status={toldAt ? <Badge label={words.told} tone="success" icon="check" /> : null}
            actions={
              toldAt ? null : (
                <ActionForm
                  action={`${DESK_PATH}/${file.request.id}/ontvangers/${id}`}
                  label={words.markTold}
                  look="plain"
                />
              )
            }
          />
        ))}
      </Stack>
    </Section>
  )
}

function Facts({ file }: { file: DeskFile }): JSX.Element {
  const { request } = file
  const say = useSay()
  const open = request.closedAt === null && request.state !== 'executing'
  const items: Description[] = [
    { term: words.name, value: request.name },
    {
      term: words.behalf,
      value: [say(BEHALF_WORDS[request.behalf]), request.personName].filter(Boolean).join(': '),
    },
    { term: words.email, value: request.email },
    { term: words.address, value: request.address },
    { term: words.channel, value: <Words of={CHANNEL_WORDS[request.channel]} /> },
    { term: RIGHTS.received, value: <DateText day={request.receivedAt} /> },
    { term: RIGHTS.due, value: <DueText of={request} /> },
    { term: words.left, value: <DaysLeft of={request} /> },
    {
      term: words.identity,
      value: say(WAY_WORDS[request.identifiedBy ?? ''] ?? words.notYet),
    },
    { term: words.dossier, value: say(request.linked ? words.linked : words.unlinked) },
  ]
  return (
    <Panel title={words.who}>
      <DescriptionList items={items} narrow />
      {open && (
        <LinkButton href={`${DESK_PATH}/${request.id}/dossier`} label={words.link} look="plain" />
      )}
    </Panel>
  )
}
