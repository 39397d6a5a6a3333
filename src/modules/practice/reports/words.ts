import type { Text } from '#kernel/language.ts'
import type { Report, ReportLine } from './report.ts'

export const REPORT_TITLES: Readonly<Record<Report, Text>> = {
  caseload: { nl: 'Cliënten', en: 'Caseload' },
  terms: { nl: 'Termijnen', en: 'Terms' },
  outcomes: { nl: 'Resultaten', en: 'Outcomes' },
  hours: { nl: 'Uren', en: 'Hours' },
  income: { nl: 'Omzet', en: 'Income' },
}

export const LINE_TITLES: Readonly<Record<ReportLine, Text>> = {
  coach: { nl: 'Coach', en: 'Coach' },
  service: { nl: 'Dienst', en: 'Service' },
  principal: { nl: 'Opdrachtgever', en: 'Principal' },
  month: { nl: 'Maand', en: 'Month' },
  sort: { nl: 'Wat', en: 'What' },
}

export const MEASURE_TITLES: Readonly<Record<string, Text>> = {
  started: { nl: 'Begonnen', en: 'Started' },
  running: {
    nl: 'Lopend aan het eind, op vijf naar beneden afgerond',
    en: 'Running at the end, rounded down to fives',
  },
  ended: { nl: 'Afgesloten', en: 'Ended' },
  'in-time': { nl: 'Op tijd', en: 'In time' },
  late: { nl: 'Te laat', en: 'Late' },
  open: { nl: 'Nog open', en: 'Still open' },
  overdue: { nl: 'Over de termijn', en: 'Overdue' },
  completed: { nl: 'Afgerond', en: 'Completed' },
  'stopped-by-client': { nl: 'Gestopt door cliënt', en: 'Stopped by client' },
  'stopped-by-principal': { nl: 'Gestopt door opdrachtgever', en: 'Stopped by principal' },
  other: { nl: 'Anders', en: 'Other' },
  billable: { nl: 'Declarabel', en: 'Billable' },
  'not-billable': { nl: 'Niet declarabel', en: 'Not billable' },
  invoiced: { nl: 'Gefactureerd (€)', en: 'Invoiced (€)' },
  credited: { nl: 'Gecrediteerd (€)', en: 'Credited (€)' },
}

/** Labels that are words rather than names. */
export const LABEL_TITLES: Readonly<Record<string, Text>> = {
  '-': { nl: 'Cliënten die zelf betalen', en: 'Clients who pay themselves' },
  requests: { nl: 'Verzoeken over gegevens', en: 'Requests about data' },
  complaints: { nl: 'Klachten', en: 'Complaints' },
  gatekeeper: { nl: 'Stappen van de Wet verbetering poortwachter', en: 'Gatekeeper steps' },
  retention: { nl: 'Dossiers die weg moeten', en: 'Dossiers that must go' },
}

export const REPORT_TEXTS = {
  hidden: { nl: 'niet getoond', en: 'not shown' },
} satisfies Record<string, Text>

/** What the reports refuse. */
export const REPORT_ERRORS = {
  REPORT_PERIOD: {
    nl: 'Een rapport gaat over hele kwartalen. Kies een jaar of een kwartaal.',
    en: 'A report covers whole quarters. Choose a year or a quarter.',
  },
} as const satisfies Record<string, Text>
