import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { mayAct } from '#duties/acting.ts'
import { LEGAL_DISCLOSURE, recordDemand } from '#duties/recipients/demand.ts'
import {
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  Notice,
  type Option,
  PageHeader,
  TextArea,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, once, textList } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { pointing } from '#entry/web/pages/administration/field-fault.ts'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { DEMAND } from './demand-words.ts'

const words = {
  title: { nl: 'Vordering vastleggen', en: 'Record a demand' },
  lead: {
    nl: 'Vul in wat er in de vordering staat. Een collega beslist daarna of u eraan moet voldoen.',
    en: 'Fill in what the demand says. After that a colleague decides whether you must meet it.',
  },
  number: { nl: 'Dossiernummer', en: 'Dossier number' },
  numberHint: {
    nl: 'Vraag het nummer aan de coach. Schrijf het als 2026-00012.',
    en: 'Ask the coach for the number. Write it as 2026-00012.',
  },
  authorityHint: { nl: 'Bijvoorbeeld: Politie Rotterdam.', en: 'For example: Rotterdam Police.' },
  articleHint: {
    nl: 'Bijvoorbeeld: Wetboek van Strafvordering, artikel 126nd.',
    en: 'For example: Code of Criminal Procedure, article 126nd.',
  },
  scopeHint: {
    nl: 'Neem hun eigen woorden over. Schrijf hier niets over de inhoud van het dossier.',
    en: 'Use their own words. Write nothing here about the contents of the dossier.',
  },
  categoriesHint: {
    nl: 'Alleen wat u aankruist, kan mee. Kruis niet meer aan dan is gevorderd.',
    en: 'Only what you tick can go. Tick no more than was demanded.',
  },
  silentUntil: {
    nl: 'Tot en met welke dag mag de betrokkene dit niet weten?',
    en: 'Until which day may the person not know this?',
  },
  silentHint: {
    nl: 'Laat dit leeg, tenzij een wet het verbiedt: anders ziet de betrokkene de vordering meteen.',
    en: 'Leave this empty, unless a law forbids it: otherwise the person sees the demand at once.',
  },
  silenceArticle: { nl: 'Welk artikel verbiedt dat?', en: 'Which article forbids that?' },
  check: { nl: 'Kijk eerst of het echt is', en: 'First see whether it is real' },
  checkWhy: {
    nl: 'Bel de overheid terug op een nummer dat u zelf opzoekt. Een vordering per telefoon is geen vordering.',
    en: 'Call the authority back on a number that you look up yourself. A demand by phone is no demand.',
  },
  save: { nl: 'Vastleggen', en: 'Record' },
} satisfies Record<string, Text>

const BOTH: Text = {
  nl: 'Vul de dag en het artikel allebei in, of geen van beide.',
  en: 'Fill in both the day and the article, or neither.',
}
const ONE_AT_LEAST: Text = { nl: 'Kies ten minste één soort.', en: 'Choose at least one kind.' }

const optionalDay = z.preprocess(
  (typed) => (typed === '' ? undefined : typed),
  z.iso.date().optional(),
)

const input = z
  .object({
    dossierNumber: z.string().trim().min(1).max(40),
    authority: z.string().trim().min(1).max(200),
    article: z.string().trim().min(1).max(200),
    reference: z.string().trim().max(100),
    scope: z.string().trim().min(1).max(1000),
    categories: z.preprocess(
      textList,
      z.array(z.string().max(100)).min(1, because(ONE_AT_LEAST)).max(50),
    ),
    receivedOn: z.iso.date(),
    silentUntil: optionalDay,
    silenceArticle: z.string().trim().max(200),
  })
  .refine(({ silentUntil, silenceArticle }) => !silentUntil === (silenceArticle === ''), {
    path: ['silenceArticle'],
    message: because(BOTH),
  })

/** Records what an authority demands from a dossier. */
export const demandRecordPage = formPage('/privacy/vorderingen/nieuw', {
  input,
  labels: { categories: DEMAND.categories },
  read: async (door): Promise<readonly Option[]> => {
    await door.list(LEGAL_DISCLOSURE, 'demands', { mayAct })
    const { organisation, site } = door.visit
    const { declarations } = await site.publication.current(organisation)
    return Object.keys(declarations.categories)
      .filter(isOfDossier)
      .map((word) => ({
        value: word,
        label: VOCABULARY.categories[word]?.says[door.language] ?? word,
      }))
  },
  view: drawRecord,
  act: async ({ door, input: filled, formId }) => {
    const { silentUntil: until, silenceArticle: article, ...demand } = filled
    const silence = until === undefined ? undefined : { until, article }
    await pointing(
      {
        DOSSIER_UNKNOWN: 'dossierNumber',
        CATEGORY_UNDECLARED: 'categories',
        DEMAND_NOT_RECEIVED: 'receivedOn',
      },
      () =>
        once(() =>
          door.change(LEGAL_DISCLOSURE, (tx) => recordDemand(tx, formId, { ...demand, silence })),
        ),
    )
    return { to: `/privacy/vorderingen/${formId}`, done: 'demand-recorded' }
  },
})

function drawRecord(options: readonly Option[], form: FormState, door: Door): JSX.Element {
  const field = (name: string) => ({
    name,
    value: form.value(name),
    error: form.fault(name),
  })
  return (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: DEMAND.demands, href: '/privacy/vorderingen' }]}
      />
      <ErrorSummary errors={form.faults} />
      <Notice title={words.check}>
        <p>
          <Words of={words.checkWhy} />
        </p>
      </Notice>
      <Form
        action="/privacy/vorderingen/nieuw"
        submit={words.save}
        cancelHref="/privacy/vorderingen"
        formId={form.formId}
      >
        <TextField
          {...field('dossierNumber')}
          label={words.number}
          hint={words.numberHint}
          maxLength={40}
          autocomplete="off"
          required
        />
        <TextField
          {...field('authority')}
          label={DEMAND.authority}
          hint={words.authorityHint}
          maxLength={200}
          autocomplete="off"
          required
        />
        <TextField
          {...field('article')}
          label={DEMAND.article}
          hint={words.articleHint}
          maxLength={200}
          autocomplete="off"
          required
        />
        <TextField
          {...field('reference')}
          label={DEMAND.reference}
          maxLength={100}
          autocomplete="off"
        />
        <DateField {...field('receivedOn')} label={DEMAND.received} required />
        <TextArea
          {...field('scope')}
          label={DEMAND.scope}
          hint={words.scopeHint}
          maxLength={1000}
          required
        />
        <CheckboxGroup
          name="categories"
          label={DEMAND.categories}
          hint={words.categoriesHint}
          options={options}
          values={form.chosen('categories')}
          error={form.fault('categories')}
          required
        />
        <DateField {...field('silentUntil')} label={words.silentUntil} hint={words.silentHint} />
        <TextField
          {...field('silenceArticle')}
          label={words.silenceArticle}
          maxLength={200}
          autocomplete="off"
        />
      </Form>
    </Screen>
  )
}

/** What follows the term of the dossier stands in it; an account or a complaint does not. */
function isOfDossier(word: string): boolean {
  return (VOCABULARY.categories[word]?.part ?? 'dossier') === 'dossier'
}
