import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ConfirmPanel,
  DateField,
  dayOf,
  ErrorSummary,
  formatDay,
  Notice,
  RadioGroup,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { atField } from '#entry/web/pages/work/field-error.ts'
import { choiceOf, requiredDay } from '#entry/web/pages/work/input.ts'
import { clientName } from '#entry/web/pages/work/person.tsx'
import { titled } from '#entry/web/titles.ts'
import { type CountText, say, sayCount } from '#entry/web/words.ts'
import { AppError, isAppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { closeEngagement, OUTCOMES } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { retentionTerm } from '#statement/index.ts'
import { DossierStepScreen } from './screen.tsx'

const words = {
  title: { nl: 'De dienst afsluiten', en: 'Ending the service' },
  question: { nl: 'Dienst van {name} afsluiten?', en: 'End the service of {name}?' },
  lead: {
    nl: 'Daarna kunt u niets meer aan dit dossier toevoegen. Dat is niet ongedaan te maken. Lezen blijft mogelijk, en de cliënt kan nog antwoorden en toestemming intrekken.',
    en: 'After that you can add nothing to this dossier. That cannot be undone. It can still be read, and the client can still answer and withdraw consent.',
  },
  unfinished: { nl: 'Dit is nog niet af', en: 'This is not finished' },
  until: {
    nl: 'Sluit u de dienst vandaag af, dan wordt het dossier vernietigd op {day}.',
    en: 'When ended today, the dossier is destroyed on {day}.',
  },
  outcome: { nl: 'Hoe liep het af?', en: 'How did it end?' },
  endedOn: { nl: 'Laatste dag van de dienst', en: 'Last day of the service' },
  endedOnHint: {
    nl: 'Vanaf deze dag telt de bewaartermijn.',
    en: 'The retention period counts from this day.',
  },
  confirm: { nl: 'Dienst afsluiten', en: 'End the service' },
} satisfies Record<string, Text>

/** What is left undone: it stays in the dossier, and can no longer be finished. */
const UNFINISHED = {
  drafts: {
    one: {
      nl: '{count} concept dat u nooit meer kunt versturen',
      en: '{count} draft that you can never send',
    },
    other: {
      nl: '{count} concepten die u nooit meer kunt versturen',
      en: '{count} drafts that you can never send',
    },
  },
  unanswered: {
    one: {
      nl: '{count} samenvatting waarop de cliënt nog niet antwoordde',
      en: '{count} summary that the client did not answer yet',
    },
    other: {
      nl: '{count} samenvattingen waarop de cliënt nog niet antwoordde',
      en: '{count} summaries that the client did not answer yet',
    },
  },
  questions: {
    one: {
      nl: '{count} vraag om toestemming zonder antwoord',
      en: '{count} question for consent without an answer',
    },
    other: {
      nl: '{count} vragen om toestemming zonder antwoord',
      en: '{count} questions for consent without an answer',
    },
  },
} satisfies Record<string, CountText>

const KEPT = {
  consults: {
    one: { nl: '{count} gesprek met de samenvatting', en: '{count} consult with its summary' },
    other: {
      nl: '{count} gesprekken met de samenvattingen',
      en: '{count} consults with their summaries',
    },
  },
  notes: {
    one: { nl: '{count} notitie', en: '{count} note' },
    other: { nl: '{count} notities', en: '{count} notes' },
  },
  documents: {
    one: { nl: '{count} document', en: '{count} document' },
    other: { nl: '{count} documenten', en: '{count} documents' },
  },
} satisfies Record<string, CountText>

/** Ends a service, after showing what that does and when the dossier will be destroyed. */
export function closingPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/afsluiten`, {
    input: z.object({ outcome: choiceOf(OUTCOMES), endedOn: requiredDay() }),
    labels: { outcome: words.outcome, endedOn: words.endedOn },
    read: async (door, params) => {
      const file = await openFile(door, desk, params)
      const mayClose =
        file.access.can('closures', 'insert') && file.dossier.service.state === 'active'
      if (!mayClose) throw new AppError('NOT_FOUND')
      return file
    },
    view: drawClosing,
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      const closing = door.changeDossier(desk.activity, id, (tx) => closeEngagement(tx, input))
      try {
        await atField(closing, { END_OUTSIDE_SERVICE: 'endedOn' })
      } catch (error) {
        // Closed meanwhile, or by this form before: it is what was asked for.
        if (!isAppError(error, 'DOSSIER_CLOSED')) throw error
      }
      return { to: `${desk.path}/${id}`, done: 'closed' }
    },
  })
}

function drawClosing(file: OpenedFile, form: FormState, door: Door): JSX.Element {
  const { language } = door
  const today = dayOf(new Date())
  const name = say(clientName(file.dossier.client), language)
  const unfinished = listUnfinished(file, language)
  return (
    <DossierStepScreen door={door} file={file} part="overview" title={words.title}>
      <ErrorSummary errors={form.faults} />
      {unfinished.length > 0 && (
        <Notice tone="warning" title={words.unfinished}>
          <ul>
            {unfinished.map((matter) => (
              <li>{matter}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ConfirmPanel
        title={say(words.question, language, { name })}
        lead={words.lead}
        stays={listKept(file, door, today)}
        action={`${file.path}/afsluiten`}
        confirm={words.confirm}
        cancelHref={file.path}
      >
        <RadioGroup
          name="outcome"
          label={words.outcome}
          required
          options={Object.entries(OUTCOMES).map(([value, label]) => ({
            value,
            label: titled(label),
          }))}
          value={form.value('outcome')}
          error={form.fault('outcome')}
        />
        <DateField
          name="endedOn"
          label={words.endedOn}
          hint={words.endedOnHint}
          required
          max={today}
          value={form.value('endedOn', today)}
          error={form.fault('endedOn')}
        />
      </ConfirmPanel>
    </DossierStepScreen>
  )
}

function listUnfinished({ dossier }: OpenedFile, language: Door['language']): string[] {
  const newest = dossier.consults.map(({ summaries }) => summaries[0]?.state)
  const counts = {
    drafts: newest.filter((state) => state === 'draft').length,
    unanswered: newest.filter((state) => state === 'sent').length,
    questions: dossier.consents.filter(({ state }) => state === 'asked').length,
  }
  return tell(UNFINISHED, counts, language)
}

/** What stays readable, how long by the statement, and the day on which it goes. */
function listKept({ dossier, statement }: OpenedFile, door: Door, today: string): string[] {
  const { language } = door
  const counts = {
    consults: dossier.consults.length,
    notes: dossier.notes.length,
    documents: dossier.documents.length,
  }
  const term = retentionTerm(statement, { part: 'dossier', day: today }, language, VOCABULARY)
  const day = term?.endsOn && formatDay(term.endsOn, language)
  return [
    ...tell(KEPT, counts, language),
    ...(term
      ? [[term.says, day && say(words.until, language, { day })].filter(Boolean).join(' ')]
      : []),
  ]
}

function tell<Word extends string>(
  texts: Readonly<Record<Word, CountText>>,
  counts: Readonly<Record<Word, number>>,
  language: Door['language'],
): string[] {
  const entries = Object.entries(texts) as [Word, CountText][] // the entries of the texts
  return entries.flatMap(([word, text]) =>
    counts[word] > 0 ? [sayCount(text, counts[word], language)] : [],
  )
}
