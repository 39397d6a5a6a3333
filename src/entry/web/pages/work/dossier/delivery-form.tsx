import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { type AgreementLine, listAgreements } from '#duties/recipients/agreement.ts'
import { deliver } from '#duties/recipients/delivery.ts'
import {
  dayOf,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  type Option,
  PrintButton,
  RadioGroup,
  Stack,
  Toolbar,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, openFile, type OpenedFile } from '#entry/web/pages/work/desk.ts'
import type { Text } from '#kernel/language.ts'
import { sayName } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { DossierStepScreen } from './screen.tsx'

const words = {
  title: { nl: 'Gegevens doorgeven', en: 'Passing on details' },
  lead: {
    nl: 'Voor een test of een andere taak kunt u naam en contactgegevens doorgeven aan een ontvanger uit de privacyverklaring. Dat wordt vastgelegd en de cliënt ziet het.',
    en: 'For a test or another task you can pass on name and contact details to a recipient in the privacy statement. That is recorded, and the client sees it.',
  },
  whom: { nl: 'Aan wie?', en: 'To whom?' },
  gets: { nl: 'Krijgt: {what}', en: 'Gets: {what}' },
  give: { nl: 'Vastleggen en tonen', en: 'Record and show' },
  done: { nl: 'U mag dit doorgeven', en: 'You may pass this on' },
  doneWhy: {
    nl: 'Aan {name}, en niets anders dan dit.',
    en: 'To {name}, and nothing but this.',
  },
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  phone: { nl: 'Telefoonnummer', en: 'Telephone number' },
  back: { nl: 'Terug naar de verstrekkingen', en: 'Back to the disclosures' },
  none: { nl: 'Er is niemand om aan door te geven', en: 'There is nobody to pass on to' },
  noneWhy: {
    nl: 'De privacyverklaring noemt geen vaste ontvanger van deze gegevens, of de overeenkomst is verlopen.',
    en: 'The privacy statement names no fixed recipient of these details, or the agreement has lapsed.',
  },
} satisfies Record<string, Text>

const CHOOSE: Text = { nl: 'Kies een ontvanger.', en: 'Choose a recipient.' }

/** Passes on the client's card to a recipient that the statement names, as far as it may. */
export function deliveryPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/verstrekkingen/doorgeven`, {
    input: z.object({ recipient: z.string(because(CHOOSE)).min(1, because(CHOOSE)).max(100) }),
    labels: { recipient: words.whom },
    read: (door, params) => openFile(door, desk, params),
    view: drawForm,
    act: async ({ door, input: { recipient }, params, formId }) => {
      const id = idOf(params)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          deliver(tx, {
            id: formId,
            recipient,
            channel: 'export',
            purpose: desk.activity,
            subject: 'clients',
            itemId: id,
          }),
        ),
      )
      const file = await openFile(door, desk, params)
      const line = listFixed(file).find((each) => each.recipient === recipient)
      return { show: drawDelivered({ file, line, door }) }
    },
  })
}

/** Recipients with a name and an agreement that get something of the card in this activity. */
function listFixed({ statement, desk }: OpenedFile): AgreementLine[] {
  return listAgreements(statement, VOCABULARY, dayOf(new Date())).filter(
    ({ name, gets, purposes, state }) =>
      name !== undefined &&
      (state === 'stands' || state === 'ending') &&
      purposes.includes(desk.activity) &&
      CARD.every((category) => gets.includes(category)),
  )
}

/** The categories that the card is of. */
const CARD = ['identity', 'contact']

function drawForm(file: OpenedFile, form: FormState, door: Door): JSX.Element {
  const options = listFixed(file).map(
    (line): Option => ({
      value: line.recipient,
      label: line.name ?? line.recipient,
      hint: words.gets[door.language].replace('{what}', sayKinds(line, door)),
    }),
  )
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="disclosures"
      title={words.title}
      lead={words.lead}
    >
      <ErrorSummary errors={form.faults} />
      {options.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="send" />
      ) : (
        <Form
          action={`${file.path}/verstrekkingen/doorgeven`}
          submit={words.give}
          cancelHref={`${file.path}/verstrekkingen`}
          formId={form.formId}
        >
          <RadioGroup
            name="recipient"
            label={words.whom}
            options={options}
            value={form.value('recipient')}
            error={form.fault('recipient')}
            required
          />
        </Form>
      )}
    </DossierStepScreen>
  )
}

function sayKinds({ gets }: AgreementLine, { language }: Door): string {
  return gets.map((word) => VOCABULARY.categories[word]?.says[language] ?? word).join('; ')
}

interface Delivered {
  readonly file: OpenedFile
  readonly line: AgreementLine | undefined
  readonly door: Door
}

function drawDelivered({ file, line, door }: Delivered): JSX.Element {
  const { client } = file.dossier
  return (
    <DossierStepScreen door={door} file={file} part="disclosures" title={words.title}>
      <Stack>
        <Notice tone="success" title={words.done} announce>
          <p>
            <Words of={words.doneWhy} places={{ name: line?.name ?? '' }} />
          </p>
        </Notice>
        <DescriptionList
          items={[
            { term: words.name, value: client && sayName(client) },
            { term: words.email, value: client?.email },
            { term: words.phone, value: client?.phone },
          ]}
        />
        <Toolbar>
          <PrintButton />
          <LinkButton href={`${file.path}/verstrekkingen`} label={words.back} look="plain" />
        </Toolbar>
      </Stack>
    </DossierStepScreen>
  )
}
