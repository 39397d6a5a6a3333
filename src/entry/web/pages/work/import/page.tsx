import type { Context } from 'hono'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ErrorSummary,
  FileField,
  Form,
  PageHeader,
  SelectField,
  Stack,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { readForm } from '#entry/web/http/form.tsx'
import { html, type Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { WORK } from '#entry/web/pages/work/words.ts'
import { kindTitle } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import {
  importClients,
  type ImportOutcome,
  readClientList,
  SERVICES,
} from '#modules/practice/index.ts'
import { type Review, ReviewView } from './review.tsx'
import { pack, readSheet, type Sheet } from './sheet.ts'

const words = {
  title: { nl: 'Cliëntenlijst inlezen', en: 'Import a client list' },
  lead: {
    nl: 'Neem uw cliënten over uit een ander systeem. U ziet eerst wat er gaat gebeuren; er wordt niets bewaard voordat u dat goedvindt.',
    en: 'Take over your clients from another system. You see first what will happen; nothing is stored before you agree.',
  },
  file: { nl: 'Bestand', en: 'File' },
  fileHint: {
    nl: 'Een Excel-bestand (xlsx) of CSV-bestand met een rij kopjes.',
    en: 'An Excel file (xlsx) or a CSV file with a row of headings.',
  },
  missing: { nl: 'Kies een bestand.', en: 'Choose a file.' },
  service: { nl: 'Dienst voor rijen die er geen noemen', en: 'Service for rows that name none' },
  check: { nl: 'Nakijken', en: 'Check' },
} satisfies Record<string, Text>

const PATH = '/werk/inlezen'
const INTAKE = 'intake'
/** As readers count megabytes. */
const SHOWN_LIMIT = 10_000_000

/**
 * From a file to clients in steps: choose it, look at what would happen, and carry that out whole.
 */
export const importPage: Route = {
  register: (app, serve) => {
    app.get(
      PATH,
      serve(async (c, door) => {
        await door.list(INTAKE, 'import', {})
        return html(c, drawUpload(await readKinds(door), door))
      }),
    )
    app.post(PATH, serve(takeStep))
  },
}

async function takeStep(c: Context, door: Door): Promise<Response> {
  const { fields } = await readForm(c, door)
  const sheet = await readSheet(fields)
  const kinds = await readKinds(door)
  if (!sheet.bytes) {
    await door.list(INTAKE, 'import', {})
    return html(c, drawUpload(kinds, door, true), 422)
  }
  const review = await carry(door, sheet, sheet.bytes, kinds)
  await door.list(INTAKE, 'import', {})
  return html(c, drawReview(review, door), review.outcome?.stored ? 200 : 422)
}

/** Reads the list and tells what would become of it, or makes it so. */
async function carry(
  door: Door,
  sheet: Sheet,
  bytes: Buffer,
  kinds: readonly string[],
): Promise<Review> {
  const { carryOut, mapping, service, today } = sheet
  const { organisation, site } = door.visit
  const { recognition } = site
  const list = readClientList(bytes, {
    today,
    ...(mapping && { mapping }),
    ...(service && { service }),
  })
  const isUnreadable = list.problems.some(({ severity }) => severity === 'error')
  const outcome: ImportOutcome | undefined = isUnreadable
    ? undefined
    : await importClients(site.store, door.authority(INTAKE), list.rows, {
        today,
        dryRun: !carryOut,
        ...(recognition && {
          erasedAmong: (newcomers) => recognition.erasedAmong(organisation, newcomers),
        }),
      })
  return { list, outcome, service, kinds, content: pack(bytes) }
}

/** The services that the statement has. */
async function readKinds(door: Door): Promise<string[]> {
  const { organisation, site } = door.visit
  const { declarations } = await site.publication.current(organisation)
  return SERVICES.filter((service) => Object.hasOwn(declarations.kinds, service))
}

function drawUpload(kinds: readonly string[], door: Door, missing = false): JSX.Element {
  return (
    <Screen door={door} title={words.title} width="narrow">
      <ImportHeader />
      {missing && <ErrorSummary errors={[{ name: 'file', message: words.missing }]} />}
      <Form action={PATH} submit={words.check} cancelHref="/werk" files>
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          required
          maxBytes={SHOWN_LIMIT}
          accept=".csv,.txt,.xlsx"
          error={missing ? words.missing : undefined}
        />
        <ServiceField kinds={kinds} value={undefined} />
      </Form>
    </Screen>
  )
}

function drawReview(review: Review, door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.title}>
      <ImportHeader />
      <Stack gap="large">
        <ReviewView
          review={review}
          action={PATH}
          serviceField={<ServiceField kinds={review.kinds} value={review.service} />}
        />
      </Stack>
    </Screen>
  )
}

function ImportHeader(): JSX.Element {
  return (
    <PageHeader
      title={words.title}
      lead={words.lead}
      breadcrumbs={[{ label: WORK.clients, href: '/werk' }]}
    />
  )
}

function ServiceField(props: { kinds: readonly string[]; value: string | undefined }): JSX.Element {
  return (
    <SelectField
      name="service"
      label={words.service}
      options={props.kinds.map((kind) => ({ value: kind, label: kindTitle(kind) }))}
      value={props.value}
    />
  )
}
