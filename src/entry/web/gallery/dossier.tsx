import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Card,
  Columns,
  DateText,
  DescriptionList,
  FileLink,
  Layout,
  LinkButton,
  Moment,
  Notice,
  PageHeader,
  Panel,
  Period,
  Quotation,
  Section,
  Stack,
  StatusBadge,
  Steps,
  Tabs,
  Timeline,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { GalleryFrame } from './frame.ts'

const WHEN = new Date('2026-11-23T13:30:00Z')

/** A dossier as its coach opened it. */
export function DossierSheet({ frame }: GalleryFrame): JSX.Element {
  return (
    <Layout frame={frame} title="Sanne de Wit">
      <PageHeader
        title="Sanne de Wit"
        status={<StatusBadge status="active" />}
        lead={{
          nl: 'Re-integratie tweede spoor, sinds 3 maart 2026',
          en: 'Re-integration, second track, since 3 March 2026',
        }}
        breadcrumbs={[{ label: { nl: 'Cliënten', en: 'Clients' }, href: '/galerij/caseload' }]}
        action={
          <LinkButton
            href="/galerij/form"
            icon="pencil"
            label={{ nl: 'Samenvatting schrijven', en: 'Write a summary' }}
          />
        }
      />
      <Tabs
        label={{ nl: 'Onderdelen van het dossier', en: 'Parts of the dossier' }}
        tabs={[
          { label: { nl: 'Overzicht', en: 'Overview' }, href: '?', current: true },
          { label: { nl: 'Gesprekken', en: 'Consults' }, href: '?', count: 12 },
          { label: { nl: 'Documenten', en: 'Documents' }, href: '?', count: 4 },
          { label: { nl: 'Delen', en: 'Disclosures' }, href: '?' },
          { label: { nl: 'Wie keek', en: 'Who looked' }, href: '?' },
        ]}
      />
      <Columns shape="main">
        <Stack gap="large">
          <Notice
            tone="warning"
            title={{
              nl: 'Sanne is het niet eens met een samenvatting',
              en: 'Sanne disputes a summary',
            }}
            action={<LinkButton href="?" look="plain" size="small" label={READ} />}
          >
            <p>
              <Words of={DISPUTE} />
            </p>
          </Notice>
          <Summaries />
          <Section title={{ nl: 'Wat er gebeurde', en: 'What happened' }}>
            <Timeline entries={EVENTS} />
          </Section>
        </Stack>
        <Facts />
      </Columns>
    </Layout>
  )
}

const READ = { nl: 'Lees haar reactie', en: 'Read her reply' }
const DISPUTE = {
  nl: 'Zolang u het samen niet eens bent, kan deze samenvatting met niemand gedeeld worden.',
  en: 'As long as you do not agree, this summary cannot be disclosed to anyone.',
}

function Summaries(): JSX.Element {
  return (
    <Section
      title={{ nl: 'Gespreksverslagen', en: 'Summaries' }}
      action={
        <a href="?">
          <Words of={{ nl: 'Alle samenvattingen', en: 'All summaries' }} />
        </a>
      }
    >
      <Stack>
        <Card
          title={{ nl: 'Gesprek van 16 november 2026', en: 'Consult of 16 November 2026' }}
          status={<StatusBadge status="disputed" />}
          meta={
            <>
              Noor Hendriks, <Moment at={WHEN} />
            </>
          }
          actions={
            <>
              <LinkButton href="?" label={{ nl: 'Aanpassen', en: 'Change' }} />
              <ActionForm
                action="/galerij/dossier"
                look="plain"
                label={{ nl: 'Opnieuw versturen', en: 'Send again' }}
              />
            </>
          }
        >
          <Steps
            label={{ nl: 'Stappen van deze samenvatting', en: 'Steps of this summary' }}
            steps={[
              { nl: 'Geschreven', en: 'Written' },
              { nl: 'Verstuurd', en: 'Sent' },
              { nl: 'Akkoord van cliënt', en: 'Approved by client' },
            ]}
            current={2}
          />
          <WrittenText
            text={
              'Sanne vertelt dat de proefplaatsing bij het tuincentrum goed bevalt.\n\n' +
              'Zij wil haar uren uitbreiden van 12 naar 16 per week. We bespreken wat daarvoor nodig is.'
            }
          />
          <Quotation
            by={
              <>
                Sanne de Wit, <DateText day="2026-11-18" />
              </>
            }
            text="Ik heb gezegd dat ik 14 uur wil proberen, niet 16."
          />
        </Card>
        <Card
          title={{ nl: 'Gesprek van 2 november 2026', en: 'Consult of 2 November 2026' }}
          status={<StatusBadge status="approved" />}
          href="/galerij/dossier"
          meta="Noor Hendriks"
        >
          <WrittenText text="Voortgang van de proefplaatsing en afspraken voor de komende weken." />
        </Card>
      </Stack>
    </Section>
  )
}

const EVENTS = [
  {
    at: WHEN,
    icon: 'eye' as const,
    says: { nl: 'Noor Hendriks opende het dossier.', en: 'Noor Hendriks opened the dossier.' },
    detail: <Words of={{ nl: 'Voor begeleiding naar werk', en: 'For guidance towards work' }} />,
  },
  {
    at: new Date('2026-11-18T08:05:00Z'),
    icon: 'speech' as const,
    says: {
      nl: 'Sanne de Wit gaf aan dat de samenvatting van 16 november niet klopt.',
      en: 'Sanne de Wit said that the summary of 16 November is not right.',
    },
  },
  {
    at: new Date('2026-11-16T16:40:00Z'),
    icon: 'send' as const,
    says: {
      nl: 'Noor Hendriks stuurde de samenvatting van 16 november naar Sanne de Wit.',
      en: 'Noor Hendriks sent the summary of 16 November to Sanne de Wit.',
    },
  },
]

function Facts(): JSX.Element {
  return (
    <Stack>
      <Panel title={{ nl: 'Gegevens', en: 'Details' }}>
        <DescriptionList
          narrow
          items={[
            { term: { nl: 'Geboren', en: 'Born' }, value: <DateText day="1984-05-09" /> },
            { term: { nl: 'E-mail', en: 'Email' }, value: 'sanne.dewit@example.org' },
            { term: { nl: 'Telefoon', en: 'Phone' }, value: undefined },
            { term: { nl: 'Opdrachtgever', en: 'Principal' }, value: 'Kwekerij Het Veerhuis' },
            {
              term: { nl: 'Traject', en: 'Trajectory' },
              value: <Period from="2026-03-03" until="2027-03-02" />,
            },
          ]}
        />
      </Panel>
      <Panel title={{ nl: 'Laatste documenten', en: 'Latest documents' }}>
        <FileLink href="?" name="Plan van aanpak" kind="PDF" bytes={248_000} />
        <FileLink href="?" name="Functionelemogelijkhedenlijst" kind="PDF" bytes={1_240_000} />
      </Panel>
    </Stack>
  )
}
