import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Badge,
  DataTable,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  Moment,
  PageHeader,
  Pagination,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { type FormState, formPage } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { formatNumber, say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { countedImports, IMPORTS_PAGE, TAKING_OVER } from '#modules/registry/index.ts'
import { pagesOf, readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
import { Spool } from '#store/spool.ts'
import {
  bringingOf,
  IMPORT,
  IMPORT_LIST,
  LIKENESSES,
  ownerOf,
  undertakings,
  waitFor,
} from './import.ts'

const words = {
  title: { nl: 'Bestaand register inlezen', en: 'Import an existing register' },
  lead: {
    nl: 'Neem inschrijvingen en diploma’s over uit een ander systeem. U ziet eerst wat er gaat gebeuren; er wordt niets bewaard voordat u dat goedvindt.',
    en: 'Import registrations and diplomas from another system. You first see what will happen; nothing is stored until you agree.',
  },
  file: { nl: 'Bestand', en: 'File' },
  fileHint: {
    nl: 'Een Excel-bestand (xlsx) of CSV-bestand met een rij kopjes, tot 150.000 rijen. Was u al bezig? Kies hetzelfde bestand: het gaat verder waar het was.',
    en: 'An Excel file (xlsx) or CSV file with a row of headings, up to 150,000 rows. Had you begun already? Choose the same file: it goes on where it was.',
  },
  missing: { nl: 'Kies een bestand.', en: 'Choose a file.' },
  check: { nl: 'Nakijken', en: 'Check' },
  before: { nl: 'Eerder ingelezen', en: 'Imported before' },
  beforeLead: {
    nl: 'De bestanden zelf bewaren wij niet, alleen hoe ver ze kwamen.',
    en: 'We do not keep the files themselves, only how far they came.',
  },
  at: { nl: 'Begonnen', en: 'Begun' },
  rows: { nl: 'Rijen', en: 'Rows' },
  taken: { nl: 'Overgenomen', en: 'Taken over' },
  left: { nl: 'Overgeslagen', en: 'Left out' },
  state: { nl: 'Stand', en: 'State' },
  whole: { nl: 'Klaar', en: 'Done' },
  half: { nl: 'Gestopt na rij {done}', en: 'Stopped after row {done}' },
  none: { nl: 'Nog niets ingelezen', en: 'Nothing imported yet' },
  likenesses: { nl: 'Mogelijk dubbele personen', en: 'Possible duplicates' },
} satisfies Record<string, Text>

/** How far lists came that were brought in before, by pages. */
async function readImports(door: Door) {
  const asked = readPagedAddress(door.visit.query)
  const reads = { imports: countedImports.offset((asked.page - 1) * IMPORTS_PAGE) }
  return { asked, ...(await door.list(TAKING_OVER, 'register-import', reads)) }
}

type Imports = Awaited<ReturnType<typeof readImports>>

/** Where a list is chosen, and what became of those before. */
export const importPage = formPage(IMPORT, {
  input: z.object({
    file: z.custom<Spool>((value) => value instanceof Spool, { error: because(words.missing) }),
  }),
  receives: { file: (content) => Spool.fill(content) },
  labels: { file: words.file },
  read: readImports,
  view: drawUpload,
  act: async ({ door, input: { file } }) => {
    await waitFor(await undertakings.bring(ownerOf(door), file, bringingOf(door)))
    return { to: IMPORT_LIST }
  },
})

function drawUpload({ asked, imports }: Imports, form: FormState, door: Door): JSX.Element {
  const { language } = door
  return (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={<LinkButton href={LIKENESSES} label={words.likenesses} look="plain" />}
      />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <Form action={IMPORT} submit={words.check} files formId={form.formId}>
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            required
            maxBytes={25_000_000}
            accept=".csv,.txt,.xlsx"
            error={form.fault('file')}
          />
        </Form>
        <Section title={words.before} lead={words.beforeLead}>
          <DataTable
            caption={words.before}
            captionHidden
            rows={imports}
            columns={[
              { title: words.at, cell: (each) => <Moment at={each.started_at} /> },
              {
                title: words.rows,
                align: 'end',
                cell: (each) => formatNumber(each.rows, language),
              },
              {
                title: words.taken,
                align: 'end',
                cell: (each) => formatNumber(each.taken, language),
              },
              {
                title: words.left,
                align: 'end',
                cell: (each) => formatNumber(each.left_out, language),
              },
              {
                title: words.state,
                cell: (each) =>
                  each.finished_at ? (
                    <Badge label={words.whole} tone="success" />
                  ) : (
                    <Badge
                      label={say(words.half, language, { done: formatNumber(each.done, language) })}
                      tone="warning"
                    />
                  ),
              },
            ]}
            empty={<EmptyState title={words.none} icon="circle" />}
          />
          <Pagination
            {...pagesOf(IMPORT, {
              asked,
              shown: imports.length,
              total: imports[0]?.total ?? 0,
              size: IMPORTS_PAGE,
            })}
          />
        </Section>
      </Stack>
    </Screen>
  )
}
