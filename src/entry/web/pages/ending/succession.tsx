import { mayAct } from '#duties/acting.ts'
import {
  DataTable,
  DateText,
  EmptyState,
  type NameParts,
  PageHeader,
  Pagination,
  PersonName,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { kindTitle } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import {
  CHOICES,
  listSuccessions,
  OUTCOMES_OF_ENDING,
  SUCCESSION_PAGE,
  type SuccessionLine,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Opvolging', en: 'Succession' },
  lead: {
    nl: 'De cliënten van de praktijk die stopt. U ziet wie zij zijn, hoe u hen bereikt en wat zij kozen. Wie voor overdragen kiest, staat na de laatste dag bij uw cliënten.',
    en: 'The clients of the practice that ends. You see who they are, how to reach them and what they chose. Who chooses handing over is among your clients after the last day.',
  },
  client: { nl: 'Cliënt', en: 'Client' },
  service: { nl: 'Dienst', en: 'Service' },
  contact: { nl: 'Bereikbaar', en: 'To be reached' },
  told: { nl: 'Verteld op', en: 'Told on' },
  choice: { nl: 'Keuze', en: 'Choice' },
  notYet: { nl: 'nog niet gekozen', en: 'not chosen yet' },
  none: { nl: 'Er zijn geen dossiers', en: 'There are no dossiers' },
  noneWhy: {
    nl: 'Hier staan de dossiers zodra het einde van de praktijk is bevestigd.',
    en: 'The dossiers stand here once the end of the practice is confirmed.',
  },
} satisfies Record<string, Text>

const PATH = '/werk/opvolging'

const LAST_PAGE = 1_000

/** The clients of a practice that ends, for its successor. */
export const successionPage = page(PATH, {
  read: async (door) => {
    const asked = Number(door.visit.query.get('pagina') ?? 1)
    const number = Number.isInteger(asked) && asked >= 1 && asked <= LAST_PAGE ? asked : 1
    const { rows } = await door.list('succession', 'succession', {
      mayAct,
      rows: listSuccessions(number),
    })
    return { number, rows }
  },
  view: ({ number, rows }, door) => {
    const shown = rows.slice(0, SUCCESSION_PAGE)
    const from = (number - 1) * SUCCESSION_PAGE + 1
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} />
        <DataTable
          caption={words.title}
          captionHidden
          rows={shown}
          columns={[
            {
              title: words.client,
              cell: (row) => <PersonName name={nameOf(row)} order="listed" />,
            },
            { title: words.service, cell: ({ kind }) => <Words of={kindTitle(kind)} /> },
            {
              title: words.contact,
              cell: ({ email, phone }) => (
                <Stack gap="small">
                  {email && <span>{email}</span>}
                  {phone && <span>{phone}</span>}
                </Stack>
              ),
            },
            { title: words.choice, cell: (row) => <Words of={stateOf(row)} /> },
            {
              title: words.told,
              cell: ({ toldAt }) => toldAt && <DateText day={toldAt} form="short" />,
            },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
        />
        <Pagination
          from={from}
          to={from + shown.length - 1}
          {...(number > 1 && { previousHref: `${PATH}?pagina=${number - 1}` })}
          {...(rows.length > shown.length && { nextHref: `${PATH}?pagina=${number + 1}` })}
        />
      </Screen>
    )
  },
})

function nameOf({ givenName: given, prefix, familyName: family }: SuccessionLine): NameParts {
  return { given, prefix, family }
}

function stateOf({ choice, outcome }: SuccessionLine): Text {
  if (outcome) return OUTCOMES_OF_ENDING[outcome]
  return choice ? CHOICES[choice] : words.notYet
}
