import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { DateText, type Description, DescriptionList, Words } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { NOTICE_WAYS, type NoticeView, OUTCOMES } from '#modules/practice/index.ts'
import type { OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { ActorText } from '#entry/web/pages/mine/person.tsx'
import { MINE } from '#entry/web/pages/mine/words.ts'
import { kindTitle } from '#entry/web/titles.ts'

const words = {
  principal: { nl: 'Opdrachtgever', en: 'Principal' },
  reference: { nl: 'Kenmerk van de opdracht', en: 'Reference of the assignment' },
  ordered: { nl: 'Opdracht gegeven op', en: 'Assignment given on' },
  shown: { nl: 'Privacyverklaring', en: 'Privacy statement' },
  version: { nl: 'versie {version}', en: 'version {version}' },
  started: { nl: 'Dienst begonnen op', en: 'Service started on' },
  ended: { nl: 'Dienst afgesloten op', en: 'Service ended on' },
  outcome: { nl: 'Hoe de dienst eindigde', en: 'How the service ended' },
} satisfies Record<string, Text>

export interface OrderFactsProps {
  readonly file: OwnFile
  /** Address of our pages, for a file that stands elsewhere. */
  readonly site?: string
}

/** The service that the dossier is about: by whom it was ordered, how it began and ended. */
export function OrderFacts({ file, site = '' }: OrderFactsProps): JSX.Element {
  const { service, notices, reference } = file.dossier
  const { principal, orderReference, orderedOn, activatedAt, closure } = service
  const items: (Description & { readonly known?: boolean })[] = [
    { term: MINE.number, value: reference },
    { term: MINE.service, value: <Words of={kindTitle(service.kind)} /> },
    { term: words.principal, value: principal?.name, known: principal?.name !== undefined },
    { term: words.reference, value: orderReference, known: Boolean(orderReference) },
    {
      term: words.ordered,
      value: orderedOn && <DateText day={orderedOn} />,
      known: orderedOn !== undefined,
    },
    ...notices.map((notice) => ({ term: words.shown, value: <Notice of={notice} site={site} /> })),
    {
      term: words.started,
      value: activatedAt && <DateText day={activatedAt} />,
      known: activatedAt !== undefined,
    },
    {
      term: words.ended,
      value: closure && <DateText day={closure.endedOn ?? closure.closedAt} />,
      known: closure !== undefined,
    },
    {
      term: words.outcome,
      value: closure?.outcome && <Words of={OUTCOMES[closure.outcome]} />,
      known: closure?.outcome !== undefined,
    },
  ]
  return <DescriptionList items={items.filter(({ known = true }) => known)} />
}

function Notice({ of, site }: { of: NoticeView; site: string }): JSX.Element {
  const { version, way, shownBy, shownAt } = of
  return (
    <>
      <a href={`${site}/verklaring/versies/${version}`}>
        <Words of={words.version} places={{ version }} />
      </a>
      , <Words of={NOTICE_WAYS[way]} />, <DateText day={shownAt} />, <ActorText of={shownBy} />
    </>
  )
}
