import type { Group } from './menu-entry.ts'
import { FINANCE_GROUP } from './finance-menu.ts'
import { REGISTRY_GROUPS } from './registry-menu.ts'

/** Stands in place of an activity for whoever has none. */
export const NOTHING_ELSE = 'nothing-else'
const SUBSTITUTION = 'substitution'

/** Every page of the menu, in its order. */
export const GROUPS: readonly Group[] = [
  {
    label: { nl: 'Mijn', en: 'Mine' },
    row: true,
    entries: [
      {
        label: { nl: 'Mijn dossiers', en: 'My dossiers' },
        href: '/mijn',
        for: ['self-service'],
        unless: 'self-enrolment',
      },
      {
        label: { nl: 'Mijn opleidingen', en: 'My programmes' },
        href: '/mijn',
        for: ['self-service', 'self-enrolment'],
        needs: 'self-enrolment',
      },
      {
        label: { nl: 'Mijn diploma’s', en: 'My diplomas' },
        href: '/mijn/diplomas',
        for: ['self-service'],
        needs: 'diplomas',
      },
      {
        label: { nl: 'Mijn portfolio', en: 'My portfolio' },
        href: '/mijn/portfolio',
        for: ['self-service'],
        needs: 'portfolio',
      },
      {
        label: { nl: 'Onderzoek', en: 'Research' },
        href: '/mijn/onderzoek',
        for: ['self-service'],
        needs: 'surveys',
      },
      {
        label: { nl: 'Mijn rechten', en: 'My rights' },
        href: '/mijn/rechten',
        for: ['self-service', NOTHING_ELSE],
      },
      {
        label: { nl: 'Alles over mij', en: 'Everything on me' },
        href: '/mijn/alles',
        for: ['self-service'],
        needs: 'subject-access',
      },
      {
        label: { nl: 'Klachten', en: 'Complaints' },
        href: '/mijn/klachten',
        for: ['self-service'],
      },
      {
        label: { nl: 'Als wij stoppen', en: 'If we stop' },
        href: '/mijn/einde',
        for: ['self-service'],
        needs: 'succession',
      },
      {
        label: { nl: 'Uw facturen', en: 'Your invoices' },
        href: '/facturen',
        for: ['invoice-access'],
      },
    ],
  },
  {
    label: { nl: 'Werk', en: 'Work' },
    entries: [
      {
        label: { nl: 'Cliënten', en: 'Clients' },
        href: '/werk',
        for: ['coaching', 'substitution', 'intake'],
      },
      {
        label: { nl: 'Agenda', en: 'Calendar' },
        href: '/werk/agenda',
        for: ['coaching', 'substitution'],
      },
      { label: { nl: 'Planning', en: 'Planning' }, href: '/werk/planning', for: ['planning'] },
      { label: { nl: 'Nieuwe cliënt', en: 'New client' }, href: '/werk/nieuw', for: ['intake'] },
      {
        label: { nl: 'Cliëntenlijst inlezen', en: 'Import a client list' },
        href: '/werk/inlezen',
        for: ['intake'],
      },
      {
        label: { nl: 'Mijn uren', en: 'My hours' },
        href: '/werk/uren',
        for: ['coaching'],
        needs: 'hours',
      },
      {
        label: { nl: 'Postbak', en: 'Tray of mail' },
        href: '/werk/post',
        for: ['coaching'],
        needs: 'correspondence',
      },
      {
        label: { nl: 'Papieren dossiers', en: 'Paper files' },
        href: '/werk/papier',
        for: ['coaching'],
        needs: 'paper-file',
      },
      {
        label: { nl: 'Afwezigheid', en: 'Absence' },
        href: '/werk/afwezigheid',
        for: ['coaching'],
        needs: SUBSTITUTION,
      },
      {
        label: { nl: 'Toetsing', en: 'Peer review' },
        href: '/werk/toetsing',
        for: ['peer-review'],
      },
      {
        label: { nl: 'Overdrachten', en: 'Hand-overs' },
        href: '/werk/overdrachten',
        for: ['intake'],
      },
      {
        label: { nl: 'Opvolging', en: 'Succession' },
        href: '/werk/opvolging',
        for: ['succession'],
      },
      {
        label: { nl: 'Opdrachtgevers', en: 'Principals' },
        href: '/werk/opdrachtgevers',
        for: ['relation-management'],
      },
      {
        label: { nl: 'Rapportages in aantallen', en: 'Reports in numbers' },
        href: '/werk/opdrachtgevers/rapportages',
        for: ['relation-management'],
      },
      { label: { nl: 'Rapporten', en: 'Reports' }, href: '/werk/rapporten', for: ['reporting'] },
      {
        label: { nl: 'Alle overdrachten', en: 'All hand-overs' },
        href: '/werk/opdrachtgevers/overdrachten',
        for: ['relation-management'],
      },
      {
        label: { nl: 'Sjablonen', en: 'Templates' },
        href: '/werk/sjablonen',
        for: ['template-keeping'],
      },
    ],
  },
  ...REGISTRY_GROUPS,
  FINANCE_GROUP,
  {
    label: { nl: 'Vrijgegeven', en: 'Released' },
    row: true,
    entries: [
      {
        label: { nl: 'Documenten', en: 'Documents' },
        href: '/opdrachtgever',
        for: ['accountability'],
      },
      {
        label: { nl: 'Rapportages', en: 'Reports' },
        href: '/opdrachtgever/rapportages',
        for: ['accountability'],
      },
    ],
  },
  {
    label: { nl: 'Privacy', en: 'Privacy' },
    entries: [
      { label: { nl: 'Beloften', en: 'Promises' }, href: '/privacy', for: ['oversight'] },
      {
        label: { nl: 'Verklaring', en: 'Statement' },
        href: '/privacy/verklaring',
        for: ['oversight'],
      },
      {
        label: { nl: 'Verklaring wijzigen', en: 'Change the statement' },
        href: '/privacy/studio',
        for: ['statement-drafting', 'statement-approval'],
      },
      {
        label: { nl: 'Register', en: 'Register' },
        href: '/privacy/register',
        for: ['register-keeping'],
      },
      {
        label: { nl: 'Verwerkers', en: 'Processors' },
        href: '/privacy/verwerkers',
        for: ['register-keeping'],
      },
      {
        label: { nl: 'Ontvangers', en: 'Recipients' },
        href: '/privacy/ontvangers',
        for: ['oversight'],
      },
      {
        label: { nl: 'Beoordelingen', en: 'Assessments' },
        href: '/privacy/beoordelingen',
        for: ['register-keeping'],
      },
    ],
  },
  {
    label: { nl: 'Behandelen', en: 'Cases' },
    entries: [
      {
        label: { nl: 'Verzoeken', en: 'Requests' },
        href: '/privacy/verzoeken',
        for: ['request-handling'],
      },
      {
        label: { nl: 'Klachten', en: 'Complaints' },
        href: '/privacy/klachten',
        for: ['complaint-handling'],
      },
      {
        label: { nl: 'Incidenten', en: 'Incidents' },
        href: '/privacy/incidenten',
        for: ['incident-handling'],
      },
      {
        label: { nl: 'Vorderingen', en: 'Demands' },
        href: '/privacy/vorderingen',
        for: ['legal-disclosure'],
      },
    ],
  },
  {
    label: { nl: 'Toezicht', en: 'Oversight' },
    entries: [
      { label: { nl: 'Logboek', en: 'Ledger' }, href: '/privacy/logboek', for: ['oversight'] },
      { label: { nl: 'Toegang', en: 'Access' }, href: '/privacy/toegang', for: ['oversight'] },
      {
        label: { nl: 'Toegang nakijken', en: 'Review of access' },
        href: '/privacy/nakijken',
        for: ['access-review'],
      },
      { label: { nl: 'Bewaren', en: 'Retention' }, href: '/privacy/bewaren', for: ['retention'] },
      {
        label: { nl: 'Einde van de praktijk', en: 'End of the practice' },
        href: '/einde',
        for: ['practice-ending'],
      },
      {
        label: { nl: 'Reservekopieën', en: 'Backups' },
        href: '/privacy/reservekopieen',
        for: ['oversight'],
      },
    ],
  },
  {
    label: { nl: 'Beheer', en: 'Administration' },
    entries: [
      { label: { nl: 'Medewerkers', en: 'Staff' }, href: '/beheer', for: ['administration'] },
      {
        label: { nl: 'Uitnodigingen', en: 'Invitations' },
        href: '/beheer/uitnodigingen',
        for: ['administration'],
      },
      {
        label: { nl: 'Partijen', en: 'Parties' },
        href: '/beheer/partijen',
        for: ['administration'],
      },
      {
        label: { nl: 'Bezoekcijfers', en: 'Visitor figures' },
        href: '/bezoekcijfers',
        for: ['page-statistics'],
      },
      {
        label: { nl: 'Afwezigheid', en: 'Absence' },
        href: '/beheer/afwezigheid',
        for: ['administration'],
        needs: SUBSTITUTION,
      },
    ],
  },
  {
    label: { nl: 'Incident melden', en: 'Report an incident' },
    entries: [
      {
        label: { nl: 'Incident melden', en: 'Report an incident' },
        href: '/incident',
        for: ['incident-reporting'],
      },
    ],
  },
]
