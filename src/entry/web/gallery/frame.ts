import type { Frame, LabelTheme } from '#entry/web/components/index.ts'
import type { Language } from '#kernel/language.ts'

/** What every sheet of the gallery is given. */
export interface GalleryFrame {
  readonly frame: Frame
}

export interface GalleryLook {
  readonly language: Language
  readonly theme: LabelTheme
  readonly path: string
}

/** The surroundings of a fictional coach at work. */
export function galleryFrame({ language, theme, path }: GalleryLook): Frame {
  const at = (sheet: string): string => `/galerij/${sheet}?language=${language}&theme=${theme}`
  const isAt = (...sheets: string[]): boolean => sheets.some((sheet) => path.endsWith(`/${sheet}`))
  const other = language === 'nl' ? 'en' : 'nl'
  return {
    view: { language, csrfToken: 'gallery' },
    label: 'Bureau De Brug',
    theme,
    homeHref: at('caseload'),
    otherLanguageHref: `${path}?language=${other}&theme=${theme}`,
    statementHref: at('statement'),
    strip: {
      nl: 'Dit is een demonstratie. De mensen op deze pagina bestaan niet.',
      en: 'This is a demonstration. The people on this page do not exist.',
    },
    sections: [
      {
        label: { nl: 'Werk', en: 'Work' },
        href: at('caseload'),
        current: isAt('caseload', 'dossier', 'form', 'empty', 'parts'),
        links: [
          {
            label: { nl: 'Cliënten', en: 'Clients' },
            href: at('caseload'),
            current: isAt('caseload', 'dossier'),
            count: 64,
          },
          {
            label: { nl: 'Cliënt aanmelden', en: 'Register a client' },
            href: at('form'),
            current: isAt('form'),
          },
          {
            label: { nl: 'Afwezigheid', en: 'Absence' },
            href: at('empty'),
            current: isAt('empty'),
          },
          {
            label: { nl: 'Losse onderdelen', en: 'Separate parts' },
            href: at('parts'),
            current: isAt('parts'),
          },
        ],
      },
      {
        label: 'Privacy',
        href: at('promises'),
        current: isAt('promises'),
        links: [
          {
            label: { nl: 'Beloften', en: 'Promises' },
            href: at('promises'),
            current: isAt('promises'),
            count: 1,
          },
          { label: { nl: 'Logboek', en: 'Ledger' }, href: at('dossier') },
          { label: { nl: 'Wie mag wat', en: 'Who may do what' }, href: at('caseload') },
        ],
      },
    ],
    account: {
      name: 'Noor Hendriks',
      detail: { nl: 'Coach bij Bureau De Brug', en: 'Coach at Bureau De Brug' },
      links: [{ label: { nl: 'Inloggen en beveiliging', en: 'Signing in' }, href: at('sign-in') }],
      signOutAction: '/galerij/caseload',
    },
  }
}
