import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DataTable,
  DateText,
  EmptyState,
  Muted,
  useSay,
  Words,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { CONSULT_WAYS, type ConsultView } from '#modules/practice/index.ts'
import type { OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { ActorText, StandingBadge } from '#entry/web/pages/mine/person.tsx'
import { SUMMARY_STANDINGS } from '#entry/web/pages/mine/words.ts'

const words = {
  consults: { nl: 'Gesprekken', en: 'Consults' },
  day: { nl: 'Gesprek', en: 'Consult' },
  how: { nl: 'Hoe', en: 'How' },
  minutes: { nl: '{way}, {minutes} minuten', en: '{way}, {minutes} minutes' },
  with: { nl: 'Met', en: 'With' },
  summary: { nl: 'Samenvatting', en: 'Summary' },
  none: { nl: 'Nog geen', en: 'None yet' },
  empty: { nl: 'Er is nog geen gesprek genoteerd', en: 'No consult was noted yet' },
  emptyWhy: {
    nl: 'Na elk gesprek schrijft uw coach een samenvatting. U leest die hier, en zegt of zij klopt.',
    en: 'After each consult your coach writes a summary. You read it here, and say whether it is right.',
  },
} satisfies Record<string, Text>

/** The consults of a dossier, each leading to its summary. */
export function ConsultTable({ file }: { file: OwnFile }): JSX.Element {
  const { dossier, path } = file
  return (
    <DataTable
      caption={words.consults}
      captionHidden
      rows={dossier.consults}
      columns={[
        { title: words.day, cell: (consult) => <ConsultLink consult={consult} path={path} /> },
        { title: words.how, cell: (consult) => <How consult={consult} /> },
        { title: words.with, cell: ({ notedBy }) => <ActorText of={notedBy} /> },
        { title: words.summary, cell: (consult) => <Stands consult={consult} /> },
      ]}
      empty={<EmptyState title={words.empty} lead={words.emptyWhy} icon="speech" />}
    />
  )
}

function ConsultLink(props: { consult: ConsultView; path: string }): JSX.Element {
  const { heldOn, summaries } = props.consult
  const [newest] = summaries
  if (!newest) return <DateText day={heldOn} />
  return (
    <a href={`${props.path}/samenvattingen/${newest.id}`}>
      <DateText day={heldOn} />
    </a>
  )
}

function How({ consult }: { consult: ConsultView }): JSX.Element {
  const say = useSay()
  const { way, minutes } = consult
  return <>{say(words.minutes, { way: say(CONSULT_WAYS[way]), minutes })}</>
}

function Stands({ consult }: { consult: ConsultView }): JSX.Element {
  const [newest] = consult.summaries
  if (newest) return <StandingBadge of={SUMMARY_STANDINGS[newest.state]} />
  return (
    <Muted>
      <Words of={words.none} />
    </Muted>
  )
}
