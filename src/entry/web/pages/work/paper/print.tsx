import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  DescriptionList,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  Moment,
  Notice,
  PrintButton,
  RadioGroup,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, page, type Params, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { choiceOf } from '#entry/web/pages/work/input.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import { titled } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  type DossierPaper,
  paperReads,
  PRINT_KINDS,
  PRINT_WENT,
  readDossierPaper,
  recordPrint,
} from '#modules/practice/index.ts'
import { findPrintable, type Printable } from './printable.ts'

const words = {
  title: { nl: 'Afdrukken', en: 'Print' },
  lead: {
    nl: 'De afdruk wordt vastgelegd, zodat bekend blijft welk papier er is.',
    en: 'The print is recorded, so that it stays known which paper there is.',
  },
  what: { nl: 'Wat u afdrukt', en: 'What you print' },
  kind: { nl: 'Soort', en: 'Kind' },
  went: { nl: 'Waar blijft de afdruk?', en: 'Where does the print go?' },
  place: { nl: 'Het papieren dossier ligt in: {place}', en: 'The paper file lies in: {place}' },
  noFile: {
    nl: 'Van dit dossier is nog geen papieren dossier vastgelegd. Wilt u de afdruk daarin bewaren, leg dan eerst vast waar het ligt.',
    en: 'No paper file of this dossier was recorded yet. To keep the print in it, record first where it lies.',
  },
  begin: { nl: 'Papieren dossier vastleggen', en: 'Record the paper file' },
  print: { nl: 'Vastleggen en afdrukken', en: 'Record and print' },
  recorded: { nl: 'De afdruk is vastgelegd.', en: 'The print is recorded.' },
  open: { nl: 'Bestand openen om af te drukken', en: 'Open the file to print it' },
  by: { nl: 'Afgedrukt door', en: 'Printed by' },
  at: { nl: 'Afgedrukt op', en: 'Printed at' },
} satisfies Record<string, Text>

interface PrintPage {
  readonly file: OpenedFile
  readonly paper: DossierPaper
  readonly item: Printable
}

async function openPaper(door: Door, desk: Desk, params: Params) {
  const opened = await openFileWith(door, desk, params, paperReads)
  if (!opened.file.access.can('paper_items', 'select')) throw new AppError('NOT_FOUND')
  const paper = readDossierPaper(opened.opening, opened.answers, opened.actors)
  return { file: opened.file, paper }
}

/** Printing is an act: it is recorded first, and then there is something to print. */
export function printPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/afdrukken/:kind/:item`, {
    input: z.object({ went: choiceOf(PRINT_WENT), title: z.string().max(300) }),
    labels: { went: words.went },
    read: async (door, params): Promise<PrintPage> => {
      const { file, paper } = await openPaper(door, desk, params)
      const item = findPrintable(file.dossier, params, door.language)
      if (!item || !file.access.can('paper_items', 'insert')) throw new AppError('NOT_FOUND')
      return { file, paper, item }
    },
    view: drawPrint,
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const { data: kind } = choiceOf(PRINT_KINDS).safeParse(params['kind'])
      if (!kind) throw new AppError('NOT_FOUND')
      const itemId = kind === 'hours' ? undefined : idOf(params, 'item')
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          recordPrint(tx, { id: formId, kind, ...(itemId && { itemId }), ...input }),
        ),
      )
      return { to: `${desk.path}/${id}/afdruk/${formId}` }
    },
  })
}

function drawPrint({ file, item, paper }: PrintPage, form: FormState, door: Door): JSX.Element {
  const kept = paper.file !== undefined && paper.file.destroyed === undefined
  const options = Object.entries(PRINT_WENT)
    .filter(([value]) => kept || value !== 'file')
    .map(([value, label]) => ({ value, label: titled(label) }))
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="overview"
      title={words.title}
      lead={words.lead}
    >
      <DescriptionList
        items={[
          { term: words.what, value: item.title },
          { term: words.kind, value: <Words of={PRINT_KINDS[item.kind]} /> },
        ]}
      />
      <Notice
        tone="info"
        action={
          !kept && (
            <LinkButton
              href={`${file.path}/papier`}
              label={words.begin}
              look="plain"
              size="small"
            />
          )
        }
      >
        <p>
          {kept ? (
            <Words of={words.place} places={{ place: paper.file?.place ?? '' }} />
          ) : (
            <Words of={words.noFile} />
          )}
        </p>
      </Notice>
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${file.path}/afdrukken/${item.kind}/${item.itemId ?? 'alles'}`}
        submit={words.print}
        cancelHref={`${file.path}/papier`}
        formId={form.formId}
      >
        <HiddenField name="title" value={item.title} />
        <RadioGroup
          name="went"
          label={words.went}
          required
          options={options}
          value={form.value('went', kept ? 'file' : undefined)}
          error={form.fault('went')}
        />
      </Form>
    </DossierStepScreen>
  )
}

/** What was recorded as a print, ready for the printer. */
export function printedPage(desk: Desk): Route {
  return page(`${desk.path}/:id/afdruk/:print`, {
    read: async (door, params) => {
      const { file, paper } = await openPaper(door, desk, params)
      const print = paper.items.find(({ id }) => id === idOf(params, 'print'))
      if (!print) throw new AppError('NOT_FOUND')
      const item = findPrintable(
        file.dossier,
        { kind: print.kind, item: print.itemId ?? 'alles' },
        door.language,
      )
      return { file, print, item }
    },
    view: ({ file, item, print }, door): JSX.Element => (
      <DossierStepScreen
        door={door}
        file={file}
        part="overview"
        title={print.title}
        lead={words.recorded}
      >
        {item?.text !== undefined && <PrintButton />}
        {item?.href !== undefined && (
          <LinkButton href={`${file.path}${item.href}`} label={words.open} icon="file" />
        )}
        <DescriptionList
          items={[
            { term: words.by, value: <ActorText of={print.by} /> },
            { term: words.at, value: <Moment at={print.at} /> },
            { term: words.went, value: <Words of={PRINT_WENT[print.went]} /> },
          ]}
        />
        {item?.text !== undefined && <WrittenText text={item.text} />}
      </DossierStepScreen>
    ),
  })
}
