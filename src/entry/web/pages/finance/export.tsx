import {
  Actions,
  dayOf,
  EmptyState,
  Filters,
  LinkButton,
  PageHeader,
  Section,
  Toolbar,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, page, type Params, type Route } from '#entry/web/http/page.tsx'
import { bytesAnswer } from '#entry/web/http/press.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readYear, writeAuditfile, writeBooksCsv, yearReads } from '#modules/finance/index.ts'
import { FINANCE, readBooks } from './books.ts'
import { MONEY } from './words.ts'

const words = {
  title: { nl: 'Naar de boekhouding', en: 'To the bookkeeper' },
  lead: {
    nl: 'Facturen en ontvangen betalingen van een jaar, voor een boekhouder of de Belastingdienst.',
    en: 'Invoices and payments received of a year, for a bookkeeper or the tax office.',
  },
  year: { nl: 'Jaar', en: 'Year' },
  files: { nl: 'Bestanden van {year}', en: 'Files of {year}' },
  auditfile: { nl: 'XML Auditfile Financieel', en: 'XML Auditfile Financieel' },
  csv: { nl: 'Boekingen (CSV)', en: 'Bookings (CSV)' },
  none: { nl: 'Dit jaar zijn geen facturen uitgegeven', en: 'No invoices were issued this year' },
} satisfies Record<string, Text>

const PATH = `${FINANCE}/boekhouding`
const YEARS_BACK = 7

/** The books of a year, to take along. */
const exportPage = page(PATH, {
  read: async (door) => {
    const year = yearOf(door.visit.query.get('jaar'))
    const answers = await readBooks(door, 'books', yearReads(year))
    return { year, amount: answers.invoices.length }
  },
  view: ({ year, amount }, door) => {
    const now = new Date().getFullYear()
    const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => now - back)
    const files = {
      nl: words.files.nl.replace('{year}', String(year)),
      en: words.files.en.replace('{year}', String(year)),
    }
    return (
      <Screen door={door} title={words.title}>
        <PageHeader
          title={words.title}
          lead={words.lead}
          breadcrumbs={[{ label: MONEY.finance, href: FINANCE }]}
        />
        <Toolbar>
          <Filters
            groups={[
              {
                label: words.year,
                options: years.map((each) => ({
                  label: String(each),
                  href: `${PATH}?jaar=${each}`,
                  current: each === year,
                })),
              },
            ]}
          />
        </Toolbar>
        {amount === 0 ? (
          <EmptyState title={words.none} icon="file" />
        ) : (
          <Section title={files}>
            <Actions>
              <LinkButton
                href={`${PATH}/${year}/auditfile.xml`}
                label={words.auditfile}
                icon="download"
                look="plain"
              />
              <LinkButton
                href={`${PATH}/${year}/boekingen.csv`}
                label={words.csv}
                icon="download"
                look="plain"
              />
            </Actions>
          </Section>
        )}
      </Screen>
    )
  },
})

const auditfile = answer(`${PATH}/:year/auditfile.xml`, async (door, params, c) => {
  const { books, year } = await readBooksOf(door, params)
  const text = await whole(writeAuditfile(books))
  const title = `auditfile ${year}`
  return bytesAnswer(c, text, { type: 'application/xml', title, ending: 'xml' })
})

const csv = answer(`${PATH}/:year/boekingen.csv`, async (door, params, c) => {
  const { books, year } = await readBooksOf(door, params)
  const text = await whole(writeBooksCsv(books, door.language))
  const title = `${words.csv[door.language].split(' ')[0] ?? ''} ${year}`
  return bytesAnswer(c, text, { type: 'text/csv; charset=utf-8', title, ending: 'csv' })
})

async function readBooksOf(door: Door, params: Params) {
  const year = yearOf(params['year'])
  const answers = await readBooks(door, 'books', yearReads(year))
  const books = readYear(answers, { year, madeOn: dayOf(new Date()) })
  if (!books) throw new AppError('NOT_FOUND')
  return { books, year }
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

function yearOf(text: string | null | undefined): number {
  const year = Number(text)
  return Number.isInteger(year) && year > 2000 && year < 2200 ? year : new Date().getFullYear()
}

/** The export of the books. */
export const exportRoutes: readonly Route[] = [exportPage, auditfile, csv]
