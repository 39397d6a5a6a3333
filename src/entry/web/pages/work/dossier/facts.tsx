import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DateText,
  type Description,
  DescriptionList,
  LinkButton,
  Panel,
  Period,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { OUTCOMES, type Profile } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { COACH, type OpenedFile } from '#entry/web/pages/work/desk.ts'
import { ActorText, ClientNameText } from '#entry/web/pages/work/person.tsx'
import { WORK } from '#entry/web/pages/work/words.ts'
import { categoryTitle, kindTitle, titled } from '#entry/web/titles.ts'
import { listHolders } from './holders.ts'

const words = {
  born: { nl: 'Geboren', en: 'Born' },
  email: { nl: 'E-mail', en: 'Email' },
  phone: { nl: 'Telefoon', en: 'Phone' },
  address: { nl: 'Adres', en: 'Address' },
  education: { nl: 'Opleiding', en: 'Education' },
  career: { nl: 'Loopbaan', en: 'Career' },
  kind: { nl: 'Soort', en: 'Kind' },
  order: { nl: 'Kenmerk', en: 'Reference' },
  ordered: { nl: 'Opdracht van', en: 'Ordered on' },
  started: { nl: 'Begonnen', en: 'Started' },
  ended: { nl: 'Afgesloten', en: 'Ended' },
  outcome: { nl: 'Afloop', en: 'Outcome' },
  destroyed: { nl: 'Vernietigd op', en: 'Destroyed on' },
  close: { nl: 'Dienst afsluiten', en: 'End the service' },
  handOver: { nl: 'Dossier overdragen', en: 'Hand the dossier over' },
  another: { nl: 'Nieuwe dienst voor deze cliënt', en: 'New service for this client' },
  whoMay: { nl: 'Wie kan erbij', en: 'Who has access' },
  others: { nl: 'Eerdere dossiers', en: 'Other dossiers' },
  extra: { nl: 'Extra gegevens', en: 'Extra data' },
  extraLink: {
    nl: 'Mensen rond de cliënt, burgerservicenummer',
    en: 'People around the client, citizen number',
  },
} satisfies Record<string, Text>

/** What is known of the client and the service, beside what happens. */
export function Facts({ file }: { file: OpenedFile }): JSX.Element {
  const { dossier, desk } = file
  return (
    <Stack>
      <ClientFacts file={file} />
      <ServiceFacts file={file} />
      <AccessFacts file={file} />
      <ExtraFacts file={file} />
      {dossier.others.length > 0 && (
        <Panel title={words.others}>
          <ul>
            {dossier.others.map(({ id, kind, reference }) => (
              <li>
                <a href={`${desk.path}/${id}`}>
                  <Words of={kindTitle(kind)} /> {reference}
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Stack>
  )
}

function ClientFacts({ file }: { file: OpenedFile }): JSX.Element {
  const { dossier, access, path } = file
  const { client, profile } = dossier
  const shown = (table: string, column: string): boolean => access.can(table, 'select', column)
  const items: Description[] = [
    ...(shown('profiles', 'born_on')
      ? [{ term: words.born, value: profile.bornOn && <DateText day={profile.bornOn} /> }]
      : []),
    ...(shown('clients', 'email') ? [{ term: words.email, value: client?.email }] : []),
    ...(shown('clients', 'phone') ? [{ term: words.phone, value: client?.phone }] : []),
    ...(shown('profiles', 'street') ? [{ term: words.address, value: addressText(profile) }] : []),
    ...(profile.education ? [{ term: words.education, value: profile.education }] : []),
    ...(profile.career ? [{ term: words.career, value: profile.career }] : []),
  ]
  const mayChange = access.can('clients', 'update') && dossier.service.state !== 'closed'
  return (
    <Panel title={WORK.client}>
      <DescriptionList narrow items={items} />
      {mayChange && (
        <LinkButton
          href={`${path}/gegevens`}
          label={WORK.change}
          look="plain"
          size="small"
          icon="pencil"
        />
      )}
      {file.desk === COACH && file.statement.declarations.activities['intake'] && (
        <LinkButton
          href={`/werk/nieuw?van=${dossier.id}`}
          label={words.another}
          look="plain"
          size="small"
        />
      )}
    </Panel>
  )
}

/** The address in lines as on an envelope; undefined when nothing of it is known. */
function addressText(profile: Profile): JSX.Element | undefined {
  const { street, houseNumber, houseNumberAddition, postcode, city } = profile
  const number = [houseNumber, houseNumberAddition].filter(Boolean).join(' ')
  const lines = [
    [street, number],
    [postcode, city],
  ]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter((line) => line !== '')
  if (lines.length === 0) return undefined
  return (
    <>
      {lines.map((line, rank) => (
        <>
          {rank > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}

function ServiceFacts({ file }: { file: OpenedFile }): JSX.Element {
  const { access, dossier, path } = file
  const { expiresOn, service } = dossier
  const { activatedAt, closure, kind, orderedOn, orderReference, principal } = service
  const items: Description[] = [
    { term: words.kind, value: <Words of={kindTitle(kind)} /> },
    ...(principal?.name ? [{ term: WORK.principal, value: principal.name }] : []),
    ...(orderReference ? [{ term: words.order, value: orderReference }] : []),
    ...(orderedOn ? [{ term: words.ordered, value: <DateText day={orderedOn} /> }] : []),
    ...(activatedAt ? [{ term: words.started, value: <DateText day={activatedAt} /> }] : []),
    ...(closure?.endedOn ? [{ term: words.ended, value: <DateText day={closure.endedOn} /> }] : []),
    ...(closure?.outcome
      ? [{ term: words.outcome, value: <Words of={titled(OUTCOMES[closure.outcome])} /> }]
      : []),
    ...(expiresOn ? [{ term: words.destroyed, value: <DateText day={expiresOn} /> }] : []),
  ]
  const mayClose = service.state === 'active' && access.can('closures', 'insert')
  return (
    <Panel title={WORK.service}>
      <DescriptionList narrow items={items} />
      {mayClose && (
        <LinkButton
          href={`${path}/afsluiten`}
          label={words.close}
          look="plain"
          size="small"
          icon="lock"
        />
      )}
    </Panel>
  )
}

function AccessFacts({ file }: { file: OpenedFile }): JSX.Element | null {
  const holders = listHolders(file)
  if (holders.length === 0) return null
  return (
    <Panel title={words.whoMay}>
      <DescriptionList
        narrow
        items={holders.map(({ absence, holder, relation }) => ({
          term: relationTitle(relation),
          value: (
            <>
              {holder.role === 'client' ? (
                <ClientNameText name={file.dossier.client} />
              ) : (
                <ActorText of={holder} />
              )}
              {absence && (
                <>
                  <br />
                  <Period from={absence.startsOn} until={absence.endsOn} />
                </>
              )}
            </>
          ),
        }))}
      />
      {file.access.can('handovers', 'insert') && (
        <LinkButton
          href={`${file.path}/overdragen`}
          label={words.handOver}
          look="plain"
          size="small"
          icon="send"
        />
      )}
    </Panel>
  )
}

/** A relation without its article: "Verantwoordelijke coach". */
function relationTitle(relation: string): Text {
  const says = VOCABULARY.relations[relation]?.says ?? { nl: relation, en: relation }
  return titled({
    nl: says.nl.replace(/^(de|het|een) /, ''),
    en: says.en.replace(/^(the|an?) /, ''),
  })
}

/** The way to what is kept beyond the usual, and which kinds of it are. */
function ExtraFacts({ file }: { file: OpenedFile }): JSX.Element | null {
  if (!file.access.can('switched_categories', 'select')) return null
  return (
    <Panel title={words.extra}>
      <ul>
        {file.dossier.switched.map(({ category }) => (
          <li>
            <Words of={categoryTitle(category)} />
          </li>
        ))}
        <li>
          <a href={`${file.path}/extra`}>
            <Words of={words.extraLink} />
          </a>
        </li>
      </ul>
    </Panel>
  )
}
