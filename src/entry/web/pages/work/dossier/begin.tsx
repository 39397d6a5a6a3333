import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  ErrorSummary,
  Form,
  LinkButton,
  Moment,
  Notice,
  RadioGroup,
  Section,
  Stack,
  Steps,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { choiceOf } from '#entry/web/pages/work/input.ts'
import { LANGUAGE_NAMES, LANGUAGE_OPTIONS } from '#entry/web/pages/work/language-choice.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { titled } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import { type Language, LANGUAGES, type Text } from '#kernel/language.ts'
import { activate, NOTICE_WAYS, type NoticeView, recordNotice } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { renderText, textInWords } from '#statement/index.ts'
import { DossierStepScreen } from './screen.tsx'

const words = {
  title: { nl: 'De dienst beginnen', en: 'Starting the service' },
  lead: {
    nl: 'Voordat een dienst begint, krijgt de cliënt de privacyverklaring te zien. Pas daarna kan de dienst beginnen.',
    en: 'Before a service starts, the client is shown the privacy statement. Only then can the service start.',
  },
  steps: { nl: 'Stappen', en: 'Steps' },
  registered: { nl: 'Aangemeld', en: 'Registered' },
  shown: { nl: 'Verklaring getoond', en: 'Statement shown' },
  started: { nl: 'Dienst begonnen', en: 'Service started' },
  show: { nl: 'Toon de privacyverklaring', en: 'Show the privacy statement' },
  showWhy: {
    nl: 'Nu geldt versie {version}. Leg vast hoe de cliënt haar kreeg.',
    en: 'Version {version} holds now. Record how the client got it.',
  },
  open: { nl: 'Verklaring openen', en: 'Open the statement' },
  way: { nl: 'Hoe kreeg de cliënt de verklaring?', en: 'How did the client get the statement?' },
  language: { nl: 'In welke taal?', en: 'In which language?' },
  record: { nl: 'Vastleggen', en: 'Record' },
  given: {
    nl: 'De cliënt kreeg de verklaring: versie {version}, {way}, {language}.',
    en: 'The client got the statement: version {version}, {way}, {language}.',
  },
  start: { nl: 'Begin de dienst', en: 'Start the service' },
  startWhy: {
    nl: 'Vanaf nu kunt u gesprekken noteren.',
    en: 'From now on you can note consults.',
  },
  startButton: { nl: 'Dienst beginnen', en: 'Start the service' },
  notYet: {
    nl: 'Dit kan zodra is vastgelegd dat de cliënt de verklaring kreeg.',
    en: 'This can be done once it is recorded that the client got the statement.',
  },
} satisfies Record<string, Text>

const noticeInput = z.object({
  way: choiceOf(NOTICE_WAYS),
  language: z.enum(LANGUAGES),
})

interface BeginPage {
  readonly file: OpenedFile
  /** The version of the statement that is in force. */
  readonly version: number
}

/** From registration to a service that runs: the statement shown and recorded, then the start. */
export function beginPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/begin`, {
    input: noticeInput,
    labels: { way: words.way, language: words.language },
    read: async (door, params): Promise<BeginPage> => {
      const file = await openFile(door, desk, params)
      if (!file.access.can('statement_notices', 'insert')) throw new AppError('NOT_FOUND')
      return { file, version: file.statement.declarations.version }
    },
    view: drawBegin,
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const mail = await statementMail(door, id, input.language)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          recordNotice(tx, { id: formId, ...input, mail }),
        ),
      )
      return { to: `${desk.path}/${id}/begin`, done: 'notice-recorded' }
    },
  })
}

/** The statement in force, as a mail brings it. */
async function statementMail(door: Door, dossierId: string, language: Language) {
  const { organisation, site } = door.visit
  const statement = await site.publication.current(organisation)
  const text = textInWords(renderText(statement, language, VOCABULARY))
  const post = { ...postToClient(door, dossierId), path: '/verklaring' }
  return { post, passages: text.split('\n\n').map((passage) => passage.replaceAll('\n', ' ')) }
}

/** Makes the service active. Refused when the statement was not shown; twice is once. */
export function activateAct(desk: Desk): Route {
  return act(`${desk.path}/:id/beginnen`, async ({ door, params }) => {
    const id = idOf(params)
    await once(() => door.changeDossier(desk.activity, id, (tx) => activate(tx)))
    return { to: `${desk.path}/${id}`, done: 'activated' }
  })
}

function drawBegin({ file, version }: BeginPage, form: FormState, door: Door): JSX.Element {
  const { dossier } = file
  const [notice] = dossier.notices
  const isStarted = dossier.service.state !== 'intake'
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="overview"
      title={words.title}
      lead={words.lead}
    >
      <Steps
        label={words.steps}
        steps={[words.registered, words.shown, words.started]}
        current={isStarted ? 3 : notice ? 2 : 1}
      />
      {notice ? <Given notice={notice} /> : <ShowForm file={file} form={form} version={version} />}
      {!isStarted && (
        <Section title={words.start} lead={notice ? words.startWhy : words.notYet}>
          {notice && (
            <ActionForm
              action={`${file.path}/beginnen`}
              label={words.startButton}
              icon="circleCheck"
            />
          )}
        </Section>
      )}
    </DossierStepScreen>
  )
}

function Given({ notice }: { notice: NoticeView }): JSX.Element {
  const { language, shownAt, version, way } = notice
  const says = {
    nl: words.given.nl
      .replace('{way}', NOTICE_WAYS[way].nl)
      .replace('{language}', LANGUAGE_NAMES[language].nl),
    en: words.given.en
      .replace('{way}', NOTICE_WAYS[way].en)
      .replace('{language}', LANGUAGE_NAMES[language].en),
  }
  return (
    <Notice tone="success">
      <p>
        <Words of={says} places={{ version }} /> <Moment at={shownAt} />
      </p>
    </Notice>
  )
}

function ShowForm(props: { file: OpenedFile; form: FormState; version: number }): JSX.Element {
  const { file, form, version } = props
  const lead = {
    nl: words.showWhy.nl.replace('{version}', String(version)),
    en: words.showWhy.en.replace('{version}', String(version)),
  }
  return (
    <Section
      title={words.show}
      lead={lead}
      action={<LinkButton href="/verklaring" label={words.open} look="plain" icon="file" />}
    >
      <Stack>
        <ErrorSummary errors={form.faults} />
        <Form action={`${file.path}/begin`} submit={words.record} formId={form.formId}>
          <RadioGroup
            name="way"
            label={words.way}
            required
            options={Object.entries(NOTICE_WAYS).map(([value, label]) => ({
              value,
              label: titled(label),
            }))}
            value={form.value('way')}
            error={form.fault('way')}
          />
          <RadioGroup
            name="language"
            label={words.language}
            required
            options={LANGUAGE_OPTIONS}
            value={form.value('language', 'nl')}
            error={form.fault('language')}
          />
        </Form>
      </Stack>
    </Section>
  )
}
