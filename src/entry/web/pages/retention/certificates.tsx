import { sayMonth } from '#kernel/day.ts'
import { type Figure, listFigures } from '#duties/erasure/list.ts'
import {
  DataTable,
  dayOf,
  EmptyState,
  LinkButton,
  PageHeader,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, page, type Params } from '#entry/web/http/page.tsx'
import { letterAnswer } from '#entry/web/http/press.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { formatNumber } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { type CertificateData, certificateLetter } from './certificate.ts'
import { readTerms } from './desk.ts'
import { RetentionTabs } from './tabs.tsx'
import { HOME, kindTitle } from './words.ts'

const CERTIFICATES = `${HOME}/certificaten`
const SINCE = '2000-01-01'
const FOREVER = '2999-01-01'

const words = {
  title: { nl: 'Certificaten van vernietiging', en: 'Certificates of destruction' },
  lead: {
    nl: 'Van elke maand waarin iets is vernietigd is er een certificaat, zonder gegevens van personen. De aantallen per soort en jaar blijven bestaan.',
    en: 'There is a certificate for each month in which something was destroyed, without anybody’s data. The numbers by kind and year survive.',
  },
  month: { nl: 'Maand', en: 'Month' },
  amount: { nl: 'Vernietigd', en: 'Destroyed' },
  asked: {
    nl: 'Waarvan op verzoek of op een gekozen dag',
    en: 'Of which on request or a chosen day',
  },
  pdf: { nl: 'Certificaat (pdf)', en: 'Certificate (PDF)' },
  figures: { nl: 'Wat blijft: aantallen', en: 'What stays: numbers' },
  kind: { nl: 'Soort', en: 'Kind' },
  year: { nl: 'Begonnen in', en: 'Begun in' },
  none: { nl: 'Er is nog niets vernietigd', en: 'Nothing was destroyed yet' },
  noneWhy: {
    nl: 'Het eerste certificaat komt er vanzelf als de eerste termijn voorbij is.',
    en: 'The first certificate comes by itself when the first term is over.',
  },
} satisfies Record<string, Text>

interface MonthLine {
  /** `2026-10`. */
  readonly month: string
  readonly amount: number
  readonly asked: number
}

/** A certificate for each month, and the figures that survive. */
export const certificatesPage = page(CERTIFICATES, {
  read: async (door) =>
    (await readTerms(door, 'certificates', { figures: listFigures(SINCE, FOREVER) })).figures,
  view: (figures, door) => {
    const { language } = door
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} />
        <RetentionTabs part="certificates" />
        <Stack gap="large">
          <DataTable
            caption={words.title}
            captionHidden
            rows={monthsOf(figures)}
            columns={[
              { title: words.month, cell: ({ month }) => sayMonth(month, language) },
              {
                title: words.amount,
                cell: ({ amount }) => formatNumber(amount, language),
                align: 'end',
              },
              {
                title: words.asked,
                cell: ({ asked }) => formatNumber(asked, language),
                align: 'end',
              },
              {
                title: words.pdf,
                cell: ({ month }) => (
                  <LinkButton
                    href={`${CERTIFICATES}/${month}`}
                    label={words.pdf}
                    look="quiet"
                    size="small"
                  />
                ),
              },
            ]}
            empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
          />
          {figures.length > 0 && (
            <Section title={words.figures}>
              <DataTable
                caption={words.figures}
                captionHidden
                rows={survivorsOf(figures)}
                columns={[
                  { title: words.kind, cell: ({ kind }) => kindTitle(kind, language) },
                  { title: words.year, cell: ({ year }) => String(year) },
                  {
                    title: words.amount,
                    cell: ({ amount }) => formatNumber(amount, language),
                    align: 'end',
                  },
                ]}
                empty={null}
              />
            </Section>
          )}
        </Stack>
      </Screen>
    )
  },
})

function monthsOf(figures: readonly Figure[]): MonthLine[] {
  const sum = (lines: readonly Figure[]) => lines.reduce((all, { amount }) => all + amount, 0)
  return [...Map.groupBy(figures, ({ month }) => month.slice(0, 7))].map(([month, own]) => ({
    month,
    amount: sum(own),
    asked: sum(own.filter(({ cause }) => cause === 'request' || cause === 'choice')),
  }))
}

function survivorsOf(
  figures: readonly Figure[],
): { readonly kind: string; readonly year: number; readonly amount: number }[] {
  const whole = figures.filter(({ part }) => part === 'dossier')
  return [...Map.groupBy(whole, ({ kind, year }) => `${kind} ${year}`).values()]
    .map((own) => ({
      kind: own[0]?.kind ?? '',
      year: own[0]?.year ?? 0,
      amount: own.reduce((all, { amount }) => all + amount, 0),
    }))
    .toSorted((a, b) => b.year - a.year || a.kind.localeCompare(b.kind))
}

/** The certificate of a month, as PDF. */
export const certificateFile = answer(`${CERTIFICATES}/:month`, async (door, params, context) =>
  letterAnswer(context, certificateLetter(await readCertificate(door, params), door.language)),
)

const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/

async function readCertificate(door: Door, { month = '' }: Params): Promise<CertificateData> {
  if (!MONTH.test(month)) throw new AppError('NOT_FOUND')
  const { organisation, site } = door.visit
  const { figures } = await readTerms(door, 'certificates', {
    figures: listFigures(`${month}-01`, nextMonth(month)),
  })
  if (figures.length === 0) throw new AppError('NOT_FOUND')
  const statement = await site.publication.current(organisation)
  return { statement, month, figures, today: dayOf(new Date()) }
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
}
