import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  Columns,
  DateText,
  dayOf,
  type Description,
  DescriptionList,
  EmptyState,
  LinkButton,
  Panel,
  Period,
  Section,
  Stack,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, html, idOf, type Params } from '#entry/web/http/page.tsx'
import { trainingPath } from '#entry/web/pages/registry/own/own-training.ts'
import type { Text } from '#kernel/language.ts'
import {
  formReads,
  ownSuccessions,
  readForms,
  readSignings,
  type RelationView,
  signingReads,
} from '#modules/practice/index.ts'
import { Basis } from './basis.tsx'
import { findClause } from './clause.ts'
import { listEndingMatters, listMatters, type Matter } from './matters.ts'
import { openOwnFileWith, type OwnFile, SELF_SERVICE } from './own-file.ts'
import { ActorText, coachesOf } from './person.tsx'
import { OfficerLine } from './officer-line.tsx'
import { OwnScreen } from './screen.tsx'
import { listPapers } from './trajectory/papers.ts'
import { MINE } from './words.ts'

const words = {
  waits: { nl: 'Wat op u wacht', en: 'What waits for you' },
  nothing: { nl: 'U hoeft nu niets te doen', en: 'There is nothing you need to do now' },
  nothingWhy: {
    nl: 'Is er een samenvatting of een vraag voor u, dan staat die hier. U krijgt er ook een e-mail over.',
    en: 'When there is a summary or a question for you, it stands here. You also get an e-mail about it.',
  },
  data: { nl: 'Wat er met uw gegevens gebeurt', en: 'What happens with your data' },
  howLong: { nl: 'Hoe lang wij ze bewaren', en: 'How long we keep them' },
  why: { nl: 'Waarvoor', en: 'What for' },
  who: { nl: 'Wie meeleest', en: 'Who reads along' },
  whom: { nl: 'Wie er iets van krijgt', en: 'Who gets something of it' },
  keptRunning: {
    nl: 'Zolang uw dienst loopt, blijft uw dossier.',
    en: 'As long as your service runs, your dossier stays.',
  },
  keptUntil: { nl: 'Uw dossier wordt bewaard tot', en: 'Your dossier is kept until' },
  facts: { nl: 'Uw dienst', en: 'Your service' },
  coach: { nl: 'Uw coach', en: 'Your coach' },
  partner: { nl: 'Leest mee', en: 'Reads along' },
  substitute: { nl: 'Neemt waar', en: 'Stands in' },
  begun: { nl: 'Begonnen op', en: 'Started on' },
  ended: { nl: 'Afgesloten op', en: 'Ended on' },
  shown: { nl: 'Verklaring getoond', en: 'Statement shown' },
  shownOn: { nl: 'Versie {version}, op', en: 'Version {version}, on' },
  help: { nl: 'Een vraag over uw gegevens?', en: 'A question about your data?' },
} satisfies Record<string, Text>

/** One's own dossier at a glance: what waits, who guides, and what happens with the data. */
export const overviewPage = answer('/mijn/dossiers/:id', async (door, params, c) => {
  const access = await door.access(SELF_SERVICE)
  // What is kept of somebody in training has a first page of its own.
  if (access.can('registrations', 'select')) return c.redirect(trainingPath(idOf(params)), 303)
  return html(c, drawOverview(await readOverview(door, params), door))
})

async function readOverview(door: Door, params: Params): Promise<Overview> {
  const { file, answers, opening, actors } = await openOwnFileWith(door, params, (access, id) => ({
    ...formReads(access, id),
    ...signingReads(access, id),
    successions: ownSuccessions,
  }))
  const forms = readForms(opening, answers, actors)
  const signings = readSignings(opening, answers, actors)
  const ending = listEndingMatters(file, answers.successions)
  const papers = listPapers(file, { forms, signings })
  return { file, matters: [...ending, ...listMatters(file), ...papers] }
}

interface Overview {
  readonly file: OwnFile
  /** What waits for the client. */
  readonly matters: readonly Matter[]
}

function drawOverview({ file, matters }: Overview, door: Door): JSX.Element {
  return (
    <OwnScreen door={door} file={file} part="overview">
      <Columns shape="main">
        <Stack gap="large">
          <Waiting matters={matters} />
          <DataUse file={file} />
        </Stack>
        <Stack>
          <Facts file={file} />
          <Panel title={words.help}>
            <OfficerLine statement={file.statement} />
          </Panel>
        </Stack>
      </Columns>
    </OwnScreen>
  )
}

function Waiting({ matters }: { matters: readonly Matter[] }): JSX.Element {
  return (
    <Section title={words.waits}>
      <Stack>
        {matters.length === 0 && (
          <EmptyState title={words.nothing} lead={words.nothingWhy} icon="circleCheck" />
        )}
        {matters.map(({ title, says, act, href, icon }, rank) => (
          <Card
            title={title}
            actions={
              <LinkButton
                href={href}
                label={act}
                icon={icon}
                look={rank === 0 ? 'primary' : 'plain'}
              />
            }
          >
            <Words of={says} />
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

/** Declarations that say what happens with the data; of each the first that is promised. */
const USES = [
  { term: words.why, on: ['activities.coaching.purpose'] },
  { term: words.who, on: ['relations.partner-coach', 'relations.responsible-coach'] },
  { term: words.whom, on: ['recipients.principal'] },
]

function DataUse({ file }: { file: OwnFile }): JSX.Element {
  const { statement } = file
  const { language } = useView()
  return (
    <Section title={words.data}>
      <DescriptionList
        items={[
          { term: words.howLong, value: <KeptUntil file={file} /> },
          ...USES.flatMap(({ term, on }) => {
            const said = on.find((each) => findClause(statement, each, language))
            return said ? [{ term, value: <Basis statement={statement} on={said} /> }] : []
          }),
        ]}
        narrow
      />
    </Section>
  )
}

function KeptUntil({ file }: { file: OwnFile }): JSX.Element {
  const { expiresOn } = file.dossier
  return (
    <>
      <p>
        {expiresOn ? (
          <>
            <Words of={words.keptUntil} />{' '}
            <strong>
              <DateText day={expiresOn} />
            </strong>
            .
          </>
        ) : (
          <Words of={words.keptRunning} />
        )}
      </p>
      <Basis statement={file.statement} on="retention.dossier" />
    </>
  )
}

function Facts({ file }: { file: OwnFile }): JSX.Element {
  const { reference, service, notices } = file.dossier
  const [notice] = notices
  const items: (Description | false | undefined)[] = [
    ...coachesOf(file.dossier).map((coach) => ({
      term: words.coach,
      value: <ActorText of={coach} />,
    })),
    ...readingAlong(file),
    service.principal?.name !== undefined && {
      term: MINE.principal,
      value: service.principal.name,
    },
    service.activatedAt && { term: words.begun, value: <DateText day={service.activatedAt} /> },
    service.closure && {
      term: words.ended,
      value: <DateText day={service.closure.endedOn ?? service.closure.closedAt} />,
    },
    notice && {
      term: words.shown,
      value: (
        <a href={`/verklaring/versies/${notice.version}`}>
          <Words of={words.shownOn} places={{ version: notice.version }} />{' '}
          <DateText day={notice.shownAt} />
        </a>
      ),
    },
    { term: MINE.number, value: reference },
  ]
  return (
    <Panel title={words.facts}>
      <DescriptionList items={items.filter((item) => Boolean(item)) as Description[]} narrow />
    </Panel>
  )
}

/**
 * Partner coaches and substitutes to whom the client said yes or who were announced, and who did
 * not stop since.
 */
function readingAlong({ dossier, statement }: OwnFile): Description[] {
  const needsConsent = ({ relation }: RelationView): boolean =>
    statement.declarations.relations[relation]?.after !== undefined
  const agreed = (relation: RelationView): boolean =>
    dossier.consents.some(
      ({ state, holderId, itemId }) =>
        state === 'given' &&
        holderId === relation.holderId &&
        (relation.absence === undefined || relation.absence.id === itemId),
    )
  return dossier.relations
    .filter(({ until }) => until === undefined || until > new Date())
    .filter((relation) => !needsConsent(relation) || agreed(relation))
    .flatMap(({ relation, holder, absence }) => {
      if (relation === 'partner-coach') {
        return [{ term: words.partner, value: <ActorText of={holder} /> }]
      }
      if (relation !== 'substitute' || !absence || absence.endsOn < dayOf(new Date())) return []
      const value = (
        <>
          <ActorText of={holder} />, <Period from={absence.startsOn} until={absence.endsOn} />
        </>
      )
      return [{ term: words.substitute, value }]
    })
}
