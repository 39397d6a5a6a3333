import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Columns,
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Panel,
  StatusBadge,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import { choiceReads, nameMap } from '#entry/web/pages/work/choices.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { CONSENT_STATUSES, WORK } from '#entry/web/pages/work/words.ts'
import type { Text } from '#kernel/language.ts'
import { consentTitle, itemTitle } from './subject.ts'
import { DossierScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  what: { nl: 'Waarvoor', en: 'What for' },
  whom: { nl: 'Voor wie', en: 'For whom' },
  about: { nl: 'Over', en: 'About' },
  asked: { nl: 'Gevraagd', en: 'Asked' },
  answered: { nl: 'Beantwoord', en: 'Answered' },
  state: { nl: 'Antwoord', en: 'Answer' },
  none: { nl: 'Nog niets gevraagd', en: 'Nothing asked yet' },
  noneWhy: {
    nl: 'Zonder toestemming kan alleen u bij dit dossier. Vraag de cliënt wanneer iemand anders erbij moet kunnen.',
    en: 'Without consent only you can get at this dossier. Ask the client when somebody else needs to.',
  },
  ask: { nl: 'Toestemming vragen', en: 'Ask for consent' },
  partner: { nl: 'Voor een partnercoach', en: 'For a partner coach' },
  substitution: { nl: 'Voor een waarnemer', en: 'For a substitute' },
  disclosure: { nl: 'Om iets te verstrekken', en: 'To disclose something' },
} satisfies Record<string, Text>

interface ConsentsPage {
  readonly file: OpenedFile
  /** Names of accounts and parties. */
  readonly names: ReadonlyMap<string, string>
}

/** What the client was asked to agree to, and what the client said. */
export function consentsPage(desk: Desk): Route {
  return page(`${desk.path}/:id/toestemmingen`, {
    read: async (door, params): Promise<ConsentsPage> => {
      const { file, answers } = await openFileWith(door, desk, params, choiceReads)
      return { file, names: nameMap(answers) }
    },
    view: drawConsents,
  })
}

function drawConsents({ file, names }: ConsentsPage, door: Door): JSX.Element {
  const { dossier, path } = file
  const mayAsk = isOpenForWriting(file, 'consent_requests')
  const list = (
    <DataTable
      caption={WORK.consents}
      captionHidden
      rows={dossier.consents}
      href={({ id }) => `${path}/toestemmingen/${id}`}
      columns={[
        { title: words.what, cell: (consent) => <Words of={consentTitle(consent)} /> },
        { title: words.whom, cell: ({ holderId }) => names.get(holderId ?? '') },
        {
          title: words.about,
          cell: ({ itemId }) => {
            const title = itemTitle(file, itemId)
            return title && <Words of={title} />
          },
        },
        { title: words.asked, cell: ({ askedAt }) => <DateText day={askedAt} form="short" /> },
        {
          title: words.answered,
          cell: ({ decidedAt, withdrawnAt }) => {
            const day = withdrawnAt ?? decidedAt
            return day && <DateText day={day} form="short" />
          },
        },
        {
          title: words.state,
          cell: ({ state }) => <StatusBadge status={CONSENT_STATUSES[state]} />,
        },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="speech" />}
    />
  )
  return (
    <DossierScreen door={door} file={file} part="consents">
      {mayAsk && <AskPanel file={file} />}
      {list}
    </DossierScreen>
  )
}

/** The ways to ask, as far as the statement knows the consent. */
function AskPanel({ file }: { file: OpenedFile }): JSX.Element {
  const { path, statement } = file
  const declared = statement.declarations.consents ?? {}
  const ways = [
    { consent: 'partner-access', label: words.partner, href: `${path}/toestemmingen/partnercoach` },
    { consent: 'substitution', label: words.substitution, href: '/werk/afwezigheid' },
    { consent: 'disclosure', label: words.disclosure, href: `${path}/verstrekkingen/nieuw` },
  ].filter(({ consent }) => Object.hasOwn(declared, consent))
  return (
    <Panel title={words.ask}>
      <Columns shape="thirds">
        {ways.map(({ href, label }) => (
          <LinkButton href={href} label={label} look="plain" size="small" />
        ))}
      </Columns>
    </Panel>
  )
}
