import { z } from 'zod'
import {
  DateField,
  dayOf,
  ErrorSummary,
  Form,
  HiddenField,
  type Option,
  SelectField,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { choiceReads, partyOptions } from '#entry/web/pages/work/choices.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { clientLanguage } from '#entry/web/pages/work/dossier/subject.ts'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import {
  choiceOf,
  optionalId,
  optionalText,
  requiredDay,
  requiredText,
} from '#entry/web/pages/work/input.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import { LANGUAGES, type Text } from '#kernel/language.ts'
import {
  type AnswerChannel,
  askProfessional,
  storeProfessionalAnswer,
} from '#modules/practice/index.ts'
import { readRequests } from './requests.tsx'

const words = {
  title: { nl: 'Een andere professional iets vragen', en: 'Asking another professional something' },
  lead: {
    nl: 'De cliënt leest deze vraag en de naam van de professional, en zegt ja of nee. Zonder ja gaat er niets weg.',
    en: 'The client reads this question and the name of the professional, and says yes or no. Without a yes nothing goes.',
  },
  known: { nl: 'Aan wie?', en: 'To whom?' },
  other: { nl: 'Of iemand die er nog niet bij staat', en: 'Or somebody who is not listed yet' },
  otherHint: {
    nl: 'Schrijf naam en praktijk, zodat de cliënt weet wie het is.',
    en: 'Write name and practice, so that the client knows who it is.',
  },
  question: { nl: 'Uw vraag', en: 'Your question' },
  due: { nl: 'Antwoord graag voor', en: 'Answer please before' },
  ask: { nl: 'De cliënt vragen', en: 'Ask the client' },
  answer: { nl: 'Antwoord bewaren', en: 'Keep the answer' },
  answerLead: {
    nl: 'Het antwoord komt in het dossier als afkomstig van een derde. De cliënt kan het lezen.',
    en: 'The answer goes into the dossier as coming from a third party. The client can read it.',
  },
  body: { nl: 'Wat de professional antwoordde', en: 'What the professional answered' },
  way: { nl: 'Hoe kwam het?', en: 'How did it come?' },
  on: { nl: 'Ontvangen op', en: 'Received on' },
  save: { nl: 'Bewaren', en: 'Save' },
} satisfies Record<string, Text>

const QUESTION_LIMIT = 2_000
const ANSWER_LIMIT = 20_000
const NAME_LIMIT = 200
const WHOM = because({
  nl: 'Kies een professional of schrijf een naam.',
  en: 'Choose a professional or write a name.',
})

const WAYS = {
  letter: { nl: 'Per brief', en: 'By letter' },
  email: { nl: 'Per e-mail', en: 'By e-mail' },
  phone: { nl: 'Telefonisch', en: 'By phone' },
  conversation: { nl: 'In een gesprek', en: 'In a conversation' },
} satisfies Record<AnswerChannel, Text>

interface FormPage {
  readonly file: OpenedFile
  readonly parties: readonly Option[]
}

/** Writes a question, of which the client is asked first. */
export function newRequestPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/professionals/nieuw`, {
    input: z
      .object({
        partyId: optionalId(),
        name: optionalText(NAME_LIMIT),
        question: requiredText(QUESTION_LIMIT),
        dueOn: requiredDay(),
        language: z.enum(LANGUAGES),
      })
      .refine(({ name, partyId }) => partyId !== undefined || name !== '', {
        path: ['partyId'],
        message: WHOM,
      }),
    labels: {
      partyId: words.known,
      name: words.other,
      question: words.question,
      dueOn: words.due,
    },
    read: async (door, params): Promise<FormPage> => {
      const { file, answers } = await openFileWith(door, desk, params, choiceReads)
      if (!isOpenForWriting(file, 'professional_requests')) throw new AppError('NOT_FOUND')
      return { file, parties: partyOptions(answers) }
    },
    view: ({ file, parties }, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="professionals"
        title={words.title}
        lead={words.lead}
      >
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/professionals/nieuw`}
          submit={words.ask}
          cancelHref={`${file.path}/professionals`}
          formId={form.formId}
        >
          <HiddenField name="language" value={clientLanguage(file)} />
          <SelectField
            name="partyId"
            label={words.known}
            options={[{ value: '', label: '–' }, ...parties]}
            value={form.value('partyId')}
            error={form.fault('partyId')}
          />
          <TextField
            name="name"
            label={words.other}
            hint={words.otherHint}
            value={form.value('name')}
            error={form.fault('name')}
          />
          <TextArea
            name="question"
            label={words.question}
            required
            maxLength={QUESTION_LIMIT}
            value={form.value('question')}
            error={form.fault('question')}
          />
          <DateField
            name="dueOn"
            label={words.due}
            required
            min={dayOf(new Date())}
            value={form.value('dueOn')}
            error={form.fault('dueOn')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const { name, partyId, question, dueOn, language } = input
      const post = postToClient(door, id)
      const professional = name === '' && partyId !== undefined ? { partyId } : { name }
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          askProfessional(tx, { id: formId, professional, question, dueOn, language, post }),
        ),
      )
      return { to: `${desk.path}/${id}/professionals`, done: 'professional-asked' }
    },
  })
}

/** Keeps an answer while the consent stands. */
export function answerPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/professionals/:request/antwoord`, {
    input: z.object({
      body: requiredText(ANSWER_LIMIT),
      channel: choiceOf(WAYS),
      receivedOn: requiredDay(),
    }),
    labels: { body: words.body, channel: words.way, receivedOn: words.on },
    read: async (door, params) => {
      const { file, requests } = await readRequests(door, desk, params)
      const request = requests.find(({ id }) => id === idOf(params, 'request'))
      if (!request?.sentAt) throw new AppError('NOT_FOUND')
      return { file, request }
    },
    view: ({ file, request }, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="professionals"
        title={words.answer}
        lead={words.answerLead}
      >
        <ErrorSummary errors={form.faults} />
        <p>
          {request.name}: {request.question}
        </p>
        <Form
          action={`${file.path}/professionals/${request.id}/antwoord`}
          submit={words.save}
          cancelHref={`${file.path}/professionals`}
          formId={form.formId}
        >
          <TextArea
            name="body"
            label={words.body}
            required
            height="tall"
            maxLength={ANSWER_LIMIT}
            value={form.value('body')}
            error={form.fault('body')}
          />
          <SelectField
            name="channel"
            label={words.way}
            required
            options={Object.entries(WAYS).map(([value, label]) => ({ value, label }))}
            value={form.value('channel', 'letter')}
            error={form.fault('channel')}
          />
          <DateField
            name="receivedOn"
            label={words.on}
            required
            max={dayOf(new Date())}
            value={form.value('receivedOn', dayOf(new Date()))}
            error={form.fault('receivedOn')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const requestId = idOf(params, 'request')
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          storeProfessionalAnswer(tx, { id: formId, requestId, ...input }),
        ),
      )
      return { to: `${desk.path}/${id}/professionals`, done: 'answer-stored' }
    },
  })
}
