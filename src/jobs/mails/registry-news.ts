import { z } from 'zod'
import { mailKind, ofOrganisation } from '#jobs/mail-kind.ts'
import type { Text } from '#kernel/language.ts'

const NEWS = {
  'audit-student': {
    nl: 'Bij uw werkgever komt een audit, en u bent daarvoor geloot. Uw werkgever en de auditor kunnen zolang de audit duurt in uw portfolio kijken.',
    en: 'There will be an audit at your employer, and you were drawn for it. Your employer and the auditor can look in your portfolio as long as the audit lasts.',
  },
  'audit-institution': {
    nl: 'Er komt een audit bij uw instelling. U kunt de portfolio’s inzien en laten weten wie het gesprek voert.',
    en: 'There will be an audit at your institution. You can look in the portfolios and tell who will do the talk.',
  },
  'signal-student': {
    nl: 'Het register heeft een instelling laten weten dat uw opleiding misschien niet volgens de eisen gaat. U kunt lezen wat er is gezegd.',
    en: 'The register told an institution that your training may not follow its requirements. You can read what was said.',
  },
  'signal-institution': {
    nl: 'Er is een signaal over een opleiding bij uw instelling.',
    en: 'There is a signal on training at your institution.',
  },
  'signal-answered': {
    nl: 'Een instelling heeft geantwoord op een signaal over een opleiding.',
    en: 'An institution answered a signal on training.',
  },
  'accreditation-decided': {
    nl: 'Het register heeft besloten over een erkenning van uw instelling.',
    en: 'The register decided on an accreditation of your institution.',
  },
} as const satisfies Record<string, Text>

/** What there is to read. */
export type RegistryNews = keyof typeof NEWS

const ofNews = ofOrganisation.extend({
  news: z.enum([
    'audit-student',
    'audit-institution',
    'signal-student',
    'signal-institution',
    'signal-answered',
    'accreditation-decided',
  ]),
})

/** Tells that there is something to read in the register. What it says stands on the page. */
export const registryNewsMail = mailKind(
  'registry-news',
  ofNews,
  ({ organisation, news, path }) => ({
    subject: { nl: `Bericht van ${organisation}`, en: `News from ${organisation}` },
    paragraphs: [NEWS[news]],
    link: { label: { nl: 'Bekijk het bericht', en: 'See the news' }, path },
  }),
)
