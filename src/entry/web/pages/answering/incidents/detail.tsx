import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  Card,
  Columns,
  DescriptionList,
  EmptyState,
  LinkButton,
  Moment,
  Notice,
  PageHeader,
  Quotation,
  Section,
  Stack,
  Steps,
  useView,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { hoursLook } from '#entry/web/pages/answering/badge-look.ts'
import type { Text } from '#kernel/language.ts'
import { type IncidentCase, INCIDENTS, readCase } from './case.ts'
import { Closing, Letters } from './ending.tsx'
import { NATURE_WORDS, SEVERITY_LOOKS, STATE_LOOKS, STEPS, stepOf, YES_NO } from './words.ts'

const words = {
  incidents: { nl: 'Incidenten', en: 'Incidents' },
  incident: { nl: 'Incident {number}', en: 'Incident {number}' },
  steps: { nl: 'Stappen', en: 'Steps' },
  left: { nl: 'De 72 uur', en: 'The 72 hours' },
  leftWhy: {
    nl: 'Binnen deze tijd moet besloten zijn of u het incident meldt, en is een melding gedaan.',
    en: 'Within this time it must be decided whether you notify the incident, and a notification made.',
  },
  report: { nl: 'De melding', en: 'The report' },
  facts: { nl: 'Gegevens', en: 'Details' },
  number: { nl: 'Nummer', en: 'Number' },
  discovered: { nl: 'Ontdekt', en: 'Discovered' },
  reported: { nl: 'Gemeld', en: 'Reported' },
  by: { nl: 'Door', en: 'By' },
  assessment: { nl: 'Hoe erg het is', en: 'How bad it is' },
  assess: { nl: 'Beoordelen', en: 'Assess' },
  assessAgain: { nl: 'Opnieuw beoordelen', en: 'Assess again' },
  notAssessed: { nl: 'Nog niet beoordeeld', en: 'Not assessed yet' },
  notAssessedWhy: {
    nl: 'Begin hier: hoe erg is het, wie raakt het, en wat is er al gedaan?',
    en: 'Begin here: how bad is it, whom does it affect, and what was done already?',
  },
  severity: { nl: 'Ernst', en: 'Severity' },
  nature: { nl: 'Wat er gebeurde', en: 'What happened' },
  affected: { nl: 'Hoeveel mensen ongeveer', en: 'About how many people' },
  who: { nl: 'Wie', en: 'Who' },
  data: { nl: 'Welke gegevens', en: 'Which data' },
  consequences: { nl: 'Gevolgen', en: 'Consequences' },
  measures: { nl: 'Wat er is gedaan', en: 'What was done' },
  decision: { nl: 'Besluit over melden', en: 'Decision on notifying' },
  decide: { nl: 'Besluiten', en: 'Decide' },
  decideAgain: { nl: 'Opnieuw besluiten', en: 'Decide again' },
  undecided: { nl: 'Nog niet besloten', en: 'Not decided yet' },
  toAuthority: { nl: 'Aan de Autoriteit Persoonsgegevens', en: 'To the Dutch authority' },
  toPersons: { nl: 'Aan betrokkenen', en: 'To the people concerned' },
  reasons: { nl: 'Waarom', en: 'Why' },
} satisfies Record<string, Text>

/** One incident, for those who handle it. */
export const incidentPage = page(`${INCIDENTS}/:id`, {
  read: readCase,
  view: (own, door) => {
    const { incident } = own
    const title = words.incident[door.language].replace('{number}', incident.number)
    return (
      <Screen door={door} title={title}>
        <PageHeader
          title={title}
          status={<Badge {...STATE_LOOKS[incident.state]} />}
          breadcrumbs={[{ label: words.incidents, href: INCIDENTS }]}
        />
        <Steps label={words.steps} steps={STEPS} current={stepOf(incident)} />
        <Columns shape="main">
          <Stack gap="large">
            {incident.counts && <Clock own={own} />}
            <Section title={words.report}>
              <Quotation
                by={
                  <>
                    {incident.reportedBy}, <Moment at={incident.reportedAt} />
                  </>
                }
                text={incident.what}
              />
            </Section>
            <Assessment own={own} />
            <Decision own={own} />
            <Letters own={own} />
            <Closing own={own} />
          </Stack>
          <Card title={words.facts} level={2}>
            <DescriptionList
              narrow
              items={[
                { term: words.number, value: incident.number },
                { term: words.discovered, value: <Moment at={incident.discoveredAt} /> },
                { term: words.reported, value: <Moment at={incident.reportedAt} /> },
                { term: words.by, value: incident.reportedBy },
                {
                  term: words.severity,
                  value: incident.severity && <Badge {...SEVERITY_LOOKS[incident.severity]} />,
                },
              ]}
            />
          </Card>
        </Columns>
      </Screen>
    )
  },
})

function Clock({ own: { incident } }: { own: IncidentCase }): JSX.Element {
  const { language } = useView()
  const { label, tone } = hoursLook(incident.hoursLeft, language)
  return (
    <Notice tone={tone} title={label}>
      <Words of={words.leftWhy} />
    </Notice>
  )
}

function Assessment({ own }: { own: IncidentCase }): JSX.Element {
  const { assessments, incident, path, said } = own
  const [newest] = assessments
  const open = incident.state !== 'closed'
  return (
    <Section
      title={words.assessment}
      action={
        open && (
          <LinkButton
            href={`${path}/beoordelen`}
            label={newest ? words.assessAgain : words.assess}
            look={newest ? 'quiet' : 'primary'}
            icon="eye"
          />
        )
      }
    >
      {newest ? (
        <DescriptionList
          items={[
            { term: words.severity, value: <Badge {...SEVERITY_LOOKS[newest.severity]} /> },
            {
              term: words.nature,
              value: newest.nature.map((each) => (
                <p>
                  <Words of={NATURE_WORDS[each]} />
                </p>
              )),
            },
            { term: words.affected, value: String(newest.affected) },
            { term: words.who, value: newest.who },
            { term: words.data, value: said.list('categories', newest.data) },
            { term: words.consequences, value: <WrittenText text={newest.consequences} /> },
            { term: words.measures, value: <WrittenText text={newest.measures} /> },
            {
              term: words.by,
              value: (
                <>
                  {newest.assessedBy}, <Moment at={newest.assessedAt} />
                </>
              ),
            },
          ]}
        />
      ) : (
        <EmptyState title={words.notAssessed} lead={words.notAssessedWhy} icon="eye" />
      )}
    </Section>
  )
}

function Decision({ own }: { own: IncidentCase }): JSX.Element {
  const { assessments, decisions, incident, path } = own
  const [newest] = decisions
  const open = incident.state !== 'closed' && assessments.length > 0
  return (
    <Section
      title={words.decision}
      action={
        open && (
          <LinkButton
            href={`${path}/besluiten`}
            label={newest ? words.decideAgain : words.decide}
            look={newest ? 'quiet' : 'primary'}
            icon="check"
          />
        )
      }
    >
      {newest ? (
        <DescriptionList
          items={[
            { term: words.toAuthority, value: <YesNo of={newest.toAuthority} /> },
            { term: words.toPersons, value: <YesNo of={newest.toPersons} /> },
            { term: words.reasons, value: <WrittenText text={newest.reasons} /> },
            {
              term: words.by,
              value: (
                <>
                  {newest.decidedBy}, <Moment at={newest.decidedAt} />
                </>
              ),
            },
          ]}
        />
      ) : (
        <EmptyState title={words.undecided} icon="clock" />
      )}
    </Section>
  )
}

function YesNo({ of }: { of: boolean }): JSX.Element {
  return <Words of={of ? YES_NO.yes : YES_NO.no} />
}
