import { giveSecondFactor, type SignInResult, signIn } from '#accounts/index.ts'
import { DEMO_PASSWORD, DEMO_TYPED_SECRET, demoCode } from '#entry/demo/account.ts'
import type { DemoAccount, DemoAccounts } from '#entry/demo/accounts.ts'
import { knownAccounts } from '#entry/demo/known-accounts.ts'
import {
  ActionForm,
  Card,
  DataTable,
  DescriptionList,
  HiddenField,
  Muted,
  PageHeader,
  Section,
} from '#entry/web/components/index.ts'
import { writeOrganisation, writeSignIn } from '#entry/web/http/cookies.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Site } from '#entry/web/http/site.ts'
import { nextStep } from '#entry/web/pages/account/next-step.ts'
import { whence } from '#entry/web/pages/account/whence.ts'
import { AppError, isAppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { ROLES } from './role-words.ts'

const PATH = '/demo/accounts'
/** The four who have to do with one dossier in which everything happens. */
const BEGINNERS = [
  'ilse.kramer@example.org',
  'annelies.vandermeulen@example.org',
  'nadia.bakker@delinde.example.org',
  'fg@example.org',
  'lotte.zeeman@baken.example.org',
  'annelies.01@baken.example.org',
  'fg@baken.example.org',
  'noor.van.dam@student.example.org',
  'ina.smit@instelling1.example.org',
  'marit.hoekstra@register.example.org',
]
const CODE_MS = 30_000

const words = {
  title: { nl: 'Accounts van de demonstratie', en: 'Accounts of the demonstration' },
  lead: {
    nl: 'Alle mensen hier zijn verzonnen. Kies als wie u rondkijkt: één klik, en u bent ingelogd.',
    en: 'All people here are invented. Choose as whom you look around; one click signs you in.',
  },
  begin: { nl: 'begin hier', en: 'begin here' },
  beginLead: {
    nl: 'Eén dossier van alle kanten: coach, cliënt, opdrachtgever en privacyfunctionaris.',
    en: 'One dossier from all sides: coach, client, principal and data protection officer.',
  },
  two: { nl: 'Organisaties', en: 'Organisations' },
  twoLead: {
    nl: 'Er zijn drie organisaties met dezelfde software en elk een eigen privacyverklaring. Zij delen niets: geen account, geen dossier, geen pagina. Wie u kiest, bepaalt bij welke u komt; onder aan elke pagina kunt u wisselen.',
    en: 'There are three organisations with the same software and a privacy statement of their own. They share nothing: no account, no dossier, no page. Whom you choose decides where you are; at the foot of each page you can change.',
  },
  self: { nl: 'Zelf inloggen', en: 'Signing in yourself' },
  password: { nl: 'Wachtwoord van iedereen', en: 'Everybody’s password' },
  code: { nl: 'Code van dit moment', en: 'Code of this moment' },
  secret: { nl: 'Sleutel voor een app', en: 'Key for an app' },
  note: {
    nl: 'Wie bij het bureau werkt, geeft na het wachtwoord een code. Elke code werkt per account één keer; ververs de pagina voor een nieuwe.',
    en: 'Whoever works for the bureau gives a code after the password. Each code works once for an account; reload the page for a new one.',
  },
  name: { nl: 'Naam', en: 'Name' },
  about: { nl: 'Wie', en: 'Who' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  enter: { nl: 'Inloggen', en: 'Sign in' },
  as: { nl: 'Inloggen als {name}', en: 'Sign in as {name}' },
} satisfies Record<string, Text>

/** Everybody in the demonstration, with what they sign in with. */
export const demoAccountsPage = page(PATH, {
  read: async (door) => {
    await door.publicly({})
    refuseElsewhere(door)
    const { organisation, others, site } = door.visit
    const here = [organisation, ...others.map(({ id }) => id)]
    const listed = knownAccounts()
      .filter((each) => here.includes(each.organisation))
      .map((each) => ({
        ...each,
        label: site.organisations.get(each.organisation)?.label ?? each.organisation,
      }))
    return { listed, code: demoCode(Date.now()) }
  },
  view: ({ listed, code }, door) => (
    <Screen door={door} title={words.title} open>
      <PageHeader title={words.title} lead={words.lead} />
      {listed.length > 1 && (
        <Section title={words.two} lead={words.twoLead} id="organisations">
          <ul>
            {listed.map(({ organisation, label }) => (
              <li>
                <a href={`#${organisation}`}>{label}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {listed.map((each) => (
        <Everybody {...each} door={door} />
      ))}
      <Card title={words.self} level={2}>
        <DescriptionList
          items={[
            { term: words.password, value: DEMO_PASSWORD },
            { term: words.code, value: code },
            { term: words.secret, value: DEMO_TYPED_SECRET },
          ]}
        />
        <Muted>{words.note[door.language]}</Muted>
      </Card>
    </Screen>
  ),
})

/** The people of one organisation: with whom to begin, and all by what they do. */
function Everybody(props: DemoAccounts & { readonly label: string; readonly door: Door }) {
  const { accounts, door, label, organisation } = props
  const at = ({ nl, en }: Text): Text => ({ nl: `${label}: ${nl}`, en: `${label}: ${en}` })
  const shared = { door, organisation }
  return (
    <>
      <Section title={at(words.begin)} lead={words.beginLead} id={organisation}>
        <AccountTable
          {...shared}
          title={at(words.begin)}
          accounts={accounts.filter(({ email }) => BEGINNERS.includes(email))}
        />
      </Section>
      {ROLES.filter(({ role }) => accounts.some((each) => each.role === role)).map(
        ({ role, title, lead }) => (
          <Section title={at(title)} lead={lead} id={`${organisation}-${role}`}>
            <AccountTable
              {...shared}
              title={at(title)}
              accounts={accounts.filter((each) => each.role === role)}
            />
          </Section>
        ),
      )}
    </>
  )
}

interface AccountTableProps {
  readonly title: Text
  readonly organisation: string
  readonly accounts: readonly DemoAccount[]
  readonly door: Door
}

function AccountTable(props: AccountTableProps) {
  const { title, accounts, organisation } = props
  const { language } = props.door
  return (
    <DataTable
      caption={title}
      captionHidden
      rows={accounts}
      columns={[
        { title: words.name, cell: ({ name }) => name },
        { title: words.about, cell: ({ about }) => about[language] },
        { title: words.email, cell: ({ email }) => email },
        {
          title: words.enter,
          cell: ({ name, email }) => (
            <ActionForm
              action={PATH}
              label={words.as[language].replace('{name}', name)}
              look="plain"
              size="small"
            >
              <HiddenField name="email" value={email} />
              <HiddenField name="organisation" value={organisation} />
            </ActionForm>
          ),
        },
      ]}
      empty={null}
    />
  )
}

/** Signs a visitor in as somebody: with the password and a code, like everybody. */
export const demoSignIn = act(PATH, async ({ door, input, context }) => {
  refuseElsewhere(door)
  const { site } = door.visit
  const credentials = { email: input['email'] ?? '', password: DEMO_PASSWORD }
  const begun = await signIn(site.accounts, credentials, whence(door, context))
  const result = begun.needs === 'second-factor' ? await complete(site, begun) : begun
  writeSignIn(context, site, result)
  const chosen = site.organisations.get(input['organisation'] ?? '')
  if (chosen) writeOrganisation(context, site, chosen.id)
  return { to: nextStep(result.needs, undefined) }
})

/**
 * A code that was used is refused, so the next one is tried; after that the visitor has to wait.
 */
async function complete(site: Site, begun: SignInResult): Promise<SignInResult> {
  for (const ahead of [0, CODE_MS]) {
    try {
      const code = demoCode(site.accounts.now() + ahead)
      return { token: await giveSecondFactor(site.accounts, begun.token, code), needs: null }
    } catch (error) {
      if (!isAppError(error, 'CODE_REFUSED')) throw error
    }
  }
  return begun
}

/** @throws `NOT_FOUND` outside a demonstration. */
function refuseElsewhere(door: Door): void {
  if (!door.visit.site.demo) throw new AppError('NOT_FOUND')
}
