import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  EmptyState,
  formatDay,
  SearchForm,
  Section,
  Stack,
  Toolbar,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { categoryTitle } from '#entry/web/titles.ts'
import { type CountText, sayCount } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { type HitPlace, searchDossier, type SearchHit } from '#modules/practice/index.ts'
import { DossierScreen } from './screen.tsx'
import { consentTitle } from './subject.ts'

const words = {
  search: { nl: 'Zoek in dit dossier', en: 'Search this dossier' },
  start: { nl: 'Waar zoekt u naar?', en: 'What are you looking for?' },
  startWhy: {
    nl: 'Gezocht wordt in samenvattingen, reacties van de cliënt, notities, namen van documenten en toestemmingen. Niet in de documenten zelf.',
    en: 'The search covers summaries, replies of the client, notes, names of documents and consents. Not the documents themselves.',
  },
  none: { nl: 'Niets gevonden', en: 'Nothing found' },
  noneWhy: {
    nl: 'Probeer een ander woord of een deel ervan.',
    en: 'Try another word or a part of it.',
  },
  profile: { nl: 'Gegevens van de cliënt', en: 'Details of the client' },
} satisfies Record<string, Text>

const FOUND: CountText = {
  one: { nl: '{count} keer gevonden', en: 'Found {count} time' },
  other: { nl: '{count} keer gevonden', en: 'Found {count} times' },
}

const PLACES: Readonly<Record<HitPlace, Text>> = {
  summary: { nl: 'Samenvatting', en: 'Summary' },
  dispute: { nl: 'Reactie van de cliënt', en: 'Reply of the client' },
  note: { nl: 'Notitie', en: 'Note' },
  document: { nl: 'Document', en: 'Document' },
  consent: { nl: 'Toestemming', en: 'Consent' },
  profile: words.profile,
}

const LONGEST_SEARCH = 200

/** Looks for words in the dossier that is open. */
export function searchPage(desk: Desk): Route {
  return page(`${desk.path}/:id/zoeken`, {
    read: (door, params) => openFile(door, desk, params),
    view: drawSearch,
  })
}

function drawSearch(file: OpenedFile, door: Door): JSX.Element {
  const search = (door.visit.query.get('q') ?? '').slice(0, LONGEST_SEARCH).trim()
  const hits = searchDossier(file.dossier, search)
  const action = `${file.path}/zoeken`
  return (
    <DossierScreen door={door} file={file} part="search">
      <Toolbar>
        <SearchForm action={action} label={words.search} value={search} clearHref={action} />
      </Toolbar>
      {search === '' ? (
        <EmptyState title={words.start} lead={words.startWhy} icon="search" />
      ) : hits.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="search" />
      ) : (
        <Section title={sayCount(FOUND, hits.length, door.language)}>
          <Stack>
            {hits.map((hit) => {
              const { href, meta } = whereOf(file, hit)
              return (
                <Card
                  title={PLACES[hit.place]}
                  href={href}
                  {...(meta && { meta: meta[door.language] })}
                >
                  <p>{hit.excerpt}</p>
                </Card>
              )
            })}
          </Stack>
        </Section>
      )}
    </DossierScreen>
  )
}

/** The page on which something stands, and what else tells it apart. */
function whereOf(file: OpenedFile, { id, place }: SearchHit): { href: string; meta?: Text } {
  const { dossier, path } = file
  switch (place) {
    case 'summary':
    case 'dispute': {
      const consult = dossier.consults.find(({ summaries }) => summaries.some((s) => s.id === id))
      if (!consult) return { href: `${path}/gesprekken` }
      const { heldOn } = consult
      return {
        href: `${path}/gesprekken/${consult.id}`,
        meta: { nl: formatDay(heldOn, 'nl'), en: formatDay(heldOn, 'en') },
      }
    }
    case 'note': {
      const note = dossier.notes.find((each) => each.id === id)
      return {
        href: `${path}/notities#${id}`,
        ...(note && { meta: categoryTitle(note.category) }),
      }
    }
    case 'document':
      return { href: `${path}/documenten/${id}` }
    case 'consent': {
      const consent = dossier.consents.find((each) => each.id === id)
      return {
        href: `${path}/toestemmingen/${id}`,
        ...(consent && { meta: consentTitle(consent) }),
      }
    }
    default:
      return { href: path }
  }
}
