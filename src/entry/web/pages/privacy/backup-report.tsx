import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { overseenRestorations, reportOf } from '#duties/backups/overseen.ts'
import type { ReportLine, RestorationReport } from '#duties/backups/report.ts'
import { sayReportLine } from '#duties/backups/report-words.ts'
import {
  Badge,
  DataTable,
  DescriptionList,
  Moment,
  Notice,
  PageHeader,
  Stack,
  Stat,
  Stats,
  type Tone,
} from '#entry/web/components/index.ts'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import { LEDGER_WORDS } from '#modules/ledger-words.ts'
import { KINDS, OUTCOMES } from './backup-words.ts'
import { readOverseen } from './overseen.ts'

const words = {
  backups: { nl: 'Reservekopieën', en: 'Backups' },
  title: { nl: 'Verslag van het terugzetten', en: 'Report of bringing a backup back' },
  backup: { nl: 'Reservekopie', en: 'Backup' },
  asOf: { nl: 'Zoals het was op', en: 'As it was on' },
  at: { nl: 'Teruggezet op', en: 'Brought back on' },
  how: { nl: 'Hoe', en: 'How' },
  none: {
    nl: 'Dit is afgebroken en er is niets door veranderd. Er is dus geen verslag.',
    en: 'This was cut short and changed nothing. So there is no report.',
  },
  dossiers: { nl: 'Dossiers', en: 'Dossiers' },
  rows: { nl: 'Gegevens', en: 'Records' },
  looked: { nl: 'Verwijderingen en beëindigingen nagegaan', en: 'Erasures and endings looked for' },
  ledger: { nl: 'Regels van het logboek', en: 'Ledger entries' },
  lines: { nl: 'Wat er is gedaan en gevonden', en: 'What was done and found' },
  line: { nl: 'Wat', en: 'What' },
  kind: { nl: 'Soort', en: 'Kind' },
  nothing: {
    nl: 'Er hoefde niets uitgehaald te worden, en er klopte alles.',
    en: 'Nothing had to be taken out, and all was right.',
  },
} satisfies Record<string, Text>

const LINES = {
  'taken-out': { label: { nl: 'Er weer uitgehaald', en: 'Taken out again' }, tone: 'success' },
  note: { label: { nl: 'Om te weten', en: 'To know' }, tone: 'info' },
  problem: { label: { nl: 'Klopt niet', en: 'Not right' }, tone: 'error' },
} satisfies Record<ReportLine['kind'], { label: Text; tone: Tone }>

/** What came of bringing one backup back. */
export const backupReportPage = page('/privacy/reservekopieen/:id', {
  read: async (door, params) => {
    const id = idOf(params)
    const { restorations } = await readOverseen(door, 'backups', {
      restorations: overseenRestorations,
    })
    const restoration = restorations.find((each) => each.id === id)
    if (!restoration) throw new AppError('NOT_FOUND')
    return restoration
  },
  view: (restoration, door) => {
    const report = reportOf(restoration)
    const outcome = OUTCOMES[restoration.state]
    return (
      <Screen door={door} title={words.title}>
        <PageHeader
          title={words.title}
          status={<Badge label={outcome.label} tone={outcome.tone} />}
          breadcrumbs={[{ label: words.backups, href: '/privacy/reservekopieen' }]}
        />
        <Stack gap="large">
          <DescriptionList
            items={[
              {
                term: words.how,
                value: KINDS[restoration.rehearsal ? 'rehearsal' : 'restoration'][door.language],
              },
              { term: words.at, value: <Moment at={restoration.begunAt} /> },
              { term: words.backup, value: restoration.backup },
              ...(report
                ? [{ term: words.asOf, value: <Moment at={new Date(report.takenAt)} /> }]
                : []),
            ]}
          />
          {report ? (
            <ReportSections report={report} language={door.language} />
          ) : (
            <Notice tone="warning" title={words.none} />
          )}
        </Stack>
      </Screen>
    )
  },
})

/** The figures of a report, and its lines: what is not right first. */
export function ReportSections({
  report,
  language,
}: {
  report: RestorationReport
  language: Language
}): JSX.Element {
  const order = ['problem', 'taken-out', 'note']
  const lines = report.lines.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return (
    <Stack>
      <Stats>
        <Stat label={words.dossiers} value={report.dossiers} />
        <Stat label={words.rows} value={report.rows} />
        <Stat label={words.looked} value={report.erasures + report.endings} />
        <Stat label={words.ledger} value={report.ledgerEntries} />
      </Stats>
      <DataTable
        caption={words.lines}
        captionHidden
        rows={lines}
        columns={[
          {
            title: words.line,
            cell: (line) => sayReportLine(line, language, LEDGER_WORDS.subjects),
          },
          {
            title: words.kind,
            cell: ({ kind }) => <Badge label={LINES[kind].label} tone={LINES[kind].tone} />,
          },
        ]}
        empty={<p>{words.nothing[language]}</p>}
      />
    </Stack>
  )
}
