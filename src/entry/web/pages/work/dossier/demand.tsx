import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import type { DemandView } from '#duties/recipients/demand.ts'
import {
  CheckboxGroup,
  DateText,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  type Option,
  Section,
  SelectField,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, textList } from '#entry/web/http/form.tsx'
import { idOf, type Params, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { handedItems, handOver } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { DossierStepScreen } from './screen.tsx'
import { itemTitle } from './subject.ts'

const words = {
  lead: {
    nl: 'Een collega heeft deze vordering goedgekeurd. Geef alleen wat gevorderd is.',
    en: 'A colleague approved this demand. Give only what was demanded.',
  },
  waiting: {
    nl: 'Over deze vordering is nog niet beslist. Geef nog niets af.',
    en: 'This demand was not decided on yet. Hand over nothing yet.',
  },
  rejected: {
    nl: 'Deze vordering is afgewezen. Geef niets af.',
    en: 'This demand was rejected. Hand over nothing.',
  },
  article: { nl: 'Op grond van', en: 'On the ground of' },
  reference: { nl: 'Hun kenmerk', en: 'Their reference' },
  scope: { nl: 'Wat zij vorderen', en: 'What they demand' },
  kinds: { nl: 'Soorten gegevens', en: 'Kinds of data' },
  received: { nl: 'Ontvangen op', en: 'Received on' },
  silent: { nl: 'Vertel dit niet aan de cliënt', en: 'Do not tell the client' },
  silentWhy: {
    nl: 'De wet verbiedt het tot en met {day}. Tot die dag ziet de cliënt de vordering niet.',
    en: 'The law forbids it until {day}. Until that day the client does not see the demand.',
  },
  told: {
    nl: 'De cliënt krijgt hierover bericht zodra u de stukken overhandigt.',
    en: 'The client is told of this as soon as you hand over the items.',
  },
  items: { nl: 'Welke stukken geeft u af?', en: 'Which items do you hand over?' },
  itemsHint: {
    nl: 'U ziet alleen stukken van de soorten die zijn gevorderd. Open en print ze daarna uit het dossier.',
    en: 'You see only items of the kinds that were demanded. Open and print them from the dossier afterwards.',
  },
  handed: { nl: 'Al overhandigd', en: 'Handed over already' },
  how: { nl: 'Hoe geeft u ze af?', en: 'How do you hand them over?' },
  paper: { nl: 'Op papier, tegen ontvangstbewijs', en: 'On paper, against a receipt' },
  file: { nl: 'Als bestand op een versleutelde drager', en: 'As a file on an encrypted carrier' },
  mail: { nl: 'Via beveiligde e-mail', en: 'By secured e-mail' },
  give: { nl: 'Vastleggen en overhandigen', en: 'Record and hand over' },
  none: { nl: 'Er is niets van deze soorten', en: 'There is nothing of these kinds' },
  noneWhy: {
    nl: 'In dit dossier staan geen samenvattingen of documenten van de gevorderde soorten.',
    en: 'This dossier holds no summaries or documents of the kinds that were demanded.',
  },
} satisfies Record<string, Text>

const CHOOSE: Text = { nl: 'Kies ten minste één stuk.', en: 'Choose at least one item.' }

const input = z.object({
  items: z.preprocess(textList, z.array(z.uuid()).min(1, because(CHOOSE)).max(200)),
  channel: z.enum(['letter', 'export', 'mail']),
})

interface DemandPage {
  readonly file: OpenedFile
  readonly demand: DemandView
  /** Ids of items that were handed over before. */
  readonly handed: ReadonlySet<string>
}

/** Hands over what an authority demanded, when a colleague approved that. */
export function demandPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/vorderingen/:demand`, {
    input,
    labels: { items: words.items, channel: words.how },
    read: (door, params) => readDemand(door, desk, params),
    view: drawDemand,
    act: async ({ door, input: filled, params }) => {
      const id = idOf(params)
      const demandId = idOf(params, 'demand')
      const { items: itemIds, channel } = filled
      const post = { ...postToClient(door, id), path: `/mijn/dossiers/${id}/verstrekt` }
      await door.changeDossier(desk.activity, id, (tx) =>
        handOver(tx, { demandId, itemIds, channel, post }),
      )
      return { to: `${desk.path}/${id}/vorderingen/${demandId}`, done: 'demand-met' }
    },
  })
}

async function readDemand(door: Door, desk: Desk, params: Params): Promise<DemandPage> {
  const demandId = idOf(params, 'demand')
  const { file, answers } = await openFileWith(door, desk, params, () => ({
    handed: handedItems(demandId),
  }))
  const demand = file.dossier.demands.find(({ id }) => id === demandId)
  if (!demand) throw new AppError('NOT_FOUND')
  return { file, demand, handed: new Set(answers.handed.map(({ item }) => item)) }
}

function drawDemand(data: DemandPage, form: FormState, door: Door): JSX.Element {
  const { file, demand } = data
  const state = demand.decision ?? 'waiting'
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="disclosures"
      title={demand.authority}
      lead={state === 'approved' ? words.lead : words[state]}
    >
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        <DemandFacts demand={demand} door={door} />
        {state === 'approved' && <HandOverForm data={data} form={form} />}
      </Stack>
    </DossierStepScreen>
  )
}

function DemandFacts({ demand, door }: { demand: DemandView; door: Door }): JSX.Element {
  const kinds = demand.categories.map(
    (word) => VOCABULARY.categories[word]?.says[door.language] ?? word,
  )
  return (
    <Stack>
      <DescriptionList
        items={[
          { term: words.article, value: demand.article },
          { term: words.reference, value: demand.reference },
          { term: words.received, value: <DateText day={demand.receivedOn} /> },
          { term: words.scope, value: demand.scope },
          { term: words.kinds, value: kinds.join('; ') },
        ]}
      />
      {demand.silentUntil ? (
        <Notice tone="warning" title={words.silent}>
          <p>
            <Words of={words.silentWhy} places={{ day: demand.silentUntil }} />
          </p>
        </Notice>
      ) : (
        <Notice>
          <p>
            <Words of={words.told} />
          </p>
        </Notice>
      )}
    </Stack>
  )
}

function HandOverForm({ data, form }: { data: DemandPage; form: FormState }): JSX.Element {
  const { file, demand } = data
  const options = listDemanded(data)
  if (options.length === 0) {
    return <EmptyState title={words.none} lead={words.noneWhy} icon="file" />
  }
  return (
    <Section title={words.give}>
      <Form
        action={`${file.path}/vorderingen/${demand.id}`}
        submit={words.give}
        cancelHref={`${file.path}/verstrekkingen`}
        formId={form.formId}
      >
        <CheckboxGroup
          name="items"
          label={words.items}
          hint={words.itemsHint}
          options={options}
          values={form.chosen('items')}
          error={form.fault('items')}
          required
        />
        <SelectField
          name="channel"
          label={words.how}
          options={[
            { value: 'letter', label: words.paper },
            { value: 'export', label: words.file },
            { value: 'mail', label: words.mail },
          ]}
          value={form.value('channel', 'letter')}
          error={form.fault('channel')}
          required
        />
      </Form>
    </Section>
  )
}

/** Summaries that were sent, and documents, of the kinds that were demanded. */
function listDemanded({ file, demand, handed }: DemandPage): Option[] {
  const { consults, documents } = file.dossier
  const summaries = demand.categories.includes('conversation-reports')
    ? consults.flatMap((consult) =>
        consult.summaries.filter(({ state }) => state !== 'draft').map(({ id }) => id),
      )
    : []
  const papers = documents
    .filter(({ category }) => demand.categories.includes(category))
    .map(({ id }) => id)
  return [...summaries, ...papers].flatMap((value) => {
    const label = itemTitle(file, value)
    if (!label) return []
    return [{ value, label, ...(handed.has(value) && { hint: words.handed }) }]
  })
}
