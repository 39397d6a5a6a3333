import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Badge,
  Card,
  Columns,
  DateText,
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
import { daysLook } from '#entry/web/pages/answering/badge-look.ts'
import type { Text } from '#kernel/language.ts'
import { COMPLAINTS, type ComplaintCase, readCase } from './case.ts'
import { NEAR_DAYS } from './list.tsx'
import { CHANNELS, OUTCOMES, stateLook, STEPS, stepOf, WAYS } from './words.ts'

const words = {
  complaints: { nl: 'Klachten', en: 'Complaints' },
  steps: { nl: 'Stappen', en: 'Steps' },
  facts: { nl: 'Gegevens', en: 'Details' },
  number: { nl: 'Nummer', en: 'Number' },
  channel: { nl: 'Binnengekomen via', en: 'Came by' },
  received: { nl: 'Ontvangen', en: 'Received' },
  due: { nl: 'Uitkomst uiterlijk', en: 'Outcome by' },
  name: { nl: 'Van', en: 'From' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  address: { nl: 'Postadres', en: 'Postal address' },
  acknowledged: { nl: 'Ontvangst bevestigd', en: 'Acknowledged' },
  complaint: { nl: 'De klacht', en: 'The complaint' },
  wish: { nl: 'Wat de klacht zou oplossen', en: 'What would settle it' },
  about: { nl: 'Over wie', en: 'About whom' },
  aboutWhy: {
    nl: 'Zij zien deze klacht niet, welke functie zij ook hebben.',
    en: 'They do not see this complaint, whatever their function.',
  },
  aboutNobody: {
    nl: 'Er is niemand genoemd. Gaat de klacht over iemand die hier werkt, leg dat dan eerst vast.',
    en: 'Nobody was named. If it is about somebody who works here, record that first.',
  },
  addSubject: { nl: 'Iemand noemen', en: 'Name somebody' },
  removeSubject: { nl: 'Toch niet', en: 'Not so' },
  heard: { nl: 'Hoor en wederhoor', en: 'Both sides' },
  heardWhy: {
    nl: 'Wat beide kanten zeiden. Een uitkomst kan pas als ieder gehoord is, of liet weten dat niet te willen.',
    en: 'What both sides said. There is no outcome before each was heard, or said not to want that.',
  },
  hear: { nl: 'Vastleggen wat iemand zei', en: 'Record what somebody said' },
  nobodyHeard: { nl: 'Nog niemand is gehoord', en: 'Nobody was heard yet' },
  complainant: { nl: 'Wie klaagt', en: 'Who complains' },
  subject: { nl: 'Over wie het gaat', en: 'Whom it is about' },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  decide: { nl: 'Uitkomst vaststellen', en: 'Decide on the outcome' },
  reasons: { nl: 'Redenen', en: 'Reasons' },
  measures: { nl: 'Wat wij doen', en: 'What we do' },
  by: { nl: 'Vastgesteld door', en: 'Decided by' },
  letters: { nl: 'Brieven', en: 'Letters' },
  arrival: { nl: 'Ontvangstbevestiging', en: 'Acknowledgement' },
  outcomeLetter: { nl: 'Brief met de uitkomst', en: 'Letter with the outcome' },
  unacknowledged: {
    nl: 'Er is geen e-mailadres. Stuur de ontvangstbevestiging per brief en leg dat hier vast.',
    en: 'There is no e-mail address. Send the acknowledgement by letter and record that here.',
  },
  sent: { nl: 'De brief is verstuurd', en: 'The letter was sent' },
} satisfies Record<string, Text>

/** One complaint, for those who handle it. */
export const complaintPage = page(`${COMPLAINTS}/:id`, {
  read: readCase,
  view: (own, door) => {
    const { complaint } = own
    return (
      <Screen door={door} title={complaint.subject}>
        <PageHeader
          title={complaint.subject}
          status={<Badge {...stateLook(complaint)} />}
          breadcrumbs={[{ label: words.complaints, href: COMPLAINTS }]}
        />
        <Steps label={words.steps} steps={STEPS} current={stepOf(complaint)} />
        <Columns shape="main">
          <Stack gap="large">
            {complaint.acknowledgedAt === null && complaint.state !== 'decided' && (
              <Unacknowledged own={own} />
            )}
            <Section title={words.complaint}>
              <Stack>
                <Quotation
                  by={
                    <>
                      {complaint.name}, <DateText day={complaint.receivedOn} />
                    </>
                  }
                  text={complaint.words}
                />
                {complaint.wish !== '' && (
                  <Card title={words.wish}>
                    <WrittenText text={complaint.wish} />
                  </Card>
                )}
              </Stack>
            </Section>
            <Subjects own={own} />
            <Hearings own={own} />
            <Outcome own={own} />
          </Stack>
          <Facts own={own} />
        </Columns>
      </Screen>
    )
  },
})

function Unacknowledged({ own }: { own: ComplaintCase }): JSX.Element {
  const { path } = own
  return (
    <Notice
      tone="warning"
      action={
        <>
          <LinkButton
            href={`${path}/ontvangst.pdf`}
            label={words.arrival}
            look="plain"
            icon="print"
          />
          <ActionForm action={`${path}/bevestigd`} label={words.sent} icon="check" />
        </>
      }
    >
      <Words of={words.unacknowledged} />
    </Notice>
  )
}

function Facts({ own }: { own: ComplaintCase }): JSX.Element {
  const { complaint, path } = own
  const { language } = useView()
  const open = complaint.state !== 'decided'
  return (
    <Stack>
      <Card title={words.facts} level={2}>
        <DescriptionList
          narrow
          items={[
            { term: words.number, value: complaint.number },
            { term: words.name, value: complaint.name },
            { term: words.email, value: complaint.email },
            { term: words.address, value: complaint.address },
            { term: words.channel, value: <Words of={CHANNELS[complaint.channel]} /> },
            { term: words.received, value: <DateText day={complaint.receivedOn} /> },
            {
              term: words.acknowledged,
              value: complaint.acknowledgedAt && <DateText day={complaint.acknowledgedAt} />,
            },
            {
              term: words.due,
              value: (
                <>
                  <DateText day={complaint.dueOn} />{' '}
                  {open && <Badge {...daysLook(complaint.daysLeft, NEAR_DAYS, language)} />}
                </>
              ),
            },
          ]}
        />
      </Card>
      <Card title={words.letters} level={2}>
        <LinkButton
          href={`${path}/ontvangst.pdf`}
          label={words.arrival}
          look="quiet"
          icon="download"
        />
        {!open && (
          <LinkButton
            href={`${path}/uitkomst.pdf`}
            label={words.outcomeLetter}
            look="quiet"
            icon="download"
          />
        )}
      </Card>
    </Stack>
  )
}

function Subjects({ own }: { own: ComplaintCase }): JSX.Element {
  const { complaint, subjects, path } = own
  const open = complaint.state !== 'decided'
  return (
    <Section
      title={words.about}
      lead={subjects.length > 0 ? words.aboutWhy : words.aboutNobody}
      action={
        open && (
          <LinkButton href={`${path}/over`} label={words.addSubject} look="plain" icon="person" />
        )
      }
    >
      <Stack gap="small">
        {subjects.map(({ accountId, name }) => (
          <Card
            title={name}
            actions={
              open && (
                <ActionForm
                  action={`${path}/over/${accountId}/weg`}
                  label={words.removeSubject}
                  look="quiet"
                  size="small"
                />
              )
            }
          />
        ))}
      </Stack>
    </Section>
  )
}

function Hearings({ own }: { own: ComplaintCase }): JSX.Element {
  const { complaint, hearings, path } = own
  return (
    <Section
      title={words.heard}
      lead={words.heardWhy}
      action={
        complaint.state !== 'decided' && (
          <LinkButton href={`${path}/horen`} label={words.hear} look="plain" icon="speech" />
        )
      }
    >
      <Stack>
        {hearings.length === 0 && <EmptyState title={words.nobodyHeard} icon="speech" />}
        {hearings.map(({ side, way, words: said, heardOn }) => (
          <Quotation
            by={
              <>
                <Words of={side === 'complainant' ? words.complainant : words.subject} />,{' '}
                <DateText day={heardOn} />, <Words of={WAYS[way] ?? way} />
              </>
            }
            text={said}
          />
        ))}
      </Stack>
    </Section>
  )
}

function Outcome({ own }: { own: ComplaintCase }): JSX.Element {
  const { complaint, path } = own
  const { outcome, decidedAt } = complaint
  if (outcome === null || decidedAt === null) {
    return (
      <Section title={words.outcome}>
        <LinkButton href={`${path}/uitkomst`} label={words.decide} icon="check" />
      </Section>
    )
  }
  return (
    <Section title={words.outcome}>
      <Card
        title={OUTCOMES[outcome]}
        meta={
          <>
            {complaint.decidedBy ?? complaint.name}, <Moment at={decidedAt} />
          </>
        }
      >
        <DescriptionList
          items={[
            { term: words.reasons, value: <WrittenText text={complaint.reasons ?? ''} /> },
            ...(complaint.measures
              ? [{ term: words.measures, value: <WrittenText text={complaint.measures} /> }]
              : []),
          ]}
        />
      </Card>
    </Section>
  )
}
