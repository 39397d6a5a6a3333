import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  BarChart,
  Clause,
  Layout,
  Moment,
  PageHeader,
  type ProseBlock,
  Prose,
  PublicLayout,
  Section,
  Stack,
  Stat,
  Stats,
  ActionForm,
  Words,
} from '#entry/web/components/index.ts'
import type { GalleryFrame } from './frame.ts'

const CHECKED = new Date('2026-11-23T05:02:00Z')

function checkedAt(): JSX.Element {
  return (
    <>
      <Words of={{ nl: 'Nagegaan op', en: 'Checked on' }} /> <Moment at={CHECKED} />
    </>
  )
}

/** Every promise at a glance, for the officer. */
export function PromisesSheet({ frame }: GalleryFrame): JSX.Element {
  return (
    <Layout frame={frame} title={{ nl: 'Beloften', en: 'Promises' }}>
      <PageHeader
        title={{ nl: 'Beloften', en: 'Promises' }}
        lead={{
          nl: 'Elke zin uit de privacyverklaring, en of wij ons eraan houden.',
          en: 'Every sentence of the privacy statement, and whether we keep it.',
        }}
        action={
          <ActionForm
            action="/galerij/promises"
            label={{ nl: 'Nu opnieuw nagaan', en: 'Check again now' }}
          />
        }
      />
      <Stack gap="large">
        <Stats>
          <Stat
            label={{ nl: 'nagekomen', en: 'kept' }}
            value={14}
            icon="circleCheck"
            tone="success"
          />
          <Stat
            label={{ nl: 'niet nagekomen', en: 'broken' }}
            value={1}
            icon="circleCross"
            tone="error"
            href="#rei-14"
          />
          <Stat label={{ nl: 'organisatorisch', en: 'organisational' }} value={2} />
          <Stat
            label={{ nl: 'nagekeken dossiers', en: 'dossiers looked at' }}
            value={1204}
            detail={{ nl: 'vandaag', en: 'today' }}
          />
        </Stats>
        <Section title={{ nl: 'Delen', en: 'Disclosing' }}>
          <Clauses />
        </Section>
        <BarChart
          title={{ nl: 'Openingen per activiteit, deze maand', en: 'Openings this month' }}
          columns={[
            { nl: 'Activiteit', en: 'Activity' },
            { nl: 'Openingen', en: 'Openings' },
          ]}
          bars={[
            { label: { nl: 'Begeleiden naar werk', en: 'Coaching' }, value: 1204 },
            { label: { nl: 'Waarnemen', en: 'Standing in' }, value: 86 },
            { label: { nl: 'Inzage door de cliënt', en: 'Reading by the client' }, value: 412 },
          ]}
        />
      </Stack>
    </Layout>
  )
}

function Clauses(): JSX.Element {
  return (
    <>
      <Clause
        id="rei-14"
        state="broken"
        says={{
          nl: 'Resultaten, samenvattingen en adviezen gaan pas naar uw opdrachtgever als u daar toestemming voor geeft.',
          en: 'Results, summaries and advice go to your principal only after your consent.',
        }}
        wrong={[
          {
            nl: '1 van de 37 gedeelde documenten heeft geen geldige toestemming meer.',
            en: '1 of the 37 disclosed documents has no valid consent any more.',
          },
        ]}
        facts={[checkedAt()]}
        href="?"
      />
      <Clause
        id="rei-16"
        state="kept"
        says={{
          nl: 'Uw digitale dossier bewaren wij vijf jaar na het einde van uw traject.',
          en: 'We keep your digital dossier for five years after your trajectory ends.',
        }}
        facts={[checkedAt(), <Words of={{ nl: '1.204 dossiers', en: '1,204 dossiers' }} />]}
        href="?"
      />
      <Clause
        id="rei-08"
        state="organisational"
        says={{
          nl: 'Buiten gesprekken liggen papieren dossiers achter slot.',
          en: 'Outside consults paper files are locked away.',
        }}
        facts={[
          <Words
            of={{
              nl: 'Laatst bevestigd op 3 november 2026',
              en: 'Last confirmed on 3 November 2026',
            }}
          />,
        ]}
      />
      <Clause
        id="rei-18"
        state="no-mechanism"
        says={{
          nl: 'Een klacht behandelen wij binnen vier weken.',
          en: 'We handle a complaint within four weeks.',
        }}
      />
    </>
  )
}

const plain = (text: string) => ({ kind: 'plain' as const, text })

const STATEMENT: readonly ProseBlock[] = [
  { kind: 'heading', level: 2, anchor: 'bewaren', runs: [{ content: [plain('Bewaren')] }] },
  {
    kind: 'paragraph',
    runs: [
      { content: [plain('Wij bewaren niet meer dan nodig is. ')] },
      {
        clause: 'rei-16',
        begins: true,
        content: [
          plain('Uw digitale dossier bewaren wij '),
          { kind: 'quote', content: [plain('vijf jaar')] },
          plain(' na het einde van uw traject.'),
        ],
      },
    ],
  },
  { kind: 'heading', level: 2, anchor: 'delen', runs: [{ content: [plain('Delen')] }] },
  {
    kind: 'paragraph',
    runs: [
      {
        clause: 'rei-14',
        begins: true,
        content: [
          plain('Een samenvatting gaat '),
          { kind: 'strong', content: [plain('alleen met uw toestemming')] },
          plain(' naar uw opdrachtgever.'),
        ],
      },
    ],
  },
  { kind: 'paragraph', runs: [{ content: [plain('U hebt altijd recht op:')] }] },
  {
    kind: 'list',
    ordered: false,
    items: [
      [{ content: [plain('inzage in wat wij van u weten;')] }],
      [
        {
          content: [
            plain('hulp van onze '),
            {
              kind: 'link',
              href: 'mailto:fg@example.org',
              content: [plain('privacyfunctionaris')],
            },
            plain('.'),
          ],
        },
      ],
    ],
  },
]

/** The statement as everyone can read it. */
export function StatementSheet({ frame }: GalleryFrame): JSX.Element {
  const { account: _signedIn, ...visitor } = frame
  return (
    <PublicLayout
      frame={{ ...visitor, sections: [], signInHref: '/galerij/sign-in' }}
      title={{ nl: 'Privacyverklaring', en: 'Privacy statement' }}
      width="narrow"
    >
      <PageHeader
        title={{ nl: 'Privacyverklaring', en: 'Privacy statement' }}
        lead={{ nl: 'Versie 4, geldig vanaf 1 december 2026', en: 'Version 4' }}
      />
      <Prose
        blocks={STATEMENT}
        clauses={{
          'rei-16': { state: 'kept', href: '/galerij/promises#rei-16' },
          'rei-14': { state: 'broken', href: '/galerij/promises#rei-14' },
        }}
      />
    </PublicLayout>
  )
}
