import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  DataTable,
  EmptyState,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { writeRefusal } from '#entry/web/http/cookies.ts'
import { act } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Visit } from '#entry/web/http/visit.ts'
import type { Text } from '#kernel/language.ts'

const PATH = '/cookies'
const ACTIVITY = 'page-statistics'

const words = {
  title: { nl: 'Cookies en bezoekcijfers', en: 'Cookies and visitor figures' },
  lead: {
    nl: 'Deze site werkt met een paar cookies. Geen daarvan volgt u, en niets gaat naar een ander.',
    en: 'This site works with a few cookies. None of them follows you, and nothing goes to anyone else.',
  },
  counting: { nl: 'Hoe wij bezoek tellen', en: 'How we count visits' },
  how: {
    nl: 'Wij tellen zelf hoe vaak onze openbare pagina’s worden bekeken, en door hoeveel bezoekers op een dag. Daar is geen cookie voor nodig. Uw internetadres en uw browser worden met een willekeurig getal door elkaar gehusseld. Dat getal wordt elke nacht vernietigd: daarna kan niemand nog zien dat u er was. Wat blijft, zijn aantallen.',
    en: 'We count ourselves how often our public pages are viewed, and by how many visitors a day. That takes no cookie. Your internet address and your browser are mixed up with a random number. That number is destroyed every night: after that nobody can see that you were here. What stays is amounts.',
  },
  notCounted: {
    nl: 'Wij tellen geen bezoek aan deze site. Wat u bekijkt, wordt nergens bijgehouden.',
    en: 'We do not count visits to this site. What you look at is recorded nowhere.',
  },
  counted: { nl: 'Uw bezoek wordt meegeteld.', en: 'Your visit is counted.' },
  refused: {
    nl: 'Uw bezoek wordt niet meegeteld. Alles werkt zoals altijd.',
    en: 'Your visit is not counted. Everything works as always.',
  },
  byBrowser: {
    nl: 'Uw browser vraagt om u niet te volgen. Daarom wordt uw bezoek niet meegeteld. Alles werkt zoals altijd.',
    en: 'Your browser asks not to be tracked. So your visit is not counted. Everything works as always.',
  },
  signedIn: {
    nl: 'U bent ingelogd. Wat u dan bekijkt, wordt niet geteld.',
    en: 'You are signed in. What you look at then is not counted.',
  },
  refuse: { nl: 'Tel mijn bezoek niet mee', en: 'Do not count my visits' },
  accept: { nl: 'Tel mijn bezoek weer mee', en: 'Count my visits again' },
  which: { nl: 'Welke cookies er zijn', en: 'Which cookies there are' },
  needed: {
    nl: 'Deze cookies zijn nodig om de site te laten werken. Daar vragen wij geen toestemming voor.',
    en: 'These cookies are needed for the site to work. We ask no consent for them.',
  },
  name: { nl: 'Cookie', en: 'Cookie' },
  purpose: { nl: 'Waarvoor', en: 'What for' },
  lasts: { nl: 'Hoe lang', en: 'How long' },
  browser: { nl: 'tot u de browser sluit', en: 'until you close the browser' },
  year: { nl: 'een jaar', en: 'a year' },
  statement: { nl: 'De privacyverklaring lezen', en: 'Read the privacy statement' },
} satisfies Record<string, Text>

interface CookieLine {
  readonly name: string
  readonly purpose: Text
  readonly lasts: Text
}

/** Every cookie that the site can set. */
const COOKIES: readonly CookieLine[] = [
  {
    name: 'bezoek',
    purpose: {
      nl: 'Zorgt dat een formulier dat u verstuurt echt van u komt',
      en: 'Makes sure that a form you send really comes from you',
    },
    lasts: words.browser,
  },
  {
    name: 'gestand, inloggen',
    purpose: { nl: 'Houdt u ingelogd', en: 'Keeps you signed in' },
    lasts: words.browser,
  },
  {
    name: 'taal, organisatie',
    purpose: {
      nl: 'Onthoudt de taal en de organisatie die u koos',
      en: 'Remembers the language and the organisation that you chose',
    },
    lasts: words.year,
  },
  {
    name: 'niet-tellen',
    purpose: {
      nl: 'Onthoudt dat u niet meegeteld wilt worden',
      en: 'Remembers that you do not want to be counted',
    },
    lasts: words.year,
  },
]

/** What the site remembers of visitors, how it counts them, and how to refuse that. */
export const cookiesPage = page(PATH, {
  read: async (door) => {
    await door.publicly({})
    const { organisation, site } = door.visit
    const { declarations } = await site.publication.current(organisation)
    return { counts: Object.hasOwn(declarations.activities, ACTIVITY) }
  },
  view: ({ counts }, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      <Stack gap="large">
        <Panel title={words.counting}>
          <p>
            <Words of={counts ? words.how : words.notCounted} />
          </p>
          {counts && <Choice refusal={door.visit.refusal} signedIn={door.me !== undefined} />}
        </Panel>
        <Section title={words.which} lead={words.needed}>
          <DataTable
            caption={words.which}
            captionHidden
            rows={COOKIES}
            columns={[
              { title: words.name, cell: ({ name }) => name },
              { title: words.purpose, cell: ({ purpose }) => <Words of={purpose} /> },
              { title: words.lasts, cell: ({ lasts }) => <Words of={lasts} /> },
            ]}
            empty={<EmptyState title={words.which} />}
          />
        </Section>
        <Actions>
          <LinkButton href="/verklaring" label={words.statement} look="plain" />
        </Actions>
      </Stack>
    </Screen>
  ),
})

interface ChoiceProps {
  readonly refusal: Visit['refusal']
  readonly signedIn: boolean
}

function Choice({ refusal, signedIn }: ChoiceProps): JSX.Element {
  const stands = refusal === 'choice' ? words.refused : words.counted
  return (
    <Stack gap="small">
      <Notice tone={refusal ? 'success' : 'info'}>
        <Words of={refusal === 'browser' ? words.byBrowser : stands} />
      </Notice>
      {signedIn && (
        <p>
          <Words of={words.signedIn} />
        </p>
      )}
      {refusal !== 'browser' && (
        <Actions>
          <ActionForm
            action={PATH}
            label={refusal === 'choice' ? words.accept : words.refuse}
            look="plain"
          >
            <HiddenField name="tellen" value={refusal === 'choice' ? 'ja' : 'nee'} />
          </ActionForm>
        </Actions>
      )}
    </Stack>
  )
}

/** Keeps the choice in this browser alone. */
export const countingAct = act(PATH, async ({ door, input, context }) => {
  writeRefusal(context, door.visit.site, input['tellen'] === 'nee')
  return { to: PATH, done: 'saved' }
})
