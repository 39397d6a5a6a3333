import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  type AskedRectification,
  finishRectification,
  listAskedRectifications,
  rectify,
} from '#duties/rights/rectification.ts'
import { unsealWords } from '#duties/rights/request-seal.ts'
import {
  ActionForm,
  Actions,
  DateText,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  Quotation,
  Section,
  SelectField,
  Stack,
  TextArea,
  useSay,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { COACH, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { clientName } from '#entry/web/pages/work/person.tsx'
import { AppError } from '#kernel/error.ts'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import { placeOf, RECTIFIABLE } from './rectifiable.ts'

const words = {
  title: { nl: 'Verbeteren', en: 'Put right' },
  lead: {
    nl: 'De cliënt vroeg om verbetering en dat is toegewezen. Wat er eerst stond en waarom u het verandert, blijft bewaard, maar alleen de cliënt ziet dat nog.',
    en: 'The client asked for a correction and that was granted. What stood there first and why you change it is kept, but only the client sees that.',
  },
  asked: { nl: 'Wat de cliënt vraagt', en: 'What the client asks' },
  due: { nl: 'Klaar uiterlijk', en: 'Done by' },
  none: { nl: 'Er is niets te verbeteren', en: 'There is nothing to put right' },
  noneWhy: {
    nl: 'Een verzoek om verbetering staat hier zodra het is toegewezen.',
    en: 'A request for correction stands here once it was granted.',
  },
  place: { nl: 'Wat verandert u', en: 'What do you change' },
  value: { nl: 'Hoe moet het zijn', en: 'How should it be' },
  reason: { nl: 'Waarom', en: 'Why' },
  reasonHint: { nl: 'De cliënt kan dit lezen.', en: 'The client can read this.' },
  save: { nl: 'Verbeteren', en: 'Put right' },
  approved: { nl: 'Een samenvatting verbeteren', en: 'Correct a summary' },
  approvedWhy: {
    nl: 'Schrijf een nieuwe versie en stuur die. De cliënt zegt of zij klopt; de versie van eerst blijft erbij staan.',
    en: 'Write a new version and send it. The client says whether it is right; the version from before stays beside it.',
  },
  consult: { nl: 'Gesprek van {day}', en: 'Consult of {day}' },
  note: { nl: 'Notitie van {day}', en: 'Note of {day}' },
  done: {
    nl: 'Is alles verbeterd? Meld dat dan: de cliënt en wie de gegevens kreeg, horen het.',
    en: 'Is everything put right? Then say so: the client hears it, and whoever got the data.',
  },
  all: { nl: 'Alles is verbeterd', en: 'Everything is put right' },
  part: { nl: 'Een deel kan niet', en: 'A part cannot be' },
} satisfies Record<string, Text>

interface Waiting {
  readonly asked: AskedRectification
  readonly says: string
}

interface RectificationData {
  readonly file: OpenedFile
  readonly waiting: readonly Waiting[]
}

const VALUE_LIMIT = 10_000
const REASON_LIMIT = 2_000

/** Puts right in the opened dossier what was asked and granted, one value at a time. */
export const rectificationPage = formPage('/werk/dossiers/:id/verbeteren', {
  input: z.object({
    request: z.uuid(),
    place: z.string().min(1).max(80),
    value: z.string().trim().max(VALUE_LIMIT),
    reason: z.string().trim().min(1).max(REASON_LIMIT),
  }),
  read: readWaiting,
  view: ({ file, waiting }, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: clientName(file.dossier.client), href: file.path }]}
      />
      <ErrorSummary errors={form.faults} />
      {waiting.length === 0 && (
        <EmptyState title={words.none} lead={words.noneWhy} icon="circleCheck" />
      )}
      <Stack gap="large">
        {waiting.map((each) => (
          <Asked of={each} file={file} form={form} door={door} />
        ))}
        {waiting.length > 0 && <Summaries file={file} language={door.language} />}
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, formId, input: { request, place, value, reason } }) => {
    const id = idOf(params)
    const where = placeOf(place, id)
    if (!where) throw new AppError('INVALID', { field: 'place' })
    await once(() =>
      door.changeDossier(COACH.activity, id, (tx) =>
        rectify(tx, {
          id: formId,
          requestId: request,
          place: where,
          value: value === '' ? null : value,
          reason,
        }),
      ),
    )
    return { to: `/werk/dossiers/${id}/verbeteren`, done: 'rectified' }
  },
})

/** Approved summaries, of which a new version can be written as long as this is asked. */
function Summaries({ file, language }: { file: OpenedFile; language: Language }): JSX.Element {
  const consults = file.dossier.consults.filter(
    ({ summaries }) => summaries[0]?.state === 'approved',
  )
  if (consults.length === 0) return <></>
  return (
    <Section title={words.approved} lead={words.approvedWhy}>
      <Actions>
        {consults.map(({ id, heldOn }) => (
          <LinkButton
            href={`${file.path}/gesprekken/${id}/samenvatting`}
            label={say(words.consult, language, { day: formatDay(heldOn, language) })}
            look="plain"
          />
        ))}
      </Actions>
    </Section>
  )
}

/** Says that what was asked is put right. */
export const rectificationFinishAct = act(
  '/werk/dossiers/:id/verbeteren/:request',
  async ({ door, params, input }) => {
    const id = idOf(params)
    const outcome = input['outcome'] === 'partly' ? 'partly' : 'fulfilled'
    await door.changeDossier(COACH.activity, id, (tx) =>
      finishRectification(tx, idOf(params, 'request'), outcome),
    )
    return { to: `/werk/dossiers/${id}`, done: 'rectification-done' }
  },
)

async function readWaiting(door: Door, params: Params): Promise<RectificationData> {
  const others = () => ({ asked: listAskedRectifications })
  const { file, answers } = await openFileWith(door, COACH, params, others)
  const { organisation, site } = door.visit
  const waiting = await Promise.all(
    answers.asked.map(async (asked) => {
      const opening = await site.keys.open(organisation, asked.id)
      return { asked, says: unsealWords(opening, asked.words) }
    }),
  )
  return { file, waiting }
}

interface AskedProps {
  readonly of: Waiting
  readonly file: OpenedFile
  readonly form: FormState
  readonly door: Door
}

function Asked({ of: { asked, says }, file, form, door }: AskedProps): JSX.Element {
  const say = useSay()
  const path = `${file.path}/verbeteren`
  const options = [
    ...RECTIFIABLE.filter(({ table, column }) => file.access.can(table, 'update', column)).map(
      (each) => ({ value: `${each.table}.${each.column}`, label: each.says }),
    ),
    ...file.dossier.notes.map(({ id, writtenAt }) => ({
      value: `notes.body:${id}`,
      label: say(words.note, { day: formatDay(writtenAt, door.language) }),
    })),
  ]
  return (
    <Section title={asked.number}>
      <p>
        <Words of={words.due} /> <DateText day={asked.dueOn} />
      </p>
      {says !== '' && <Quotation by={say(words.asked)} text={says} />}
      <Form action={path} submit={words.save} formId={form.formId}>
        <HiddenField name="request" value={asked.id} />
        <SelectField
          name="place"
          label={words.place}
          options={options}
          value={form.value('place')}
          error={form.fault('place')}
          required
        />
        <TextArea
          name="value"
          label={words.value}
          value={form.value('value')}
          error={form.fault('value')}
          maxLength={VALUE_LIMIT}
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={form.value('reason')}
          error={form.fault('reason')}
          maxLength={REASON_LIMIT}
          required
        />
      </Form>
      {asked.done > 0 && (
        <Notice title={words.done}>
          <Actions>
            <ActionForm action={`${path}/${asked.id}`} label={words.all}>
              <HiddenField name="outcome" value="fulfilled" />
            </ActionForm>
            <ActionForm action={`${path}/${asked.id}`} label={words.part} look="plain">
              <HiddenField name="outcome" value="partly" />
            </ActionForm>
          </Actions>
        </Notice>
      )}
    </Section>
  )
}
