import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { mayAct } from '#duties/acting.ts'
import {
  Actions,
  DateField,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  LinkButton,
  PageHeader,
  Section,
  SelectField,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import {
  confirmEnding,
  declareEnding,
  type Ending,
  ENDING_REASONS,
  type EndingProgress,
  endingProgress,
  findEnding,
  findSuccessor,
  listCandidates,
  nameSuccessor,
  recordLetter,
  revokeEnding,
} from '#modules/practice/index.ts'
import { Progress, Standing } from './standing.tsx'

const words = {
  title: { nl: 'Einde van de praktijk', en: 'End of the practice' },
  lead: {
    nl: 'Wijs nu aan wie later voor de dossiers zorgt. Die opvolger ziet niets, tot het einde is gemeld door de een en bevestigd door een ander.',
    en: 'Name now who takes care of the dossiers later. That successor sees nothing until the end was declared by one and confirmed by another.',
  },
  successor: { nl: 'Opvolger', en: 'Successor' },
  since: { nl: 'Aangewezen op', en: 'Named on' },
  none: { nl: 'Er is geen opvolger', en: 'There is no successor' },
  noneWhy: {
    nl: 'Valt iedereen weg, dan kan niemand cliënten inlichten of hun dossiers overdragen. Nodig de opvolger uit als medewerker zonder functie en wijs die hier aan.',
    en: 'If everybody falls away, nobody can tell clients or hand their dossiers over. Invite the successor as a member of staff without a function, and name them here.',
  },
  name: { nl: 'Opvolger aanwijzen', en: 'Name a successor' },
  other: { nl: 'Andere opvolger aanwijzen', en: 'Name another successor' },
  who: { nl: 'Wie zorgt voor de dossiers', en: 'Who takes care of the dossiers' },
  choose: { nl: 'Kies iemand.', en: 'Choose somebody.' },
  end: { nl: 'De praktijk stopt', en: 'The practice ends' },
  endWhy: {
    nl: 'Meldt u het einde, dan bevestigt iemand anders dat. Daarna krijgen cliënten bericht en kiezen zij wat er met hun dossier gebeurt.',
    en: 'When you declare the end, somebody else confirms it. After that clients are told, and choose what becomes of their dossier.',
  },
  declare: { nl: 'Einde melden', en: 'Declare the end' },
  reason: { nl: 'Reden', en: 'Reason' },
  endsOn: { nl: 'Laatste dag', en: 'Last day' },
  chooseBy: { nl: 'Cliënten kiezen tot en met', en: 'Clients choose until' },
  chooseByHint: { nl: 'Minstens vier weken vanaf nu.', en: 'Four weeks from now at least.' },
  day: { nl: 'Kies een dag.', en: 'Choose a day.' },
} satisfies Record<string, Text>

const ENDING = 'practice-ending'
const PATH = '/einde'

interface EndingData {
  readonly ending: Ending | undefined
  readonly successor: { readonly name: string; readonly namedAt: Date } | undefined
  readonly progress: EndingProgress | undefined
}

/** Who takes care of the dossiers, and how the end stands if there is one. */
export const endingPage = page(PATH, {
  read: async (door): Promise<EndingData> => {
    const { endings, successors, progress } = await door.list(ENDING, 'ending', {
      mayAct,
      endings: findEnding,
      successors: findSuccessor,
      progress: endingProgress,
    })
    return { ending: endings[0], successor: successors[0], progress: progress[0] }
  },
  view: ({ ending, successor, progress }, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <Stack gap="large">
        {ending && <Standing ending={ending} path={PATH} />}
        {ending?.confirmedAt && progress && <Progress progress={progress} path={PATH} />}
        {(!ending || ending.carriedAt) && <Successor successor={successor} door={door} />}
        {!ending && successor && (
          <Section title={words.end}>
            <Stack>
              <p>
                <Words of={words.endWhy} />
              </p>
              <Actions>
                <LinkButton href={`${PATH}/melden`} label={words.declare} look="plain" />
              </Actions>
            </Stack>
          </Section>
        )}
      </Stack>
    </Screen>
  ),
})

interface SuccessorProps {
  readonly successor: EndingData['successor']
  readonly door: Door
}

function Successor({ successor, door }: SuccessorProps): JSX.Element {
  if (!successor) {
    return (
      <EmptyState
        title={words.none}
        lead={words.noneWhy}
        action={<LinkButton href={`${PATH}/opvolger`} label={words.name} />}
      />
    )
  }
  const items = [
    { term: words.successor, value: successor.name },
    { term: words.since, value: formatDay(successor.namedAt, door.language) },
  ]
  return (
    <Section title={words.successor}>
      <Stack>
        <DescriptionList items={items} />
        <Actions>
          <LinkButton href={`${PATH}/opvolger`} label={words.other} look="plain" />
        </Actions>
      </Stack>
    </Section>
  )
}

/** Names the successor, out of who works here. */
export const successorPage = formPage(`${PATH}/opvolger`, {
  input: z.object({ who: z.uuid(because(words.choose)) }),
  labels: { who: words.who },
  read: async (door) => {
    const { candidates } = await door.list(ENDING, 'candidates', {
      mayAct,
      candidates: listCandidates,
    })
    return candidates
  },
  view: (candidates, form, door) => (
    <Screen door={door} title={words.name} width="narrow">
      <PageHeader title={words.name} lead={words.noneWhy} />
      <ErrorSummary errors={form.faults} />
      <Form action={`${PATH}/opvolger`} submit={words.name} cancelHref={PATH} formId={form.formId}>
        <SelectField
          name="who"
          label={words.who}
          required
          value={form.value('who')}
          error={form.fault('who')}
          options={candidates.map(({ accountId, name }) => ({
            value: accountId,
            label: { nl: name, en: name },
          }))}
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input: { who } }) => {
    await door.change(ENDING, (tx) => nameSuccessor(tx, who))
    return { to: PATH, done: 'saved' }
  },
})

const day = z.iso.date(because(words.day))

/** Declares that the practice ends. */
export const declarePage = formPage(`${PATH}/melden`, {
  input: z.object({
    reason: z.enum(['stopping', 'illness', 'death', 'bankruptcy']),
    endsOn: day,
    chooseBy: day,
  }),
  labels: { reason: words.reason, endsOn: words.endsOn, chooseBy: words.chooseBy },
  read: (door) => door.list(ENDING, 'ending', { mayAct, successors: findSuccessor }),
  view: (_, form, door) => (
    <Screen door={door} title={words.declare} width="narrow">
      <PageHeader title={words.declare} lead={words.endWhy} />
      <ErrorSummary errors={form.faults} />
      <Form action={`${PATH}/melden`} submit={words.declare} cancelHref={PATH} formId={form.formId}>
        <SelectField
          name="reason"
          label={words.reason}
          required
          value={form.value('reason')}
          error={form.fault('reason')}
          options={Object.entries(ENDING_REASONS).map(([value, label]) => ({ value, label }))}
        />
        <DateField
          name="endsOn"
          label={words.endsOn}
          required
          value={form.value('endsOn')}
          error={form.fault('endsOn')}
        />
        <DateField
          name="chooseBy"
          label={words.chooseBy}
          hint={words.chooseByHint}
          required
          value={form.value('chooseBy')}
          error={form.fault('chooseBy')}
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input }) => {
    await door.change(ENDING, (tx) => declareEnding(tx, input))
    return { to: PATH, done: 'ending-declared' }
  },
})

/** Confirms the end; the database sees to it that it is somebody else. */
export const confirmAct = act(`${PATH}/:id/bevestigen`, async ({ door, params }) => {
  await door.change(ENDING, (tx) => confirmEnding(tx, idOf(params)))
  return { to: PATH, done: 'ending-confirmed' }
})

export const revokeAct = act(`${PATH}/:id/intrekken`, async ({ door, params }) => {
  await door.change(ENDING, (tx) => revokeEnding(tx, idOf(params)))
  return { to: PATH, done: 'saved' }
})

/** Records that somebody without an account was told by letter. */
export const letterAct = act(`${PATH}/brief`, async ({ door, input }) => {
  await door.change(ENDING, (tx) => recordLetter(tx, input['reference'] ?? ''))
  return { to: PATH, done: 'saved' }
})
