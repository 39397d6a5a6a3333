import type { JSX } from 'hono/jsx/jsx-runtime'
import { z } from 'zod'
import {
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  type Option,
  SelectField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { choiceReads, partyOptions } from '#entry/web/pages/work/choices.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import { LANGUAGES, type Text } from '#kernel/language.ts'
import { askDisclosure, relate } from '#modules/practice/index.ts'
import { DossierStepScreen } from './screen.tsx'
import { clientLanguage, listReleasable } from './subject.ts'
import { consentText, WordingPanel } from './wording.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  title: { nl: 'Verstrekking vragen', en: 'Asking for a disclosure' },
  lead: {
    nl: 'De cliënt beslist per stuk en per ontvanger. Er gaat niets naar buiten voordat de cliënt ja zegt en u het daarna verstrekt.',
    en: 'The client decides item by item and recipient by recipient. Nothing leaves before the client says yes and you disclose it after that.',
  },
  item: { nl: 'Welk stuk?', en: 'Which item?' },
  itemHint: {
    nl: 'Van de samenvattingen alleen die de cliënt heeft goedgekeurd.',
    en: 'Of the summaries only those that the client approved.',
  },
  party: { nl: 'Aan wie?', en: 'To whom?' },
  then: {
    nl: 'Daaronder komen de naam van het stuk en de ontvanger.',
    en: 'Below that come the name of the item and the recipient.',
  },
  ask: { nl: 'De cliënt vragen', en: 'Ask the client' },
  nothing: { nl: 'Er is nog niets om te verstrekken', en: 'There is nothing to disclose yet' },
  nothingWhy: {
    nl: 'Verstrekken kan met een samenvatting die de cliënt heeft goedgekeurd, of met een document uit dit dossier.',
    en: 'You can disclose a summary that the client approved, or a document from this dossier.',
  },
  consults: { nl: 'Naar de gesprekken', en: 'To the consults' },
} satisfies Record<string, Text>

const CHOOSE_ITEM = because({ nl: 'Kies een stuk.', en: 'Choose an item.' })
const CHOOSE_PARTY = because({ nl: 'Kies een ontvanger.', en: 'Choose a recipient.' })

/** The relation of a party that is not the principal of the dossier. */
const OTHER_PARTY = 'interested-party'

const disclosureInput = z.object({
  itemId: z.uuid(CHOOSE_ITEM),
  partyId: z.uuid(CHOOSE_PARTY),
  principalId: z.string(),
  language: z.enum(LANGUAGES),
})

interface DisclosurePage {
  readonly file: OpenedFile
  readonly parties: readonly Option[]
}

/** Asks the client whether one document may go to one party. */
export function newDisclosurePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/verstrekkingen/nieuw`, {
    input: disclosureInput,
    labels: { itemId: words.item, partyId: words.party },
    read: async (door, params): Promise<DisclosurePage> => {
      const { file, answers } = await openFileWith(door, desk, params, choiceReads)
      const mayAsk =
        file.access.can('disclosures', 'insert') && isOpenForWriting(file, 'consent_requests')
      if (!mayAsk) throw new AppError('NOT_FOUND')
      consentText(file, 'disclosure')
      return { file, parties: possibleParties(file, partyOptions(answers)) }
    },
    view: drawForm,
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const { itemId, language, partyId, principalId } = input
      const post = postToClient(door, id)
      await once(() =>
        door.changeDossier(desk.activity, id, async (tx) => {
          if (partyId !== principalId) {
            await relate(tx, { holderId: partyId, relation: OTHER_PARTY })
          }
          await askDisclosure(tx, { id: formId, itemId, partyId, language, post })
        }),
      )
      return { to: `${desk.path}/${id}/verstrekkingen`, done: 'consent-asked' }
    },
  })
}

/** The principal, and other parties where the statement knows such a recipient. */
function possibleParties({ dossier, statement }: OpenedFile, all: readonly Option[]): Option[] {
  const principal = dossier.service.principal?.id
  const first = all.filter(({ value }) => value === principal)
  if (!Object.hasOwn(statement.declarations.relations, OTHER_PARTY)) return first
  return [...first, ...all.filter(({ value }) => value !== principal)]
}

function drawForm({ file, parties }: DisclosurePage, form: FormState, door: Door): JSX.Element {
  const items = listReleasable(file).map(({ id, title }) => ({ value: id, label: title }))
  const principal = file.dossier.service.principal?.id ?? ''
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="disclosures"
      title={words.title}
      lead={words.lead}
    >
      <ErrorSummary errors={form.faults} />
      {items.length === 0 || parties.length === 0 ? (
        <EmptyState
          title={words.nothing}
          lead={words.nothingWhy}
          icon="send"
          action={
            <LinkButton href={`${file.path}/gesprekken`} label={words.consults} look="plain" />
          }
        />
      ) : (
        <Form
          action={`${file.path}/verstrekkingen/nieuw`}
          submit={words.ask}
          cancelHref={`${file.path}/verstrekkingen`}
          formId={form.formId}
        >
          <HiddenField name="language" value={clientLanguage(file)} />
          <HiddenField name="principalId" value={principal} />
          <SelectField
            name="itemId"
            label={words.item}
            hint={words.itemHint}
            required
            options={items}
            value={form.value('itemId', door.visit.query.get('stuk'))}
            error={form.fault('itemId')}
          />
          <SelectField
            name="partyId"
            label={words.party}
            required
            options={parties}
            value={form.value('partyId', principal)}
            error={form.fault('partyId')}
          />
          <WordingPanel file={file} consent="disclosure" then={words.then} />
        </Form>
      )}
    </DossierStepScreen>
  )
}
