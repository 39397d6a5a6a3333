import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { erasureBar, erasurePreview } from '#duties/erasure/list.ts'
import { type OwnTerm, ownTerms } from '#duties/retention/own-term.ts'
import {
  Card,
  DateText,
  EmptyState,
  LinkButton,
  Muted,
  Notice,
  Panel,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, page, type Params } from '#entry/web/http/page.tsx'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import {
  nameOf,
  nameReads,
  type OwnFile,
  readStatement,
  SELF_SERVICE,
  toOwnFile,
} from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'
import { partTitle } from '#entry/web/pages/retention/words.ts'
import { say, sayCount, type CountText } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import { dossierReads, readDossier } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'
import type { RowsOf } from '#store/query.ts'

const words = {
  title: { nl: 'Hoe lang wij het bewaren', en: 'How long we keep it' },
  goes: { nl: 'Gaat weg op', en: 'Goes on' },
  byStatement: { nl: 'Volgens onze verklaring: ', en: 'By our statement: ' },
  chosen: { nl: 'Deze dag hebt u zelf gekozen.', en: 'You chose this day yourself.' },
  choose: { nl: 'Dag kiezen', en: 'Choose a day' },
  held: {
    nl: 'Er geldt nu een bewaarplicht. Het gaat pas weg als die voorbij is, op zijn laatst na',
    en: 'It must be kept for now. It goes only when that is over, at the latest after',
  },
  notBegun: { nl: 'De termijn loopt nog niet', en: 'The term has not begun' },
  notBegunWhy: {
    nl: 'De termijn begint als uw dienst of opleiding is afgesloten. Dan ziet u hier op welke dag wat weggaat.',
    en: 'It begins when your service was closed. Then you see here on which day what goes.',
  },
  forever: {
    nl: 'Dit bewaren wij zonder einddatum: het gaat niet vanzelf weg.',
    en: 'We keep this without an end date: it does not go by itself.',
  },
  reason: { nl: 'De reden: {reason}.', en: 'The reason: {reason}.' },
  now: { nl: 'Liever nu al weg?', en: 'Rather have it gone now?' },
  nowWhy: {
    nl: 'U kunt vragen om uw dossier te verwijderen. Dan gaat dit weg:',
    en: 'You can ask to have your dossier erased. Then this goes:',
  },
  stays: { nl: 'Dit blijft:', en: 'This stays:' },
  nameless: { nl: 'zonder uw naam', en: 'without your name' },
  byLaw: {
    nl: 'met uw naam, want dat moet van de wet ({law})',
    en: 'with your name, as the law demands ({law})',
  },
  ask: { nl: 'Mijn dossier verwijderen', en: 'Erase my dossier' },
} satisfies Record<string, Text>

const PIECES: CountText = {
  one: { nl: '1 gegeven', en: '1 item' },
  other: { nl: '{count} gegevens', en: '{count} items' },
}

interface KeepingData {
  readonly file: OwnFile
  readonly terms: readonly OwnTerm[]
  readonly preview: RowsOf<typeof erasurePreview>
  /** Why it may not go yet. */
  readonly bar: RowsOf<typeof erasureBar>[number] | undefined
}

/** When what of one's own dossier goes, and what one may say about that. */
export const keepingPage = page('/mijn/dossiers/:id/bewaren', {
  read: readKeeping,
  view: ({ file, terms, preview }, door) => (
    <OwnScreen door={door} file={file} part="keeping">
      <Stack gap="large">
        <Section title={words.title}>
          <Stack>
            {terms.length === 0 && !keepsForever(file, 'dossier') && (
              <EmptyState title={words.notBegun} lead={words.notBegunWhy} icon="clock" />
            )}
            {terms.map((term) => (
              <Term term={term} file={file} door={door} />
            ))}
            {Object.keys(file.statement.declarations.retention)
              .filter((part) => keepsForever(file, part))
              .map((part) => (
                <Forever part={part} file={file} door={door} />
              ))}
          </Stack>
        </Section>
        <Going preview={preview} file={file} door={door} />
      </Stack>
    </OwnScreen>
  ),
})

export async function readKeeping(door: Door, params: Params): Promise<KeepingData> {
  const id = idOf(params)
  const [access, statement] = await Promise.all([door.access(SELF_SERVICE), readStatement(door)])
  const { dossier, answers } = await door.open(SELF_SERVICE, id, {
    ...dossierReads(access, id),
    ...nameReads(access, id),
    terms: ownTerms,
    preview: erasurePreview,
    bar: erasureBar,
  })
  const { terms, preview, bar, ...rest } = answers
  const file = toOwnFile(
    { access, statement, ...nameOf(answers) },
    readDossier(dossier, rest, access),
  )
  return { file, terms, preview, bar: bar[0] }
}

interface TermProps {
  readonly term: OwnTerm
  readonly file: OwnFile
  readonly door: Door
}

function Term({ term, file, door }: TermProps): JSX.Element {
  const mayChoose = term.maySooner || term.mayLater
  return (
    <Card title={partTitle(term.part, door.language)}>
      <p>
        <Words of={words.goes} />{' '}
        <strong>
          <DateText day={term.dueOn} />
        </strong>
        .
      </p>
      {term.chosen && (
        <p>
          <Words of={words.chosen} />{' '}
          <Muted>
            <Words of={words.byStatement} />
            <DateText day={term.byStatement} />
          </Muted>
        </p>
      )}
      {term.heldUntil !== null && (
        <Notice tone="warning">
          <Words of={words.held} /> <DateText day={term.heldUntil} />.
        </Notice>
      )}
      <Basis statement={file.statement} on={`retention.${term.part}`} />
      {mayChoose && (
        <LinkButton
          href={`${file.path}/bewaren/${term.part}`}
          label={words.choose}
          look="plain"
          icon="calendar"
        />
      )}
    </Card>
  )
}

function keepsForever({ statement }: OwnFile, part: string): boolean {
  return statement.declarations.retention[part]?.keep === 'indefinitely'
}

interface ForeverProps {
  readonly part: string
  readonly file: OwnFile
  readonly door: Door
}

/** What never goes by itself, and why not. */
function Forever({ part, file, door }: ForeverProps): JSX.Element {
  const { because } = file.statement.declarations.retention[part] ?? {}
  return (
    <Card title={partTitle(part, door.language)}>
      <p>
        <Words of={words.forever} />
      </p>
      {because && <p>{say(words.reason, door.language, { reason: because[door.language] })}</p>}
      <Basis statement={file.statement} on={`retention.${part}`} />
    </Card>
  )
}

interface GoingProps {
  readonly preview: KeepingData['preview']
  readonly file: OwnFile
  readonly door: Door
}

function Going({ preview, file, door }: GoingProps): JSX.Element {
  const stays = linesOf(preview, true, file.statement, door.language)
  return (
    <Panel title={words.now}>
      <p>
        <Words of={words.nowWhy} />
      </p>
      <ul>
        {linesOf(preview, false, file.statement, door.language).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {stays.length > 0 && (
        <>
          <p>
            <Words of={words.stays} />
          </p>
          <ul>
            {stays.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      )}
      <Basis statement={file.statement} on="rights.erasure" />
      <LinkButton href={`${file.path}/verwijderen`} label={words.ask} look="plain" icon="trash" />
    </Panel>
  )
}

/** What goes, or what stays and why, by category with how much. */
export function linesOf(
  preview: KeepingData['preview'],
  stays: boolean,
  statement: Statement,
  language: Language,
): string[] {
  const own = preview.filter((line) => line.stays === stays)
  return [...Map.groupBy(own, ({ category }) => category)].map(([category, lines]) => {
    const name = VOCABULARY.categories[category]?.says[language] ?? category
    const amount = lines.reduce((sum, line) => sum + line.amount, 0)
    const why = stays ? `, ${reasonOf(category, statement, language)}` : ''
    return `${name}: ${sayCount(PIECES, amount, language)}${why}`
  })
}

/** Why a kind of data outlives the dossier: a law, or else it no longer tells whose it was. */
function reasonOf(category: string, { declarations }: Statement, language: Language): string {
  const part = VOCABULARY.categories[category]?.part ?? ''
  const law = declarations.retention[part]?.['at-least']?.law
  return law === undefined ? words.nameless[language] : say(words.byLaw, language, { law })
}
