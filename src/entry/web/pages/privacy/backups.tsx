import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  type OverseenBackup,
  type OverseenRestoration,
  overseenBackups,
  overseenRestorations,
  reportOf,
} from '#duties/backups/overseen.ts'
import {
  Badge,
  DataTable,
  DescriptionList,
  EmptyState,
  Moment,
  Notice,
  PageHeader,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { formatBytes, formatNumber, say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { KINDS, OUTCOMES } from './backup-words.ts'
import { ReportSections } from './backup-report.tsx'
import { DeclaredWords } from './declared-words.ts'
import { readOverseen } from './overseen.ts'
import { readStatementBasis } from './statement-tabs.tsx'

const words = {
  title: { nl: 'Reservekopieën', en: 'Backups' },
  lead: {
    nl: 'Reservekopieën beschermen tegen verlies. Wat is verwijderd of ingetrokken, komt er niet mee terug. Elke week oefent de software dat vanzelf.',
    en: 'Backups protect against loss. What was erased or withdrawn does not come back with them. The software rehearses that by itself every week.',
  },
  promised: { nl: 'Wat u belooft', en: 'What you promise' },
  every: { nl: 'Hoe vaak', en: 'How often' },
  keep: { nl: 'Hoe lang bewaard', en: 'How long kept' },
  newest: { nl: 'De nieuwste', en: 'The newest' },
  none: { nl: 'nog geen', en: 'none yet' },
  rehearsal: { nl: 'De laatste oefening', en: 'The last rehearsal' },
  good: {
    nl: 'De laatste oefening verliep goed',
    en: 'The last rehearsal went well',
  },
  goodWhy: {
    nl: 'Er kwam niets terug dat was verwijderd, verlopen of ingetrokken, en er ontbrak niets.',
    en: 'Nothing came back that was erased, expired or withdrawn, and nothing was missing.',
  },
  bad: {
    nl: 'Bij de laatste oefening klopte iets niet',
    en: 'Something was wrong at the last rehearsal',
  },
  badWhy: {
    nl: 'Vraag de systeembeheerder ernaar te kijken. Hieronder staat wat er mis was.',
    en: 'Ask the operator to look at it. What was wrong is told below.',
  },
  notYet: { nl: 'Er is nog niet geoefend', en: 'There was no rehearsal yet' },
  notYetWhy: {
    nl: 'De eerste oefening volgt vanzelf op de eerste reservekopie.',
    en: 'The first rehearsal follows by itself after the first backup.',
  },
  kept: { nl: 'Kopieën', en: 'Copies' },
  takenAt: { nl: 'Gemaakt', en: 'Made' },
  rows: { nl: 'Gegevens', en: 'Records' },
  size: { nl: 'Grootte', en: 'Size' },
  state: { nl: 'Stand', en: 'State' },
  there: { nl: 'Bewaard', en: 'Kept' },
  removed: { nl: 'Vernietigd', en: 'Destroyed' },
  noBackups: { nl: 'Nog geen reservekopieën', en: 'No backups yet' },
  noBackupsWhy: {
    nl: 'De eerste wordt binnen een uur vanzelf gemaakt.',
    en: 'The first one is made by itself within an hour.',
  },
  history: { nl: 'Oefeningen en teruggezette kopieën', en: 'Rehearsals and restorations' },
  when: { nl: 'Wanneer', en: 'When' },
  what: { nl: 'Wat', en: 'What' },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
} satisfies Record<string, Text>

/** What there is of backups, how the last rehearsal went, and what was ever brought back. */
export const backupsPage = page('/privacy/reservekopieen', {
  read: async (door) => ({
    ...(await readOverseen(door, 'backups', {
      backups: overseenBackups,
      restorations: overseenRestorations,
    })),
    basis: await readStatementBasis(door),
  }),
  view: ({ backups, restorations, basis }, door) => {
    const said = new DeclaredWords(basis.statement, door.language)
    const ended = restorations.filter(({ state }) => state === 'good' || state === 'bad')
    const last = ended.find(({ rehearsal }) => rehearsal)
    const report = last && reportOf(last)
    const newest = backups.find(({ removedAt }) => removedAt === null)
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} />
        <Stack gap="large">
          <Outcome last={last} />
          <Section title={words.promised}>
            <DescriptionList
              items={[
                { term: words.every, value: said.at('backups.every') },
                { term: words.keep, value: said.at('backups.keep') },
                {
                  term: words.newest,
                  value: newest ? <Moment at={newest.takenAt} /> : <Words of={words.none} />,
                },
              ]}
            />
          </Section>
          {report && (
            <Section title={words.rehearsal}>
              <ReportSections report={report} language={door.language} />
            </Section>
          )}
          <Copies backups={backups} door={door} />
          {restorations.length > 0 && <History restorations={restorations} />}
        </Stack>
      </Screen>
    )
  },
})

function Outcome({ last }: { last: OverseenRestoration | undefined }): JSX.Element {
  if (!last) {
    return (
      <Notice tone="info" title={words.notYet}>
        <Words of={words.notYetWhy} />
      </Notice>
    )
  }
  const good = last.state === 'good'
  return (
    <Notice tone={good ? 'success' : 'error'} title={good ? words.good : words.bad}>
      <p>
        <Words of={good ? words.goodWhy : words.badWhy} /> (<Moment at={last.begunAt} />)
      </p>
    </Notice>
  )
}

function Copies({
  backups,
  door,
}: {
  backups: readonly OverseenBackup[]
  door: Door
}): JSX.Element {
  const { language } = door
  return (
    <Section title={words.kept}>
      <DataTable
        caption={words.kept}
        captionHidden
        rows={backups}
        columns={[
          { title: words.takenAt, cell: ({ takenAt }) => <Moment at={takenAt} /> },
          {
            title: words.rows,
            cell: ({ rows }) => formatNumber(rows, language),
            align: 'end',
          },
          {
            title: words.size,
            cell: ({ bytes }) => formatBytes(bytes, language),
            align: 'end',
          },
          {
            title: words.state,
            cell: ({ removedAt }) =>
              removedAt ? (
                <span>
                  {say(words.removed, language)} <Moment at={removedAt} />
                </span>
              ) : (
                <Badge label={words.there} tone="success" icon="lock" />
              ),
          },
        ]}
        empty={<EmptyState title={words.noBackups} lead={words.noBackupsWhy} icon="lock" />}
      />
    </Section>
  )
}

function History({ restorations }: { restorations: readonly OverseenRestoration[] }): JSX.Element {
  return (
    <Section title={words.history}>
      <DataTable
        caption={words.history}
        captionHidden
        rows={restorations}
        href={({ id }) => `/privacy/reservekopieen/${id}`}
        columns={[
          { title: words.when, cell: ({ begunAt }) => <Moment at={begunAt} /> },
          {
            title: words.what,
            cell: ({ rehearsal }) => <Words of={KINDS[rehearsal ? 'rehearsal' : 'restoration']} />,
          },
          {
            title: words.outcome,
            cell: ({ state }) => (
              <Badge label={OUTCOMES[state].label} tone={OUTCOMES[state].tone} />
            ),
          },
        ]}
        empty={null}
      />
    </Section>
  )
}
