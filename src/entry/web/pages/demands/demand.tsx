import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  decideDemand,
  type DemandLine,
  findDemand,
  LEGAL_DISCLOSURE,
} from '#duties/recipients/demand.ts'
import {
  DateText,
  DescriptionList,
  ErrorSummary,
  Form,
  Moment,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Stack,
  StatusBadge,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { staffNames, toNames } from '#ledger/reading.ts'
import type { PersonName } from '#ledger/telling.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { DEMAND, demandStatus } from './demand-words.ts'

const words = {
  decide: { nl: 'Beslissen', en: 'Decide' },
  question: { nl: 'Moeten wij hieraan voldoen?', en: 'Must we meet this?' },
  approve: { nl: 'Ja: de wet verplicht ons', en: 'Yes: the law obliges us' },
  reject: { nl: 'Nee: wij geven niets', en: 'No: we give nothing' },
  reason: { nl: 'Waarom?', en: 'Why?' },
  reasonHint: {
    nl: 'Schrijf op wat u hebt nagegaan: klopt het artikel, is de vrager bevoegd, is het niet te veel?',
    en: 'Write down what you looked into: is the article right, may they ask, is it not too much?',
  },
  save: { nl: 'Besluit vastleggen', en: 'Record the decision' },
  own: { nl: 'Een collega beslist', en: 'A colleague decides' },
  ownWhy: {
    nl: 'U legde deze vordering zelf vast. Vraag een collega met dezelfde taak om te beslissen.',
    en: 'You recorded this demand yourself. Ask a colleague with the same task to decide.',
  },
  decided: { nl: 'Besloten op', en: 'Decided on' },
  by: { nl: 'Besloten door', en: 'Decided by' },
  until: { nl: 'Tot en met', en: 'Until' },
  next: { nl: 'De coach kan het nu overhandigen', en: 'The coach can hand it over now' },
  nextWhy: {
    nl: 'In het dossier staat deze vordering bij Verstrekkingen. De coach kiest daar de stukken; andere soorten gegevens kunnen niet mee.',
    en: 'In the dossier this demand stands under Disclosures. There the coach chooses the items; other kinds of data cannot go.',
  },
} satisfies Record<string, Text>

interface DemandData {
  readonly demand: DemandLine
  readonly names: ReadonlyMap<string, PersonName>
}

async function readDemand(door: Door, params: Params): Promise<DemandData> {
  const { demand, staff } = await door.list(LEGAL_DISCLOSURE, 'demand', {
    demand: findDemand(idOf(params)),
    staff: staffNames,
  })
  const [found] = demand
  if (!found) throw new AppError('NOT_FOUND')
  return { demand: found, names: toNames(staff) }
}

/** One demand, with the decision about it or the form to make one. */
export const demandPage = formPage('/privacy/vorderingen/:id', {
  input: z.object({
    decision: z.enum(['approved', 'rejected']),
    reason: z.string().trim().min(1).max(1000),
  }),
  labels: { decision: words.question },
  read: readDemand,
  view: drawDemand,
  act: async ({ door, input, params }) => {
    const id = idOf(params)
    await door.change(LEGAL_DISCLOSURE, (tx) => decideDemand(tx, { id, ...input }))
    return { to: `/privacy/vorderingen/${id}`, done: 'demand-decided' }
  },
})

function drawDemand(data: DemandData, form: FormState, door: Door): JSX.Element {
  const { demand } = data
  const isOwn = door.me?.accountId === demand.recordedBy
  return (
    <Screen door={door} title={demand.authority} width="narrow">
      <PageHeader
        title={demand.authority}
        status={<StatusBadge status={demandStatus(demand)} />}
        breadcrumbs={[{ label: DEMAND.demands, href: '/privacy/vorderingen' }]}
      />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        <Facts data={data} door={door} />
        {demand.decision === 'approved' && (
          <Notice title={words.next}>
            <p>
              <Words of={words.nextWhy} />
            </p>
          </Notice>
        )}
        {demand.decision === null &&
          (isOwn ? (
            <Notice title={words.own}>
              <p>
                <Words of={words.ownWhy} />
              </p>
            </Notice>
          ) : (
            <DecisionForm demand={demand} form={form} />
          ))}
      </Stack>
    </Screen>
  )
}

function DecisionForm({ demand, form }: { demand: DemandLine; form: FormState }): JSX.Element {
  return (
    <Section title={words.decide}>
      <Form
        action={`/privacy/vorderingen/${demand.id}`}
        submit={words.save}
        cancelHref="/privacy/vorderingen"
        formId={form.formId}
      >
        <RadioGroup
          name="decision"
          label={words.question}
          options={[
            { value: 'approved', label: words.approve },
            { value: 'rejected', label: words.reject },
          ]}
          value={form.value('decision')}
          error={form.fault('decision')}
          required
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={form.value('reason')}
          error={form.fault('reason')}
          maxLength={1000}
          required
        />
      </Form>
    </Section>
  )
}

function Facts({ data: { demand, names }, door }: { data: DemandData; door: Door }): JSX.Element {
  const { decision, decidedAt, decidedBy, silentUntil, silenceArticle } = demand
  const kinds = demand.categories.map(
    (word) => VOCABULARY.categories[word]?.says[door.language] ?? word,
  )
  return (
    <DescriptionList
      items={[
        { term: DEMAND.article, value: demand.article },
        { term: DEMAND.reference, value: demand.reference },
        { term: DEMAND.received, value: <DateText day={demand.receivedOn} /> },
        { term: DEMAND.scope, value: demand.scope },
        { term: DEMAND.categories, value: kinds.join('; ') },
        { term: DEMAND.recordedBy, value: names.get(demand.recordedBy)?.name },
        ...(silentUntil
          ? [
              {
                term: DEMAND.silence,
                value: (
                  <>
                    <Words of={words.until} /> <DateText day={silentUntil} /> ({silenceArticle})
                  </>
                ),
              },
            ]
          : []),
        ...(decision && decidedAt
          ? [
              { term: words.decided, value: <Moment at={decidedAt} /> },
              { term: words.by, value: names.get(decidedBy ?? '')?.name },
              { term: words.reason, value: demand.reason },
              { term: DEMAND.handedOver, value: String(demand.handedOver) },
            ]
          : []),
      ]}
    />
  )
}
