import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  LinkButton,
  type Option,
  SelectField,
  TextField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { choiceReads, partyOptions } from '#entry/web/pages/work/choices.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { emailOrEmpty, optionalId, optionalText } from '#entry/web/pages/work/input.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import { LANGUAGES, type Text } from '#kernel/language.ts'
import { addParty, askDisclosure, relate } from '#modules/practice/index.ts'
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
  newParty: { nl: 'Of een nieuwe ontvanger', en: 'Or a new recipient' },
  newPartyHint: {
    nl: 'Bijvoorbeeld de leidinggevende van de cliënt, of een arbodienst.',
    en: 'For example the client’s manager, or an occupational health service.',
  },
  newPartyEmail: {
    nl: 'E-mailadres van de nieuwe ontvanger',
    en: 'Email address of the new recipient',
  },
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

/** In which parties are added. */
const INTAKE = 'intake'
const PARTY = 200
/** Relations of a party that is not the principal, of which the statement has some. */
const OTHER_PARTIES = ['interested-party', 'professional'] as const

function otherParty({ statement }: Pick<OpenedFile, 'statement'>): string | undefined {
  return OTHER_PARTIES.find((word) => Object.hasOwn(statement.declarations.relations, word))
}

const disclosureInput = z.object({
  itemId: z.uuid(CHOOSE_ITEM),
  partyId: optionalId(),
  newParty: optionalText(PARTY),
  newPartyEmail: emailOrEmpty().default(''),
  principalId: z.string(),
  language: z.enum(LANGUAGES),
})
const asked = disclosureInput
  .refine(({ partyId, newParty }) => partyId !== undefined || newParty !== '', {
    path: ['partyId'],
    message: CHOOSE_PARTY,
  })
  .transform((input) => (input.newParty === '' ? input : { ...input, partyId: undefined }))

interface DisclosurePage {
  readonly file: OpenedFile
  readonly parties: readonly Option[]
  /** Whether a recipient who is not known yet can be added here. */
  readonly mayAdd: boolean
}

/** Asks the client whether one document may go to one party. */
export function newDisclosurePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/verstrekkingen/nieuw`, {
    input: asked,
    labels: {
      itemId: words.item,
      partyId: words.party,
      newParty: words.newParty,
      newPartyEmail: words.newPartyEmail,
    },
    read: async (door, params): Promise<DisclosurePage> => {
      const { file, answers } = await openFileWith(door, desk, params, choiceReads)
      const mayAsk =
        file.access.can('disclosures', 'insert') && isOpenForWriting(file, 'consent_requests')
      if (!mayAsk) throw new AppError('NOT_FOUND')
      consentText(file, 'disclosure')
      const intake = await door.access(INTAKE)
      const mayAdd = otherParty(file) !== undefined && intake.can('parties', 'insert')
      return { file, parties: possibleParties(file, partyOptions(answers)), mayAdd }
    },
    view: drawForm,
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const { itemId, language, principalId } = input
      const post = postToClient(door, id)
      const partyId = input.partyId ?? (await addRecipient(door, input))
      const { organisation, site } = door.visit
      const relation = otherParty({ statement: await site.publication.current(organisation) })
      await once(() =>
        door.changeDossier(desk.activity, id, async (tx) => {
          if (partyId !== principalId && relation !== undefined) {
            await relate(tx, { holderId: partyId, relation })
          }
          await askDisclosure(tx, { id: formId, itemId, partyId, language, post })
        }),
      )
      return { to: `${desk.path}/${id}/verstrekkingen`, done: 'consent-asked' }
    },
  })
}

/**
 * Adds a party in the activity that may: knowing a party opens nothing, so it need not go together
 * with the question.
 */
function addRecipient(
  door: Door,
  { newParty: name, newPartyEmail: email }: z.infer<typeof disclosureInput>,
): Promise<string> {
  return door.change(INTAKE, (tx) => addParty(tx, { name, email }))
}

/** The principal, and other parties where the statement knows such a recipient. */
function possibleParties(file: OpenedFile, all: readonly Option[]): Option[] {
  const principal = file.dossier.service.principal?.id
  const first = all.filter(({ value }) => value === principal)
  if (otherParty(file) === undefined) return first
  return [...first, ...all.filter(({ value }) => value !== principal)]
}

function drawForm(
  { file, mayAdd, parties }: DisclosurePage,
  form: FormState,
  door: Door,
): JSX.Element {
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
      {items.length === 0 || (parties.length === 0 && !mayAdd) ? (
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
            required={!mayAdd}
            options={parties}
            value={form.value('partyId', principal)}
            error={form.fault('partyId')}
          />
          {mayAdd && <NewPartyFields form={form} />}
          <WordingPanel file={file} consent="disclosure" then={words.then} />
        </Form>
      )}
    </DossierStepScreen>
  )
}

function NewPartyFields({ form }: { form: FormState }): JSX.Element {
  return (
    <>
      <TextField
        name="newParty"
        label={words.newParty}
        hint={words.newPartyHint}
        maxLength={PARTY}
        autocomplete="off"
        value={form.value('newParty')}
        error={form.fault('newParty')}
      />
      <TextField
        name="newPartyEmail"
        type="email"
        label={words.newPartyEmail}
        maxLength={254}
        autocomplete="off"
        value={form.value('newPartyEmail')}
        error={form.fault('newPartyEmail')}
      />
    </>
  )
}
