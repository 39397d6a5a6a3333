import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Badge,
  Card,
  DataTable,
  EmptyState,
  Moment,
  PageHeader,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  ASKED_MAX,
  listAsked,
  objectToResearch,
  ownResearch,
  rejoinResearch,
  RESEARCH,
  type Research,
  type ResearchStand,
} from '#modules/registry/index.ts'

const PATH = '/mijn/onderzoek'
const SELF_SERVICE = 'self-service'

const words = {
  title: { nl: 'Onderzoek', en: 'Research' },
  lead: {
    nl: 'Uw gegevens kunnen helpen bij onderzoek naar opleidingen. U beslist of u meedoet. Wat u hier kiest, geldt meteen, ook voor wat al klaarstond.',
    en: 'Your data can help research on training. You decide whether to take part. Your choice takes effect at once, also for what was about to go out.',
  },
  surveys: { nl: 'Enquêtes', en: 'Surveys' },
  surveysWhy: {
    nl: 'Wij mailen u soms een enquête namens een ander. Die ander krijgt uw naam en adres niet, en aan antwoorden is niet te zien van wie ze zijn.',
    en: 'We sometimes email you a survey on behalf of somebody else. They do not get your name or address, and answers do not show whose they are.',
  },
  exports: { nl: 'Onderzoeksbestanden', en: 'Research files' },
  exportsWhy: {
    nl: 'Wij maken bestanden met aantallen waarin niemand te herkennen is. U telt daarin mee, of niet.',
    en: 'We make files with totals in which nobody can be recognised. You decide whether you are counted.',
  },
  object: { nl: 'Ik doe niet mee', en: 'I do not take part' },
  rejoin: { nl: 'Ik doe weer mee', en: 'I take part again' },
  takesPart: { nl: 'U doet mee', en: 'You take part' },
  out: { nl: 'U doet niet mee', en: 'You do not take part' },
  asked: { nl: 'Waarvoor wij u vroegen', en: 'What we asked you for' },
  askedWhy: {
    nl: 'Of u meedeed, weten wij niet.',
    en: 'We do not know whether you took part.',
  },
  name: { nl: 'Enquête', en: 'Survey' },
  party: { nl: 'Namens', en: 'For' },
  when: { nl: 'Gevraagd', en: 'Asked' },
  link: { nl: 'Vragenlijst', en: 'Questionnaire' },
  open: { nl: 'Openen', en: 'Open' },
  none: { nl: 'U bent nog niet gevraagd', en: 'You were not asked yet' },
  noneWhy: {
    nl: 'Krijgt u een enquête van ons, dan staat zij hier ook.',
    en: 'Surveys we send you appear here too.',
  },
} satisfies Record<string, Text>

const KINDS: Readonly<Record<Research, { readonly title: Text; readonly why: Text }>> = {
  surveys: { title: words.surveys, why: words.surveysWhy },
  'research-exports': { title: words.exports, why: words.exportsWhy },
}

/** How one stands towards research, and the surveys one was asked for. */
export const ownResearchPage = page(PATH, {
  read: async (door) => {
    const answers = await door.list(SELF_SERVICE, 'research', {
      stands: ownResearch,
      asked: listAsked,
    })
    if (answers.stands.length === 0) throw new AppError('NOT_FOUND')
    return answers
  },
  view: ({ stands, asked }, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: { nl: 'Mijn', en: 'Mine' }, href: '/mijn' }]}
      />
      <Stack gap="large">
        {stands.map((stand) => (
          <Stand of={stand} />
        ))}
        <Section title={words.asked} lead={words.askedWhy}>
          <DataTable
            caption={words.asked}
            captionHidden
            rows={asked}
            most={ASKED_MAX}
            columns={[
              { title: words.name, cell: ({ title }) => title },
              { title: words.party, cell: ({ party }) => party ?? '–' },
              { title: words.when, cell: ({ invitedAt }) => <Moment at={invitedAt} /> },
              {
                title: words.link,
                cell: ({ link }) =>
                  link ? (
                    <a href={link} rel="noreferrer">
                      <Words of={words.open} />
                    </a>
                  ) : (
                    '–'
                  ),
              },
            ]}
            empty={<EmptyState title={words.none} lead={words.noneWhy} icon="send" />}
          />
        </Section>
      </Stack>
    </Screen>
  ),
})

function Stand({ of: { activity, objects } }: { of: ResearchStand }): JSX.Element {
  const { title, why } = KINDS[activity]
  return (
    <Card
      level={2}
      title={title}
      status={
        <Badge
          label={objects ? words.out : words.takesPart}
          tone={objects ? 'neutral' : 'success'}
        />
      }
      actions={
        objects ? (
          <ActionForm action={`${PATH}/${activity}/meedoen`} label={words.rejoin} look="plain" />
        ) : (
          <ActionForm action={`${PATH}/${activity}/bezwaar`} label={words.object} />
        )
      }
    >
      <Words of={why} />
    </Card>
  )
}

function researchOf(word: string | undefined): Research {
  const known = RESEARCH.find((each) => each === word)
  if (!known) throw new AppError('NOT_FOUND')
  return known
}

/** Objects, at once. */
export const ownObjectionAct = act(`${PATH}/:what/bezwaar`, async ({ door, params }) => {
  const activity = researchOf(params['what'])
  await door.change(SELF_SERVICE, (tx) => objectToResearch(tx, activity, door.language))
  return { to: PATH, done: 'research-refused' }
})

/** Takes part again. */
export const ownRejoiningAct = act(`${PATH}/:what/meedoen`, async ({ door, params }) => {
  const activity = researchOf(params['what'])
  await door.change(SELF_SERVICE, (tx) => rejoinResearch(tx, activity))
  return { to: PATH, done: 'research-rejoined' }
})
