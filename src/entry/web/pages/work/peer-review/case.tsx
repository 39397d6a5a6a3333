import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Columns,
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  Moment,
  Notice,
  Section,
  SelectField,
  Stack,
  TextArea,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { DossierScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  type AnonymisedCaseView,
  anonymiseCase,
  caseReads,
  changeCase,
  confirmCase,
  dossierReads,
  draftCase,
  type PeerMeeting,
  peerMeetings,
  readCases,
  readDossier,
  shareCase,
  tellCase,
} from '#modules/practice/index.ts'

const words = {
  none: { nl: 'Nog geen versie zonder namen', en: 'No version without names yet' },
  noneWhy: {
    nl: 'Maak van de samenvattingen een versie waarin namen, datums, plaatsen, werkgevers en nummers zijn vervangen. U leest haar na en verbetert wat de computer miste. Pas daarna kunt u haar met collega’s delen.',
    en: 'Make a version of the summaries in which names, dates, places, employers and numbers are replaced. You read it and mend what the computer missed. Only then can you share it with colleagues.',
  },
  make: { nl: 'Versie maken', en: 'Make a version' },
  again: { nl: 'Nieuwe versie maken', en: 'Make a new version' },
  left: { nl: 'In het dossier', en: 'In the dossier' },
  right: { nl: 'Versie zonder namen', en: 'Version without names' },
  body: { nl: 'Wat collega’s zouden lezen', en: 'What colleagues would read' },
  hint: {
    nl: 'Let op bijnamen, beroepen en gebeurtenissen waaraan iemand te herkennen is: die vindt de computer niet.',
    en: 'Mind nicknames, jobs and events by which somebody can be recognised: the computer does not find those.',
  },
  save: { nl: 'Bewaren', en: 'Save' },
  checked: {
    nl: 'Ik heb dit nagelezen: niemand is te herkennen',
    en: 'I have read this: nobody can be recognised',
  },
  what: { nl: 'Wat wilt u doen?', en: 'What do you want to do?' },
  keep: { nl: 'Alleen bewaren', en: 'Save only' },
  confirmed: { nl: 'Nagekeken op', en: 'Checked on' },
  share: { nl: 'Delen met een bijeenkomst', en: 'Share with a meeting' },
  meeting: { nl: 'Welke bijeenkomst?', en: 'Which meeting?' },
  noMeeting: {
    nl: 'Er is geen bijeenkomst waar u bij hoort. Plan er eerst een.',
    en: 'There is no meeting that you belong to. Plan one first.',
  },
  plan: { nl: 'Naar de bijeenkomsten', en: 'To the meetings' },
  shared: { nl: 'Gedeeld met:', en: 'Shared with:' },
} satisfies Record<string, Text>

const LONGEST = 40_000

interface CasePage {
  readonly file: OpenedFile
  readonly versions: readonly AnonymisedCaseView[]
  readonly meetings: readonly PeerMeeting[]
}

async function readCase(door: Door, desk: Desk, params: Params): Promise<CasePage> {
  const { file, answers, opening } = await openFileWith(door, desk, params, (access, id) => ({
    ...caseReads(access, id),
    meetings: peerMeetings,
  }))
  if (!file.access.can('anonymised_cases', 'insert')) throw new AppError('NOT_FOUND')
  const meetings = answers.meetings.filter(({ state }) => state !== 'over')
  return { file, versions: readCases(opening, answers), meetings }
}

/** The newest version beside the words it was made of: edited, confirmed, shared. */
function casePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/toetsing`, {
    input: z.object({
      version: z.uuid(),
      body: requiredText(LONGEST),
      what: z.enum(['keep', 'confirm']),
    }),
    labels: { body: words.body, what: words.what },
    read: (door, params) => readCase(door, desk, params),
    view: drawCase,
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      const { body: typed, version, what } = input
      // Forms send line breaks as two characters; what is confirmed is what will be shown.
      const body = typed.replaceAll('\r\n', '\n')
      const work = what === 'confirm' ? confirmCase : changeCase
      await door.changeDossier(desk.activity, id, (tx) => work(tx, { id: version, body }))
      const done = what === 'confirm' ? 'case-confirmed' : 'case-saved'
      return { to: `${desk.path}/${id}/toetsing`, done }
    },
  })
}

function drawCase({ file, versions, meetings }: CasePage, form: FormState, door: Door) {
  const [version] = versions
  const make = (label: Text, look: 'primary' | 'plain') => (
    <ActionForm action={`${file.path}/toetsing/versies`} label={label} look={look} icon="pencil" />
  )
  return (
    <DossierScreen
      door={door}
      file={file}
      part="peer-review"
      action={version && make(words.again, 'plain')}
    >
      <ErrorSummary errors={form.faults} />
      {version === undefined ? (
        <EmptyState
          title={words.none}
          lead={words.noneWhy}
          icon="people"
          action={make(words.make, 'primary')}
        />
      ) : version.confirmedAt ? (
        <Confirmed file={file} version={version} meetings={meetings} form={form} />
      ) : (
        <Editing file={file} version={version} form={form} />
      )}
    </DossierScreen>
  )
}

function Editing(props: {
  file: OpenedFile
  version: AnonymisedCaseView
  form: FormState
}): JSX.Element {
  const { file, form, version } = props
  return (
    <Columns shape="halves">
      <Section title={words.left}>
        <WrittenText text={tellCase(file.dossier)} />
      </Section>
      <Section title={words.right}>
        <Form action={`${file.path}/toetsing`} submit={words.save} formId={form.formId}>
          <HiddenField name="version" value={version.id} />
          <TextArea
            name="body"
            label={words.body}
            hint={words.hint}
            required
            height="tall"
            maxLength={LONGEST}
            value={form.value('body', version.body)}
            error={form.fault('body')}
          />
          <SelectField
            name="what"
            label={words.what}
            required
            options={[
              { value: 'keep', label: words.keep },
              { value: 'confirm', label: words.checked },
            ]}
            value={form.value('what', 'keep')}
            error={form.fault('what')}
          />
        </Form>
      </Section>
    </Columns>
  )
}

function Confirmed(props: {
  file: OpenedFile
  version: AnonymisedCaseView
  meetings: readonly PeerMeeting[]
  form: FormState
}): JSX.Element {
  const { file, form, meetings, version } = props
  const titles = new Map(meetings.map(({ id, title }) => [id, title]))
  const open = meetings.filter(({ id }) => !version.meetings.includes(id))
  const shared = version.meetings.flatMap((id) => titles.get(id) ?? [])
  return (
    <Stack gap="large">
      <Section title={words.right}>
        {version.confirmedAt && (
          <p>
            <Words of={words.confirmed} /> <Moment at={version.confirmedAt} />
          </p>
        )}
        {shared.length > 0 && (
          <p>
            <Words of={words.shared} /> {shared.join(', ')}
          </p>
        )}
        <WrittenText text={version.body} />
      </Section>
      <Section title={words.share}>
        {open.length === 0 ? (
          <Notice tone="neutral">
            <p>
              <Words of={words.noMeeting} />{' '}
              <a href="/werk/toetsing">
                <Words of={words.plan} />
              </a>
            </p>
          </Notice>
        ) : (
          <Form
            action={`${file.path}/toetsing/${version.id}/delen`}
            submit={words.share}
            formId={form.formId}
          >
            <SelectField
              name="meeting"
              label={words.meeting}
              required
              options={open.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </Form>
        )}
      </Section>
    </Stack>
  )
}

/** Makes a version from what stands in the dossier now. */
function makeAct(desk: Desk): Route {
  return act(`${desk.path}/:id/toetsing/versies`, async ({ door, params, formId }) => {
    const id = idOf(params)
    const access = await door.access(desk.activity)
    const opened = await door.open(desk.activity, id, dossierReads(access, id))
    const { text } = anonymiseCase(readDossier(opened.dossier, opened.answers, access))
    await once(() =>
      door.changeDossier(desk.activity, id, (tx) =>
        draftCase(tx, { id: formId, body: text || '–' }),
      ),
    )
    return { to: `${desk.path}/${id}/toetsing` }
  })
}

function shareAct(desk: Desk): Route {
  return act(`${desk.path}/:id/toetsing/:version/delen`, async ({ door, input, params }) => {
    const id = idOf(params)
    const version = idOf(params, 'version')
    const meetingId = z.uuid().catch(version).parse(input['meeting'])
    await once(() =>
      door.changeDossier(desk.activity, id, (tx) => shareCase(tx, { id: version, meetingId })),
    )
    return { to: `${desk.path}/${id}/toetsing`, done: 'case-shared' }
  })
}

/** The anonymised version of a case, in its dossier. */
export function peerCaseRoutes(desk: Desk): Route[] {
  return [casePage(desk), makeAct(desk), shareAct(desk)]
}
