import {
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  PageHeader,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { formatNumber } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { FoundList } from '#entry/web/pages/registry/found-list.tsx'
import { readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
import { listSurveys, SURVEYS_PAGE } from '#modules/registry/index.ts'
import { SurveyBadge } from './state.tsx'
import { surveyPath, SURVEYING, SURVEYS } from './surveys.ts'

const words = {
  title: { nl: 'Enquêtes', en: 'Surveys' },
  lead: {
    nl: 'Een ander levert de tekst en de link, wij kiezen wie de mail krijgt en versturen hem. De opdrachtgever krijgt één aantal terug, en nooit een naam of adres.',
    en: 'Somebody else supplies the text and the link; we choose who gets the email and send it. The commissioning party gets one total back, and never a name or address.',
  },
  begin: { nl: 'Enquête beginnen', en: 'Begin a survey' },
  name: { nl: 'Enquête', en: 'Survey' },
  party: { nl: 'In opdracht van', en: 'Commissioned by' },
  begun: { nl: 'Begonnen', en: 'Begun' },
  goesOut: { nl: 'Gaat uit vanaf', en: 'Goes out from' },
  invited: { nl: 'Gevraagd', en: 'Asked' },
  state: { nl: 'Stand', en: 'State' },
  search: {
    nl: 'Zoek op enquête of opdrachtgever',
    en: 'Search by survey or commissioning party',
  },
  notFound: { nl: 'Geen enquêtes gevonden', en: 'No surveys found' },
  notFoundWhy: { nl: 'Zoek op iets anders.', en: 'Try another search.' },
  none: { nl: 'Nog geen enquêtes', en: 'No surveys yet' },
  noneWhy: {
    nl: 'Vraagt iemand u een enquête te versturen? Begin er hier een. De opdrachtgever krijgt dan een link om de tekst aan te leveren.',
    en: 'Has somebody asked you to send out a survey? Start one here. The commissioning party then gets a link to supply the text.',
  },
} satisfies Record<string, Text>

/** Every survey, newest first. */
export const surveysPage = page(SURVEYS, {
  read: async (door) => {
    const asked = readPagedAddress(door.visit.query)
    const { surveys } = await door.list(SURVEYING, 'surveys', { surveys: listSurveys(asked) })
    return { asked, surveys }
  },
  view: ({ asked, surveys }, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={<LinkButton href={`${SURVEYS}/nieuw`} label={words.begin} icon="send" />}
      />
      <FoundList
        path={SURVEYS}
        label={words.search}
        asked={asked}
        rows={surveys}
        size={SURVEYS_PAGE}
      >
        <DataTable
          caption={words.title}
          captionHidden
          rows={surveys}
          href={({ id }) => surveyPath(id)}
          columns={[
            { title: words.name, cell: ({ name }) => name },
            { title: words.party, cell: ({ party }) => party },
            { title: words.begun, cell: ({ begunAt }) => <DateText day={begunAt} form="short" /> },
            {
              title: words.goesOut,
              cell: ({ beginsOn }) => (beginsOn ? <DateText day={beginsOn} form="short" /> : '–'),
            },
            {
              title: words.invited,
              align: 'end',
              cell: ({ invited }) => formatNumber(invited ?? 0, door.language),
            },
            { title: words.state, cell: (survey) => <SurveyBadge of={survey} /> },
          ]}
          empty={
            <EmptyState
              title={asked.search === '' ? words.none : words.notFound}
              lead={asked.search === '' ? words.noneWhy : words.notFoundWhy}
              icon="send"
            />
          }
        />
      </FoundList>
    </Screen>
  ),
})
