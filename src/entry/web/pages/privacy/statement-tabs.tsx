import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { newestProofs } from '#duties/promises/proof.ts'
import {
  LinkButton,
  Moment,
  Notice,
  PageHeader,
  Stack,
  Tabs,
  type Tone,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { type CountText, say, sayCount } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import type { Statement } from '#statement/index.ts'
import { sayDate } from '#statement/say/date.ts'
import { readOverseen } from './overseen.ts'

const words = {
  title: { nl: 'Verklaring', en: 'Statement' },
  lead: {
    nl: 'Versie {version}, van kracht sinds {day}. Wat hier staat, is wat de software doet.',
    en: 'Version {version}, in force since {day}. What stands here is what the software does.',
  },
  read: { nl: 'Zoals iedereen haar leest', en: 'As anyone reads it' },
  parts: { nl: 'Delen van de verklaring', en: 'Parts of the statement' },
  declarations: { nl: 'Wat zij regelt', en: 'What it settles' },
  plan: { nl: 'Wat de database ervan maakt', en: 'What the database makes of it' },
  texts: { nl: 'Teksten naast elkaar', en: 'Texts side by side' },
  versions: { nl: 'Versies', en: 'Versions' },
  equal: {
    nl: 'De database doet precies wat de verklaring zegt',
    en: 'The database does exactly what the statement says',
  },
  unknown: {
    nl: 'Nog niet nagegaan of de database doet wat de verklaring zegt',
    en: 'Not checked yet whether the database does what the statement says',
  },
  checked: { nl: 'Nagegaan op', en: 'Checked on' },
  show: { nl: 'Naar de beloften', en: 'To the promises' },
} satisfies Record<string, Text>

const DRIFTED: CountText = {
  one: {
    nl: 'De database wijkt op {count} punt af van de verklaring',
    en: 'The database differs from the statement in {count} point',
  },
  other: {
    nl: 'De database wijkt op {count} punten af van de verklaring',
    en: 'The database differs from the statement in {count} points',
  },
}

const TABS = [
  { part: 'declarations', href: '/privacy/verklaring' },
  { part: 'plan', href: '/privacy/verklaring/plan' },
  { part: 'texts', href: '/privacy/verklaring/teksten' },
  { part: 'versions', href: '/privacy/verklaring/versies' },
] as const

/** The check that compares the rights in the database with the statement. */
const DRIFT_CHECK = 'rules-equal-statement'

export interface StatementBasis {
  readonly statement: Statement
  /** The newest comparison of database and statement. */
  readonly drift: { readonly wrong: number; readonly ranAt: Date } | undefined
}

/** Reads the statement in force, and whether the database follows it. */
export async function readStatementBasis(door: Door): Promise<StatementBasis> {
  const { organisation, site } = door.visit
  const { proofs } = await readOverseen(door, 'statement', { proofs: newestProofs })
  const statement = await site.publication.current(organisation)
  const proof = proofs.find(({ check_name: name }) => name === DRIFT_CHECK)
  return { statement, drift: proof && { wrong: proof.wrong, ranAt: proof.ran_at } }
}

export interface StatementScreenProps {
  readonly basis: StatementBasis
  readonly part: (typeof TABS)[number]['part']
  readonly door: Door
  readonly children?: Child
}

/** One part of the statement as the officer needs it, with the way to the others. */
export function StatementScreen(props: StatementScreenProps): JSX.Element {
  const { basis, part, door, children } = props
  const { version, 'in-force': inForce } = basis.statement.declarations
  const day = sayDate(inForce, door.language)
  return (
    <Screen door={door} title={words[part]}>
      <PageHeader
        title={words.title}
        lead={say(words.lead, door.language, { version: String(version), day })}
        action={<LinkButton href="/verklaring" label={words.read} look="quiet" icon="globe" />}
      />
      <Tabs
        label={words.parts}
        tabs={TABS.map((tab) => ({
          label: words[tab.part],
          href: tab.href,
          current: tab.part === part,
        }))}
      />
      <Stack gap="large">
        <DriftNotice drift={basis.drift} door={door} />
        {children}
      </Stack>
    </Screen>
  )
}

function DriftNotice({ drift, door }: Pick<StatementBasis, 'drift'> & { door: Door }): JSX.Element {
  const { tone, title } = stateOf(drift, door)
  const link = <LinkButton href="/privacy" label={words.show} look="plain" size="small" />
  return (
    <Notice tone={tone} title={title} {...(tone === 'success' ? {} : { action: link })}>
      {drift && (
        <p>
          <Words of={words.checked} /> <Moment at={drift.ranAt} />
        </p>
      )}
    </Notice>
  )
}

function stateOf(
  drift: StatementBasis['drift'],
  { language }: Door,
): { tone: Tone; title: string } {
  if (!drift) return { tone: 'warning', title: words.unknown[language] }
  if (drift.wrong === 0) return { tone: 'success', title: words.equal[language] }
  return { tone: 'error', title: sayCount(DRIFTED, drift.wrong, language) }
}
