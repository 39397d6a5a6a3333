import type { Context } from 'hono'
import {
  Form,
  HiddenField,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  WrittenText,
} from '#entry/web/components/index.ts'
import { CSRF_FIELD, FORM_FIELD } from '#entry/web/components/view.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { clearSession } from './cookies.ts'
import type { Door } from './door.ts'
import type { Fields } from './form-body.ts'
import { html } from './page.tsx'
import { Screen } from './screen.tsx'

const words = {
  title: { nl: 'U bent uitgelogd', en: 'You have been signed out' },
  lead: {
    nl: 'Wat u invulde, is nog niet bewaard, maar ook niet weg. Log in op een nieuw tabblad. Kom daarna hier terug en ga verder: u ziet uw formulier zoals u het invulde.',
    en: 'What you filled in has not been saved yet, but is not lost either. Sign in on a new tab. Then come back here and go on: you see your form as you filled it in.',
  },
  signIn: { nl: 'Inloggen op een nieuw tabblad', en: 'Sign in on a new tab' },
  on: { nl: 'Verder met mijn formulier', en: 'Go on with my form' },
  typed: { nl: 'Wat u schreef', en: 'What you wrote' },
} satisfies Record<string, Text>

/** Fields that are asked anew: secrets do not go back to a page. */
const SECRETS = ['password', 'again', 'current', 'code']

/**
 * Answers a form that came after the session ended with a page that holds what was filled in,
 * until its writer signed in again. Nothing of it stays on the server.
 *
 * @throws `SIGNED_OUT` for forms with a secret, which are filled in anew.
 */
export function holdForm(c: Context, door: Door, fields: Fields): Response {
  if (SECRETS.some((name) => name in fields)) throw new AppError('SIGNED_OUT')
  clearSession(c, door.visit.site)
  const texts = sentTexts(fields)
  const written = texts.filter(({ value }) => /\s/.test(value.trim()))
  const page = (
    <Screen door={door} title={words.title} width="narrow" open>
      <Stack>
        <PageHeader title={words.title} lead={words.lead} />
        <LinkButton href="/inloggen" label={words.signIn} newTab />
        <Form action={c.req.path} submit={words.on} submitLook="plain">
          {texts.map((text) => (
            <HiddenField {...text} />
          ))}
        </Form>
        {written.length > 0 && (
          <Section title={words.typed}>
            {written.map(({ value }) => (
              <WrittenText text={value} />
            ))}
          </Section>
        )}
      </Stack>
    </Screen>
  )
  return html(c, page, 409)
}

interface FieldText {
  readonly name: string
  readonly value: string
}

/** The texts of a form, but for its marks. Files are not among them. */
function sentTexts(fields: Fields): FieldText[] {
  return Object.entries(fields).flatMap(([name, sent]) =>
    name === CSRF_FIELD || name === FORM_FIELD
      ? []
      : [sent].flat().flatMap((value) => (typeof value === 'string' ? [{ name, value }] : [])),
  )
}
