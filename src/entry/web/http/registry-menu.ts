import type { Group } from './menu-entry.ts'

/** What a register of training adds to the menu. */
export const REGISTRY_GROUP: Group = {
  label: { nl: 'Register', en: 'Register' },
  entries: [
    {
      label: { nl: 'Enquêtes', en: 'Surveys' },
      href: '/register/enquetes',
      for: ['surveys'],
    },
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
}
