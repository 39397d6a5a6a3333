import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DateText,
  LinkButton,
  Notice,
  PageHeader,
  Prose,
  Words,
  type ClauseStates,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import type { AnnouncedVersion } from '#entry/web/http/publication.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { renderText, type SaidText, type Statement } from '#statement/index.ts'
import { passagesOf } from './passage.ts'
import { readStates } from './promise-states.ts'
import { suggestionPath } from './suggestion.tsx'

const words = {
  versions: { nl: 'Eerdere versies', en: 'Earlier versions' },
  since: { nl: 'Versie {version}, van kracht sinds', en: 'Version {version}, in force since' },
  old: {
    nl: 'Dit is een oude versie. Zij geldt niet meer.',
    en: 'This is an old version. It no longer holds.',
  },
  from: { nl: 'Versie {version}, geldt vanaf', en: 'Version {version}, applies from' },
  soon: {
    nl: 'Dit is een aangekondigde versie. Zij geldt nog niet.',
    en: 'This version is announced. It does not apply yet.',
  },
  coming: {
    nl: 'Er komt een nieuwe versie. Versie {version} geldt vanaf',
    en: 'A new version is coming. Version {version} applies from',
  },
  difference: { nl: 'Lees wat er verandert', en: 'Read what changes' },
  better: {
    nl: 'Ziet u iets wat beter kan? Klik dan op het potlood achter de alinea.',
    en: 'Do you see what can be better? Then click the pencil after the paragraph.',
  },
  newest: { nl: 'Naar de geldende versie', en: 'To the version in force' },
} satisfies Record<string, Text>

interface StatementView {
  readonly text: SaidText
  readonly version: number
  readonly inForce: string
  readonly states: ClauseStates
  /** Whether it holds, held before, or is announced. */
  readonly standing: 'now' | 'before' | 'soon'
  /** Whether somebody is named who takes suggestions. */
  readonly isOpen: boolean
  /** The next version that waits for its day. */
  readonly coming: AnnouncedVersion | undefined
}

/** The statement in force, with at each promise whether it is kept. */
export const statementPage = page('/verklaring', {
  read: async (door): Promise<StatementView> => {
    const { organisation, site } = door.visit
    const statement = await site.publication.current(organisation)
    const states = await readStates(door, statement)
    const [coming] = await site.publication.announced(organisation)
    return { ...view(door, statement), states, standing: 'now', coming }
  },
  view: drawStatement,
})

/** One version, also one that no longer holds. */
export const statementVersionPage = page('/verklaring/versies/:version', {
  read: async (door, { version = '' }): Promise<StatementView> => {
    if (!/^\d{1,5}$/.test(version)) throw new AppError('NOT_FOUND')
    const { organisation, site } = door.visit
    await door.publicly({})
    // Asked anew: the statement in force may be known from some seconds ago.
    const [asked, [newest]] = await Promise.all([
      site.publication.version(organisation, Number(version)),
      site.publication.versions(organisation),
    ])
    const [own, now] = [asked.declarations.version, newest?.version ?? 0]
    const standing = own === now ? 'now' : own > now ? 'soon' : 'before'
    return { ...view(door, asked), states: {}, standing, coming: undefined }
  },
  view: drawStatement,
})

function view(
  door: Door,
  statement: Statement,
): Pick<StatementView, 'text' | 'version' | 'inForce' | 'isOpen'> {
  const { contacts, version, 'in-force': inForce } = statement.declarations
  return {
    text: renderText(statement, door.language, VOCABULARY),
    version,
    inForce,
    isOpen: contacts.responsible !== undefined,
  }
}

function drawStatement(data: StatementView, door: Door) {
  const { text, version, inForce, states, standing, coming, isOpen } = data
  const takesSuggestions = isOpen && standing === 'now'
  return (
    <Screen door={door} title={text.title} width="narrow" open>
      <PageHeader
        title={text.title}
        action={
          <LinkButton href="/verklaring/versies" label={words.versions} look="quiet" icon="clock" />
        }
      />
      <p>
        <Words of={standing === 'soon' ? words.from : words.since} places={{ version }} />{' '}
        <DateText day={inForce} />
        {takesSuggestions && (
          <>
            {'. '}
            <Words of={words.better} />
          </>
        )}
      </p>
      {coming && (
        <Notice action={<ReadDifference version={coming.version} />}>
          <p>
            <Words of={words.coming} places={{ version: coming.version }} />{' '}
            <DateText day={coming.inForce} />.
          </p>
        </Notice>
      )}
      {standing === 'soon' && (
        <Notice tone="warning" action={<ReadDifference version={version} />}>
          <Words of={words.soon} />
        </Notice>
      )}
      {standing === 'before' && (
        <Notice
          tone="warning"
          action={<LinkButton href="/verklaring" label={words.newest} look="plain" size="small" />}
        >
          <Words of={words.old} />
        </Notice>
      )}
      <Prose
        blocks={passagesOf(text)}
        clauses={states}
        {...(takesSuggestions && {
          suggestHref: (place: number) => suggestionPath(version, place),
        })}
      />
    </Screen>
  )
}

function ReadDifference({ version }: { version: number }): JSX.Element {
  const href = `/verklaring/verschil?naar=${version}`
  return <LinkButton href={href} label={words.difference} look="plain" size="small" />
}
