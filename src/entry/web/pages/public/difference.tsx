import {
  Card,
  DateText,
  EmptyState,
  FilterForm,
  Muted,
  Notice,
  PageHeader,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { Changes } from '#entry/web/pages/privacy/statement-changes.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Change } from '#statement/diff/change.ts'
import { diffStatements, listClauses, type Statement } from '#statement/index.ts'

const words = {
  title: {
    nl: 'Wat verandert van versie {before} naar versie {after}',
    en: 'What changes from version {before} to version {after}',
  },
  lead: {
    nl: 'Van elke verandering staat erbij of wij daarna minder of meer met uw gegevens mogen.',
    en: 'With every change it says whether we may do less or more with your data after it.',
  },
  versions: { nl: 'Versies van de verklaring', en: 'Versions of the statement' },
  soon: {
    nl: 'Versie {version} geldt nog niet. Zij gaat in op',
    en: 'Version {version} does not apply yet. It takes effect on',
  },
  before: { nl: 'Van versie', en: 'From version' },
  after: { nl: 'Naar versie', en: 'To version' },
  option: { nl: 'Versie {version}', en: 'Version {version}' },
  rules: { nl: 'Wat er anders wordt geregeld', en: 'What is settled differently' },
  texts: { nl: 'Beloften met andere woorden', en: 'Promises in other words' },
  was: { nl: 'Eerst', en: 'Before' },
  none: { nl: 'Er is maar één versie', en: 'There is only one version' },
} satisfies Record<string, Text>

interface DifferenceData {
  readonly versions: readonly number[]
  readonly before: Statement
  readonly after: Statement
  /** The day from which the later one holds, while that is still to come. */
  readonly soon: string | undefined
  readonly changes: readonly Change[]
}

/** What differs between any two versions, also one that is announced, for anyone to read. */
export const differencePage = page('/verklaring/verschil', {
  read: async (door): Promise<DifferenceData> => {
    const { organisation, site, query } = door.visit
    await door.publicly({})
    const { publication } = site
    const [applied, announced] = await Promise.all([
      publication.versions(organisation),
      publication.announced(organisation),
    ])
    const versions = [...announced, ...applied]
      .map(({ version }) => version)
      .toSorted((a, b) => b - a)
    const [newest] = versions
    if (newest === undefined) throw new AppError('NOT_FOUND')
    const known = (asked: string | null, otherwise: number) =>
      versions.find((version) => String(version) === asked) ?? otherwise
    const to = known(query.get('naar'), newest)
    const [previous = to] = versions.filter((version) => version < to)
    const [before, after] = await Promise.all([
      publication.version(organisation, known(query.get('van'), previous)),
      publication.version(organisation, to),
    ])
    const soon = announced.find(({ version }) => version === to)?.inForce
    return { versions, before, after, soon, changes: diffStatements(before, after, VOCABULARY) }
  },
  view: drawDifference,
})

function drawDifference(data: DifferenceData, door: Door) {
  const { versions, before, after, soon, changes } = data
  const { language } = door
  const [from, to] = [before, after].map(({ declarations }) => String(declarations.version))
  const title = say(words.title, language, { before: from ?? '', after: to ?? '' })
  const options = versions.map((version) => ({
    value: String(version),
    label: say(words.option, language, { version: String(version) }),
  }))
  const reworded = rewordedClauses(data, door)
  return (
    <Screen door={door} title={title} width="narrow" open>
      <PageHeader
        title={title}
        lead={words.lead}
        breadcrumbs={[{ label: words.versions, href: '/verklaring/versies' }]}
      />
      {soon !== undefined && (
        <Notice>
          <p>
            <Words of={words.soon} places={{ version: to ?? '' }} /> <DateText day={soon} />.
          </p>
        </Notice>
      )}
      {versions.length < 2 ? (
        <EmptyState title={words.none} icon="file" />
      ) : (
        <Stack gap="large">
          <FilterForm
            action="/verklaring/verschil"
            fields={[
              { name: 'van', label: words.before, value: from, options },
              { name: 'naar', label: words.after, value: to, options },
            ]}
          />
          <Changes caption={words.rules} changes={changes} language={language} />
          {reworded.length > 0 && (
            <Section title={words.texts}>
              {reworded.map(({ id, was, is }) => (
                <Card title={id} id={id}>
                  <p>{is}</p>
                  {was !== '' && (
                    <Muted>
                      {words.was[language]}: {was}
                    </Muted>
                  )}
                </Card>
              ))}
            </Section>
          )}
        </Stack>
      )}
    </Screen>
  )
}

/** Promises that say something else than before, in full. */
function rewordedClauses({ before, after }: DifferenceData, { language }: Door) {
  const texts = (statement: Statement) =>
    new Map(listClauses(statement, VOCABULARY).map(({ id, text }) => [id, text[language]]))
  const old = texts(before)
  return [...texts(after)]
    .map(([id, is]) => ({ id, is, was: old.get(id) ?? '' }))
    .filter(({ is, was }) => is !== was)
}
