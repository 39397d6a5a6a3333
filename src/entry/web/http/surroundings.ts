import type { Frame } from '#entry/web/components/index.ts'
import type { Me } from './me.ts'
import { menuFor } from './menu.ts'
import type { Visit } from './visit.ts'

const words = {
  account: { nl: 'Mijn account', en: 'My account' },
  demoAccounts: { nl: 'Accounts van de demonstratie', en: 'Accounts of the demonstration' },
  mailbox: { nl: 'Postvak van de demonstratie', en: 'Mailbox of the demonstration' },
  cookies: { nl: 'Cookies', en: 'Cookies' },
  other: { nl: 'Naar {label}', en: 'To {label}' },
  demo: {
    nl: 'Dit is een demonstratie met verzonnen mensen. Vul hier niets echts in.',
    en: 'This is a demonstration with invented people. Do not enter anything real.',
  },
}

/** What stands around every page of a request: label, menu, language, account. */
export function frameOf(visit: Visit, me: Me | undefined, csrfToken: string): Frame {
  const { site, organisation, others, language, path } = visit
  const other = language === 'nl' ? 'en' : 'nl'
  const links = [
    { label: words.account, href: '/account' },
    ...(site.demo ? [{ label: words.mailbox, href: '/demo/post' }] : []),
  ]
  return {
    view: { language, csrfToken },
    label: site.organisations.get(organisation)?.label ?? site.home.label,
    homeHref: '/',
    otherLanguageHref: `/taal/${other}?naar=${encodeURIComponent(path)}`,
    statementHref: '/verklaring',
    sections: menuFor(me, path, (activity) => site.publication.declares(organisation, activity)),
    ...(me
      ? { account: { name: me.name, links, signOutAction: '/uitloggen' } }
      : { signInHref: '/inloggen' }),
    ...(site.demo && { strip: words.demo }),
    footerLinks: [
      { label: words.cookies, href: '/cookies' },
      ...(site.demo
        ? [
            { label: words.demoAccounts, href: '/demo/accounts' },
            { label: words.mailbox, href: '/demo/post' },
          ]
        : []),
      ...others.map(({ id, label }) => ({
        label: {
          nl: words.other.nl.replace('{label}', label),
          en: words.other.en.replace('{label}', label),
        },
        href: `/organisatie/${id}`,
      })),
    ],
  }
}
