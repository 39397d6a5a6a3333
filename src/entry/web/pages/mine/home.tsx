import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  DateText,
  EmptyState,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { listOwnRestrictions, type OwnRestriction } from '#duties/rights/restriction.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, html } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { type CountText, sayCount } from '#entry/web/words.ts'
import { drawOwnRegistrations, readOwnRegistrations } from '#entry/web/pages/registry/own/home.tsx'
import type { Text } from '#kernel/language.ts'
import { type CaseloadRow, caseloadReads, readCaseload, sayName } from '#modules/practice/index.ts'
import type { Statement } from '#statement/index.ts'
import { Basis } from './basis.tsx'
import { ownPath, readStatement, SELF_SERVICE } from './own-file.ts'
import { StandingBadge } from './person.tsx'
import { MINE, SERVICE_STANDINGS } from './words.ts'
import { kindTitle } from '#entry/web/titles.ts'

const words = {
  lead: {
    nl: 'Elke dienst die u van ons krijgt, heeft een eigen dossier.',
    en: 'Every service that you get from us has a dossier of its own.',
  },
  waits: { nl: 'Wat op u wacht', en: 'What waits for you' },
  all: { nl: 'Uw dossiers', en: 'Your dossiers' },
  since: { nl: 'Sinds', en: 'Since' },
  answer: { nl: 'Bekijken en antwoorden', en: 'Look and answer' },
  restricted: { nl: 'Dit dossier is beperkt', en: 'This dossier is restricted' },
  restrictedWhy: {
    nl: 'Niemand gebruikt of ziet het, ook u niet. Bij uw rechten ziet u tot wanneer, en kunt u de beperking opheffen.',
    en: 'Nobody uses or sees it, you included. Your rights tell until when, and there you can lift the restriction.',
  },
  rights: { nl: 'Naar mijn rechten', en: 'To my rights' },
  none: { nl: 'U hebt hier geen dossier', en: 'You have no dossier here' },
  noneWhy: {
    nl: 'Een dossier verschijnt hier als uw coach u uitnodigt. Verwacht u wel een dossier? Vraag het uw coach. Een dossier waarvan de bewaartermijn voorbij is, ziet niemand meer.',
    en: 'A dossier appears here when your coach invites you. Do you expect one? Ask your coach. Nobody sees a dossier any more once its period of retention is over.',
  },
} satisfies Record<string, Text>

interface Waiting {
  readonly says: CountText
  readonly count: (row: CaseloadRow) => number
  /** The part of the dossier where it is answered. */
  readonly part: string
}

const WAITING: readonly Waiting[] = [
  {
    says: {
      one: { nl: 'Er wacht een samenvatting.', en: 'A summary waits.' },
      other: { nl: 'Er wachten {count} samenvattingen.', en: '{count} summaries wait.' },
    },
    count: (row) => row.summariesUnanswered,
    part: '/samenvattingen',
  },
  {
    says: {
      one: {
        nl: 'Er wacht een vraag om toestemming.',
        en: 'A question for consent waits.',
      },
      other: {
        nl: 'Er wachten {count} vragen om toestemming.',
        en: '{count} questions for consent wait.',
      },
    },
    count: (row) => row.consentsUnanswered,
    part: '/toestemmingen',
  },
]

/** One's own dossiers, what waits for an answer first. With one dossier this is that dossier. */
export const ownDossiersPage = answer('/mijn', async (door, _, c) => {
  const [access, statement] = await Promise.all([door.access(SELF_SERVICE), readStatement(door)])
  if (access.can('registrations', 'select')) {
    return html(c, drawOwnRegistrations(await readOwnRegistrations(door, access), door))
  }
  const asked = { order: 'started', descending: true } as const
  const { restrictions, ...answers } = await door.list(SELF_SERVICE, 'own-dossiers', {
    ...caseloadReads(access, asked),
    restrictions: listOwnRestrictions,
  })
  const { rows } = readCaseload(answers)
  const [only, ...others] = rows
  if (only && others.length + restrictions.length === 0)
    return c.redirect(ownPath(only.dossierId), 303)
  return html(c, drawDossiers({ rows, restrictions, statement }, door))
})

interface Home {
  readonly rows: readonly CaseloadRow[]
  readonly restrictions: readonly OwnRestriction[]
  readonly statement: Statement
}

function drawDossiers({ rows, restrictions, statement }: Home, door: Door): JSX.Element {
  const waiting = rows.filter((row) => mattersOf(row).length > 0)
  // A parent can act for several children.
  const named = new Set(rows.map(nameOf)).size > 1
  return (
    <Screen door={door} title={MINE.dossiers} width="narrow" open>
      <PageHeader title={MINE.dossiers} {...(rows.length > 0 && { lead: words.lead })} />
      <Stack gap="large">
        {rows.length + restrictions.length === 0 && (
          <EmptyState title={words.none} lead={words.noneWhy} icon="file" />
        )}
        {waiting.length > 0 && (
          <Section title={words.waits}>
            <Stack>
              {waiting.map((row) => (
                <WaitingCard row={row} named={named} />
              ))}
            </Stack>
          </Section>
        )}
        {rows.length > 0 && (
          <Section title={words.all}>
            <Stack>
              {rows.map((row) => (
                <DossierCard row={row} named={named} />
              ))}
            </Stack>
          </Section>
        )}
        {restrictions.map((each) => (
          <Card
            title={words.restricted}
            meta={
              <>
                <Words of={kindTitle(each.kind)} /> · {each.reference}
              </>
            }
            actions={<LinkButton href="/mijn/rechten" label={words.rights} look="plain" />}
          >
            <Words of={words.restrictedWhy} />
          </Card>
        ))}
        <Basis statement={statement} on="rights.access" />
      </Stack>
    </Screen>
  )
}

function mattersOf(row: CaseloadRow): typeof WAITING {
  return WAITING.filter(({ count }) => count(row) > 0)
}

interface CardProps {
  readonly row: CaseloadRow
  /** Whether it is said whose it is. */
  readonly named: boolean
}

function nameOf({ name }: CaseloadRow): string {
  return name ? sayName(name) : ''
}

function WaitingCard({ row, named }: CardProps): JSX.Element {
  const { language } = useView()
  const matters = mattersOf(row)
  const says = matters.map(({ says: text, count }) => sayCount(text, count(row), language))
  const [only, ...others] = matters
  const part = only && others.length === 0 ? only.part : ''
  return (
    <Card
      title={kindTitle(row.kind)}
      meta={named && nameOf(row)}
      actions={<LinkButton href={`${ownPath(row.dossierId)}${part}`} label={words.answer} />}
    >
      {says.join(' ')}
    </Card>
  )
}

function DossierCard({ row, named }: CardProps): JSX.Element {
  return (
    <Card
      title={kindTitle(row.kind)}
      href={ownPath(row.dossierId)}
      status={row.state && <StandingBadge of={SERVICE_STANDINGS[row.state]} />}
      meta={
        <>
          {named && `${nameOf(row)} · `}
          {row.reference} · <Words of={words.since} /> <DateText day={row.startedOn} />
        </>
      }
    />
  )
}
