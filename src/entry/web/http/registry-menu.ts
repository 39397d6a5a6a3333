import type { Group } from './menu-entry.ts'

const INSTITUTION = ['verification']
const PROGRAMMES = ['programme-keeping']
const ACCREDITATIONS = { nl: 'Erkenningen', en: 'Accreditations' }
const SIGNALS = { nl: 'Signalen', en: 'Signals' }

/** What a register of training adds to the menu, for whoever keeps it and for institutions. */
export const REGISTRY_GROUPS: readonly Group[] = [
  {
    label: { nl: 'Instelling', en: 'Institution' },
    entries: [
      {
        label: { nl: 'Controles', en: 'Verifications' },
        href: '/instelling/controles',
        for: INSTITUTION,
      },
      {
        label: { nl: 'Studenten', en: 'Students' },
        href: '/instelling/studenten',
        for: INSTITUTION,
      },
      {
        label: { nl: 'Portfolio’s', en: 'Portfolios' },
        href: '/instelling/portfolios',
        for: INSTITUTION,
        needs: 'portfolio',
      },
      {
        label: SIGNALS,
        href: '/instelling/signalen',
        for: INSTITUTION,
        needs: 'signalling',
      },
      {
        label: ACCREDITATIONS,
        href: '/instelling/erkenningen',
        for: ['institution-keeping'],
      },
      {
        label: { nl: 'Collega’s', en: 'Colleagues' },
        href: '/instelling/collegas',
        for: ['institution-keeping'],
      },
    ],
  },
  {
    label: { nl: 'Register', en: 'Register' },
    entries: [
      {
        label: { nl: 'Inschrijvingen', en: 'Registrations' },
        href: '/register',
        for: ['registry-keeping'],
      },
      { label: { nl: 'Diploma’s', en: 'Diplomas' }, href: '/register/diplomas', for: ['diplomas'] },
      {
        label: { nl: 'Opleidingen', en: 'Programmes' },
        href: '/register/opleidingen',
        for: PROGRAMMES,
      },
      {
        label: { nl: 'Instellingen', en: 'Institutions' },
        href: '/register/instellingen',
        for: PROGRAMMES,
      },
      { label: ACCREDITATIONS, href: '/register/erkenningen', for: PROGRAMMES },
      {
        label: { nl: 'Enquêtes', en: 'Surveys' },
        href: '/register/enquetes',
        for: ['surveys'],
      },
      { label: { nl: 'Audits', en: 'Audits' }, href: '/register/audits', for: ['audit-planning'] },
      { label: SIGNALS, href: '/register/signalen', for: ['audit-planning'], needs: 'signalling' },
      {
        label: { nl: 'Tellingen', en: 'Counts' },
        href: '/register/tellingen',
        for: ['research-exports'],
      },
      { label: { nl: 'Mijn audits', en: 'My audits' }, href: '/audits', for: ['audits'] },
      {
        label: { nl: 'Register inlezen', en: 'Import a register' },
        href: '/register/inlezen',
        for: ['taking-over'],
      },
      {
        label: { nl: 'Dubbele personen', en: 'Duplicates' },
        href: '/register/dubbelen',
        for: ['taking-over'],
      },
    ],
  },
]
