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
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { renderText, type SaidText, type Statement } from '#statement/index.ts'
import { readStates } from './promise-states.ts'

const words = {
  versions: { nl: 'Eerdere versies', en: 'Earlier versions' },
  since: { nl: 'Versie {version}, van kracht sinds', en: 'Version {version}, in force since' },
  old: {
    nl: 'Dit is een oude versie. Zij geldt niet meer.',
    en: 'This is an old version. It no longer holds.',
  },
  newest: { nl: 'Naar de geldende versie', en: 'To the version in force' },
} satisfies Record<string, Text>

interface StatementView {
  readonly text: SaidText
  readonly version: number
  readonly inForce: string
  readonly states: ClauseStates
  readonly superseded: boolean
}

/** The statement in force, with at each promise whether it is kept. */
export const statementPage = page('/verklaring', {
  read: async (door): Promise<StatementView> => {
    const { organisation, site } = door.visit
    const statement = await site.publication.current(organisation)
    const states = await readStates(door, statement)
    return { ...view(door, statement), states, superseded: false }
  },
  view: drawStatement,
})

/** One version, also one that no longer holds. */
export const statementVersionPage = page('/verklaring/versies/:version', {
  read: async (door, { version = '' }): Promise<StatementView> => {
    if (!/^\d{1,5}$/.test(version)) throw new AppError('NOT_FOUND')
    const { organisation, site } = door.visit
    await door.publicly({})
    const [asked, current] = await Promise.all([
      site.publication.version(organisation, Number(version)),
      site.publication.current(organisation),
    ])
    const superseded = asked.declarations.version !== current.declarations.version
    return { ...view(door, asked), states: {}, superseded }
  },
  view: drawStatement,
})

function view(door: Door, statement: Statement): Omit<StatementView, 'states' | 'superseded'> {
  const { version, 'in-force': inForce } = statement.declarations
  return { text: renderText(statement, door.language, VOCABULARY), version, inForce }
}

function drawStatement(data: StatementView, door: Door) {
  const { text, version, inForce, states, superseded } = data
  return (
    <Screen door={door} title={text.title} width="narrow" open>
      <PageHeader
        title={text.title}
        action={
          <LinkButton href="/verklaring/versies" label={words.versions} look="quiet" icon="clock" />
        }
      />
      <p>
        <Words of={words.since} places={{ version }} /> <DateText day={inForce} />
      </p>
      {superseded && (
        <Notice
          tone="warning"
          action={<LinkButton href="/verklaring" label={words.newest} look="plain" size="small" />}
        >
          <Words of={words.old} />
        </Notice>
      )}
      <Prose blocks={text.blocks.filter((block) => !isTitle(block))} clauses={states} />
    </Screen>
  )
}

function isTitle(block: SaidText['blocks'][number]): boolean {
  return block.kind === 'heading' && block.level === 1
}
