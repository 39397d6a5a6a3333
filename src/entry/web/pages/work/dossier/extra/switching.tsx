import { z } from 'zod'
import {
  ConfirmPanel,
  ErrorSummary,
  Form,
  SelectField,
  TextArea,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { switchableCategories } from '#entry/web/pages/work/categories.ts'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { categoryTitle } from '#entry/web/titles.ts'
import { type CountText, say, sayCount } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import { CONTENT_CATEGORIES, REASON_LIMIT, switchOff, switchOn } from '#modules/practice/index.ts'
import { type ExtraFile, extraPath, openExtra } from './extra-file.ts'

const words = {
  on: { nl: 'Soort gegevens aanzetten', en: 'Switching a kind of data on' },
  onWhy: {
    nl: 'Alleen als de begeleiding erom vraagt. De cliënt leest de reden.',
    en: 'Only when the guidance asks for it. The client reads the reason.',
  },
  category: { nl: 'Soort gegevens', en: 'Kind of data' },
  reason: { nl: 'Waarom is dit nodig?', en: 'Why is this needed?' },
  save: { nl: 'Aanzetten', en: 'Switch on' },
  off: { nl: 'Uitzetten: {category}', en: 'Switching off: {category}' },
  sure: { nl: 'Uitzetten en vernietigen?', en: 'Switch off and destroy?' },
  offWhy: {
    nl: 'Wat van deze soort in het dossier staat, wordt vernietigd. Dat is niet ongedaan te maken.',
    en: 'What is in the dossier of this kind is destroyed. That cannot be undone.',
  },
  stays: {
    nl: 'In het logboek blijft staan dat deze soort aanstond en is uitgezet.',
    en: 'The log keeps that this kind was on and was switched off.',
  },
  confirm: { nl: 'Uitzetten en vernietigen', en: 'Switch off and destroy' },
} satisfies Record<string, Text>

const GOES = {
  notes: {
    one: { nl: '{count} notitie', en: '{count} note' },
    other: { nl: '{count} notities', en: '{count} notes' },
  },
  documents: {
    one: { nl: '{count} document', en: '{count} document' },
    other: { nl: '{count} documenten', en: '{count} documents' },
  },
  people: {
    one: { nl: '{count} persoon rond de cliënt', en: '{count} person around the client' },
    other: { nl: '{count} personen rond de cliënt', en: '{count} people around the client' },
  },
} satisfies Record<string, CountText>

/** Switches a kind of data on, with the reason. */
export function switchOnPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/extra/aanzetten`, {
    input: z.object({
      category: z.enum(CONTENT_CATEGORIES),
      reason: requiredText(REASON_LIMIT),
    }),
    labels: { category: words.category, reason: words.reason },
    read: async (door, params): Promise<ExtraFile> => {
      const page = await openExtra(door, desk, params)
      if (!page.file.access.can('switched_categories', 'insert')) throw new AppError('NOT_FOUND')
      return page
    },
    view: ({ file }, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="overview"
        title={words.on}
        lead={words.onWhy}
      >
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${extraPath(file)}/aanzetten`}
          submit={words.save}
          cancelHref={extraPath(file)}
          formId={form.formId}
        >
          <SelectField
            name="category"
            label={words.category}
            required
            options={switchableCategories(file).map((value) => ({
              value,
              label: categoryTitle(value),
            }))}
            value={form.value('category')}
            error={form.fault('category')}
          />
          <TextArea
            name="reason"
            label={words.reason}
            required
            maxLength={REASON_LIMIT}
            value={form.value('reason')}
            error={form.fault('reason')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      await once(() => door.changeDossier(desk.activity, id, (tx) => switchOn(tx, input)))
      return { to: `${desk.path}/${id}/extra`, done: 'saved' }
    },
  })
}

/** Switches a kind of data off, after showing what goes. */
export function switchOffPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/extra/uitzetten/:category`, {
    input: z.object({}),
    read: async (door, params): Promise<ExtraFile & { category: string }> => {
      const page = await openExtra(door, desk, params)
      const category = categoryOf(page, params)
      if (!page.file.access.can('switched_categories', 'delete')) throw new AppError('NOT_FOUND')
      return { ...page, category }
    },
    view: ({ category, ...page }, form, door) => {
      const { language } = door
      const name = say(categoryTitle(category), language)
      return (
        <DossierStepScreen
          door={door}
          file={page.file}
          part="overview"
          title={say(words.off, language, { category: name })}
        >
          <ErrorSummary errors={form.faults} />
          <ConfirmPanel
            title={words.sure}
            lead={words.offWhy}
            goes={listGoing(page, category, language)}
            stays={[words.stays]}
            action={`${extraPath(page.file)}/uitzetten/${category}`}
            confirm={words.confirm}
            cancelHref={extraPath(page.file)}
          />
        </DossierStepScreen>
      )
    },
    act: async ({ door, params }) => {
      const id = idOf(params)
      const category = params['category'] ?? ''
      await door.changeDossier(desk.activity, id, (tx) => switchOff(tx, category))
      return { to: `${desk.path}/${id}/extra`, done: 'removed' }
    },
  })
}

function categoryOf({ file }: ExtraFile, params: Params): string {
  const found = file.dossier.switched.find(({ category }) => category === params['category'])
  if (!found) throw new AppError('NOT_FOUND')
  return found.category
}

function listGoing({ file, extra }: ExtraFile, category: string, language: Language): string[] {
  const { notes, documents } = file.dossier
  const counts = {
    notes: notes.filter((each) => each.category === category).length,
    documents: documents.filter((each) => each.category === category).length,
    people: extra.related.filter((each) => each.category === category).length,
  }
  return (['notes', 'documents', 'people'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => sayCount(GOES[kind], counts[kind], language))
}
