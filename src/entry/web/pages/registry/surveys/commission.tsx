import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { readToken } from '#accounts/index.ts'
import {
  DateText,
  DescriptionList,
  ErrorSummary,
  Form,
  Moment,
  Notice,
  PageHeader,
  Panel,
  Stack,
  Stat,
  Stats,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import type { Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { type Commission, deliverWords, readCommission } from '#modules/registry/index.ts'
import { WORDS_LABELS, WordsFields, wordsInput } from './words-fields.tsx'

const PATH = '/enquete/opdracht'

const words = {
  lead: {
    nl: 'U levert de tekst en het adres van de vragenlijst aan. Wij kiezen wie de mail krijgt en versturen hem. Namen en adressen krijgt u niet.',
    en: 'You supply the text and the address of the questionnaire. We choose who gets the email and send it. You do not get names or addresses.',
  },
  send: { nl: 'Aanleveren', en: 'Hand over' },
  again: { nl: 'Opnieuw aanleveren', en: 'Hand over again' },
  delivered: { nl: 'Aangeleverd op', en: 'Handed over on' },
  open: {
    nl: 'Zolang de mail niet is ingepland, kunt u de tekst nog aanpassen.',
    en: 'As long as the mail is not planned you can still change the words.',
  },
  planned: { nl: 'De mail gaat uit vanaf', en: 'The mail goes out from' },
  sending: {
    nl: 'De mail wordt verstuurd of gaat binnenkort uit. Zodra dat klaar is, ziet u hier hoeveel mensen hem kregen.',
    en: 'The email is going out, or will soon. Once that is done, you see here how many people got it.',
  },
  stopped: {
    nl: 'Het versturen is gestopt.',
    en: 'The sending was stopped.',
  },
  result: { nl: 'Hoeveel mensen de mail kregen', en: 'How many people got the mail' },
  people: { nl: 'Mensen, afgerond op vijven', en: 'People, rounded down to fives' },
  few: {
    nl: 'Het zijn er te weinig om te noemen.',
    en: 'There are too few to tell.',
  },
  said: { nl: 'Wat mensen lezen', en: 'What people read' },
  titleNl: { nl: 'Titel', en: 'Title' },
  link: { nl: 'Vragenlijst', en: 'Questionnaire' },
} satisfies Record<string, Text>

/** The page of whoever commissions a survey, by a link: words go in, and one amount comes out. */
export const commissionPage = formPage(`${PATH}/:token`, {
  input: wordsInput,
  labels: WORDS_LABELS,
  read: async (door, params) => {
    const { organisation, site } = door.visit
    const commission = await readCommission(site.accounts, organisation, secretOf(params))
    await door.publicly({})
    return { commission, path: `${PATH}/${params['token'] ?? ''}` }
  },
  view: ({ commission, path }, form, door) => (
    <Screen door={door} title={commission.name} width="narrow" open>
      <PageHeader title={commission.name} lead={words.lead} />
      <ErrorSummary errors={form.faults} />
      {commission.beginsOn ? (
        <Planned of={commission} />
      ) : (
        <Stack gap="large">
          {commission.deliveredAt && (
            <Notice tone="success">
              <Words of={words.delivered} /> <Moment at={commission.deliveredAt} />.{' '}
              <Words of={words.open} />
            </Notice>
          )}
          <Form
            action={path}
            submit={commission.deliveredAt ? words.again : words.send}
            formId={form.formId}
          >
            <WordsFields form={form} of={commission} />
          </Form>
        </Stack>
      )}
    </Screen>
  ),
  act: async ({ door, input, params }) => {
    const { organisation, site } = door.visit
    await deliverWords(site.accounts, { organisation, secret: secretOf(params) }, input)
    return { to: `${PATH}/${params['token'] ?? ''}`, done: 'survey-delivered' }
  },
})

function Planned({ of }: { of: Commission }): JSX.Element {
  return (
    <Stack gap="large">
      {of.settledAt ? (
        <Panel title={words.result}>
          {of.sent === null ? (
            <p>
              <Words of={words.few} />
            </p>
          ) : (
            <Stats>
              <Stat label={words.people} value={of.sent} />
            </Stats>
          )}
        </Panel>
      ) : (
        <Notice>
          {of.beginsOn && (
            <>
              <Words of={words.planned} /> <DateText day={of.beginsOn} />.{' '}
            </>
          )}
          <Words of={of.stopped ? words.stopped : words.sending} />
        </Notice>
      )}
      <Panel title={words.said}>
        <DescriptionList
          narrow
          items={[
            { term: words.titleNl, value: of.titleNl },
            { term: 'NL', value: <WrittenText text={of.wordsNl} /> },
            { term: 'EN', value: <WrittenText text={of.wordsEn} /> },
            { term: words.link, value: of.link },
          ]}
        />
      </Panel>
    </Stack>
  )
}

/** @throws `NOT_FOUND` when it has not the form of a secret. */
export function secretOf(params: Params): Buffer {
  const secret = readToken(params['token'])
  if (!secret) throw new AppError('NOT_FOUND')
  return secret
}
