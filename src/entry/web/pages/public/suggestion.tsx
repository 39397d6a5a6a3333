import { z } from 'zod'
import { leaveSuggestion } from '#duties/suggestion.ts'
import {
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Quotation,
  Stack,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { page, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { postOf } from '#entry/web/pages/answering/post.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { SUGGESTION_LIMIT } from '#jobs/mails/suggestion-left.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { renderText } from '#statement/index.ts'
import { passageOf, passagesOf } from './passage.ts'

const words = {
  title: { nl: 'Een suggestie bij deze alinea', en: 'A suggestion on this paragraph' },
  statement: { nl: 'Privacyverklaring', en: 'Privacy statement' },
  version: {
    nl: 'Privacyverklaring, versie {version}',
    en: 'Privacy statement, version {version}',
  },
  suggestion: { nl: 'Wat kan er beter?', en: 'What can be better?' },
  hint: {
    nl: 'Schrijf niets over uzelf of een ander. Wij weten niet van wie de suggestie komt en kunnen dus niet antwoorden.',
    en: 'Write nothing about yourself or others. We do not know whose suggestion it is, and so cannot answer.',
  },
  send: { nl: 'Suggestie versturen', en: 'Send the suggestion' },
  thanks: { nl: 'Dank voor uw suggestie', en: 'Thank you for your suggestion' },
  thanksWhy: {
    nl: 'Zij is onderweg naar wie verantwoordelijk is voor de verklaring.',
    en: 'It is on its way to whoever is responsible for the statement.',
  },
  back: { nl: 'Terug naar de verklaring', en: 'Back to the statement' },
} satisfies Record<string, Text>

const HOME = '/verklaring'
const PATH = `${HOME}/suggestie`

/** Where something is suggested at a paragraph, by its place in a version of the statement. */
export function suggestionPath(version: number, place: number): string {
  return `${PATH}/${version}/${place}`
}

/** @throws `NOT_FOUND` when there is no such paragraph. */
async function readPassage(door: Door, { version = '', place = '' }: Params) {
  if (!/^\d{1,5}$/.test(version) || !/^\d{1,4}$/.test(place)) throw new AppError('NOT_FOUND')
  const { organisation, site } = door.visit
  await door.publicly({})
  const statement = await site.publication.version(organisation, Number(version))
  const text = renderText(statement, door.language, VOCABULARY)
  const block = passagesOf(text)[Number(place)]
  if (!block || block.kind === 'heading') throw new AppError('NOT_FOUND')
  const { contacts, version: number } = statement.declarations
  const { responsible } = contacts
  if (!responsible) throw new AppError('NOT_FOUND')
  return { number, place: Number(place), responsible, ...passageOf(block) }
}

/** Leaves a suggestion at a paragraph of the statement: for anybody, and without a name. */
export const suggestionPage = formPage(`${PATH}/:version/:place`, {
  input: z.object({ suggestion: requiredText(SUGGESTION_LIMIT) }),
  labels: words,
  read: readPassage,
  view: ({ number, place, says }, form, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} breadcrumbs={[{ label: words.statement, href: HOME }]} />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <Quotation text={says} by={<Words of={words.version} places={{ version: number }} />} />
        <Form
          action={suggestionPath(number, place)}
          submit={words.send}
          cancelHref={HOME}
          formId={form.formId}
        >
          <TextArea
            name="suggestion"
            label={words.suggestion}
            hint={words.hint}
            required
            maxLength={SUGGESTION_LIMIT}
            value={form.value('suggestion')}
            error={form.fault('suggestion')}
          />
        </Form>
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, input }) => {
    const { number, clause, says, responsible } = await readPassage(door, params)
    const { address, organisation, site } = door.visit
    const { email, name = email } = responsible
    await leaveSuggestion(
      { accounts: site.accounts, organisation, address },
      {
        version: number,
        passage: says,
        words: input.suggestion,
        path: clause === undefined ? HOME : `${HOME}#${clause}`,
      },
      { ...postOf(door), responsible: { name, email, language: 'nl' } },
    )
    return { to: `${PATH}/ontvangen` }
  },
})

/** What is said after a suggestion. */
export const suggestionThanksPage = page(`${PATH}/ontvangen`, {
  read: (door) => door.publicly({}),
  view: (_, door) => (
    <Screen door={door} title={words.thanks} width="narrow" open>
      <PageHeader title={words.thanks} />
      <Notice tone="success" action={<LinkButton href={HOME} label={words.back} look="plain" />}>
        <Words of={words.thanksWhy} />
      </Notice>
    </Screen>
  ),
})
