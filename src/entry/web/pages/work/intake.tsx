import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DateField,
  ErrorSummary,
  Form,
  type Option,
  PageHeader,
  RadioGroup,
  Section,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { isAppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  addParty,
  CHANNELS,
  findEngagement,
  type Person,
  type Profile,
  startEngagement,
} from '#modules/practice/index.ts'
import type { Access } from '#store/access.ts'
import { choiceReads, partyOptions } from './choices.ts'
import { COACH, openFile } from './desk.ts'
import { type FieldNotices, readFieldNotices } from './field-notices.ts'
import { type IntakeInput, intakeInput, toIntake } from './intake-input.ts'
import { clientName } from './person.tsx'
import { PERSON_LABELS, PersonFields } from './person-fields.tsx'
import { WORK } from './words.ts'
import { kindTitle, titled } from '#entry/web/titles.ts'

const words = {
  title: { nl: 'Nieuwe cliënt', en: 'New client' },
  lead: {
    nl: 'Vul in wat u weet. De dienst begint pas als de cliënt de privacyverklaring heeft gezien.',
    en: 'Fill in what you know. The service starts only when the client has seen the privacy statement.',
  },
  leadKnown: {
    nl: 'Kijk na of de gegevens nog kloppen. De cliënt ziet dit dossier naast het vorige.',
    en: 'Check whether the details are still right. The client sees this dossier beside the one before.',
  },
  titleKnown: { nl: 'Nieuwe dienst voor {name}', en: 'New service for {name}' },
  service: { nl: 'De dienst', en: 'The service' },
  kind: { nl: 'Soort dienst', en: 'Kind of service' },
  who: { nl: 'De opdrachtgever', en: 'The principal' },
  task: { nl: 'De opdracht', en: 'The assignment' },
  whoLead: {
    nl: 'Wie de dienst betaalt. Laat dit leeg als de cliënt zelf betaalt.',
    en: 'Who pays for the service. Leave this empty when the client pays.',
  },
  choose: { nl: 'Bekende opdrachtgever', en: 'Known principal' },
  newOne: { nl: 'Of een nieuwe opdrachtgever', en: 'Or a new principal' },
  newEmail: {
    nl: 'E-mailadres van de nieuwe opdrachtgever',
    en: 'Email address of the new principal',
  },
  order: { nl: 'Kenmerk van de opdracht', en: 'Reference of the assignment' },
  orderedOn: { nl: 'Datum van de opdracht', en: 'Date of the assignment' },
  points: {
    nl: 'Verbeterpunten die de opdrachtgever meegaf',
    en: 'Points for improvement from the principal',
  },
  pointsHint: {
    nl: 'De cliënt leest dit vanaf het begin mee.',
    en: 'The client can read this from the start.',
  },
  channel: { nl: 'Hoe liet de opdrachtgever dit weten?', en: 'How did the principal tell this?' },
  save: { nl: 'Cliënt inschrijven', en: 'Register the client' },
} satisfies Record<string, Text>

/** Somebody who is a client already, for whom another service begins. */
interface Known {
  readonly dossierId: string
  readonly client: Person | undefined
  readonly profile: Profile
}

interface IntakePage {
  readonly known?: Known
  readonly access: Access
  readonly kinds: readonly string[]
  readonly parties: readonly Option[]
  readonly notices: FieldNotices
}

const INTAKE = 'intake'

const LABELS = {
  ...PERSON_LABELS,
  kind: words.kind,
  principalId: words.choose,
  newPrincipal: words.newOne,
  newPrincipalEmail: words.newEmail,
  orderReference: words.order,
  orderedOn: words.orderedOn,
  points: words.points,
  pointsChannel: words.channel,
}

/** Registers a client for a service. */
export const intakePage = formPage('/werk/nieuw', {
  input: intakeInput,
  labels: LABELS,
  read: readIntake,
  view: drawIntake,
  act: async ({ door, input, formId }) => {
    const id = await register(door, input, formId)
    const { organisation, site } = door.visit
    const known = await site.recognition?.erasedOn(organisation, input)
    const done = known === undefined ? 'client-started' : 'client-erased-before'
    return { to: `${COACH.path}/${id}/begin`, done }
  },
})

async function readIntake(door: Door): Promise<IntakePage> {
  const { organisation, site } = door.visit
  const access = await door.access(INTAKE)
  const known = await readKnown(door)
  const { partyChoices } = choiceReads(access)
  const answers = await door.list(INTAKE, 'principals', { partyChoices })
  const { declarations } = await site.publication.current(organisation)
  const declared = declarations.activities[INTAKE]?.for ?? Object.keys(declarations.kinds)
  return {
    ...(known && { known }),
    access,
    kinds: declared,
    parties: partyOptions(answers),
    notices: await readFieldNotices(door, INTAKE),
  }
}

/** The client in whose dossier the coach asked for another service. */
async function readKnown(door: Door): Promise<Known | undefined> {
  const id = door.visit.query.get('van')
  if (!id) return undefined
  const { dossier } = await openFile(door, COACH, { id })
  return { dossierId: dossier.id, client: dossier.client, profile: dossier.profile }
}

/**
 * Starts the engagement and answers with its dossier, also when the same form started it before.
 */
async function register(door: Door, input: IntakeInput, formId: string): Promise<string> {
  const { newPrincipal: name, newPrincipalEmail: email, principalId } = input
  try {
    return await door.change(INTAKE, async (tx) => {
      const party = name === '' ? principalId : await addParty(tx, { name, email })
      const samePersonAs = door.visit.query.get('van') ?? undefined
      const intake = { ...toIntake(input), id: formId, principalId: party, samePersonAs }
      return (await startEngagement(tx, intake)).dossierId
    })
  } catch (error) {
    if (!isAppError(error, 'DUPLICATE')) throw error
    const { found } = await door.list(COACH.activity, 'caseload', { found: findEngagement(formId) })
    const [engagement] = found
    if (!engagement) throw error
    return engagement.dossier_id
  }
}

function drawIntake(page: IntakePage, form: FormState, door: Door): JSX.Element {
  const { access, kinds, known, notices } = page
  const title = known
    ? say(words.titleKnown, door.language, { name: say(clientName(known.client), door.language) })
    : words.title
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader
        title={title}
        lead={known ? words.leadKnown : words.lead}
        breadcrumbs={[{ label: WORK.clients, href: '/werk' }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={known ? `/werk/nieuw?van=${known.dossierId}` : '/werk/nieuw'}
        submit={words.save}
        cancelHref={known ? `${COACH.path}/${known.dossierId}` : '/werk'}
        formId={form.formId}
        width="wide"
      >
        <Stack gap="large">
          <Section title={words.service}>
            <RadioGroup
              name="kind"
              label={words.kind}
              required
              options={kinds.map((kind) => ({ value: kind, label: kindTitle(kind) }))}
              value={form.value('kind')}
              error={form.fault('kind')}
              notice={notices('service')}
            />
          </Section>
          <PersonFields
            form={form}
            access={access}
            right="insert"
            notices={notices}
            person={known?.client}
            profile={known?.profile}
          />
          <PrincipalFields page={page} form={form} />
        </Stack>
      </Form>
    </Screen>
  )
}

function PrincipalFields({ page, form }: { page: IntakePage; form: FormState }): JSX.Element {
  const { access, notices } = page
  const payers = page.parties.length > 0 || access.can('parties', 'insert')
  return (
    <Section title={payers ? words.who : words.task} {...(payers && { lead: words.whoLead })}>
      <Stack>
        {page.parties.length > 0 && (
          <SelectField
            name="principalId"
            label={words.choose}
            options={page.parties}
            value={form.value('principalId')}
            error={form.fault('principalId')}
          />
        )}
        {access.can('parties', 'insert') && (
          <>
            <TextField
              name="newPrincipal"
              label={page.parties.length > 0 ? words.newOne : WORK.principal}
              maxLength={200}
              autocomplete="off"
              value={form.value('newPrincipal')}
              error={form.fault('newPrincipal')}
            />
            <TextField
              name="newPrincipalEmail"
              type="email"
              label={words.newEmail}
              maxLength={254}
              autocomplete="off"
              value={form.value('newPrincipalEmail')}
              error={form.fault('newPrincipalEmail')}
            />
          </>
        )}
        {access.can('engagements', 'insert', 'order_reference') && (
          <>
            <TextField
              name="orderReference"
              label={words.order}
              width="medium"
              maxLength={60}
              autocomplete="off"
              value={form.value('orderReference')}
              error={form.fault('orderReference')}
            />
            <DateField
              name="orderedOn"
              label={words.orderedOn}
              value={form.value('orderedOn')}
              error={form.fault('orderedOn')}
            />
          </>
        )}
        {notices('improvement-points') && <PointsFields form={form} notices={notices} />}
      </Stack>
    </Section>
  )
}

function PointsFields({ form, notices }: { form: FormState; notices: FieldNotices }): JSX.Element {
  return (
    <>
      <TextArea
        name="points"
        label={words.points}
        hint={words.pointsHint}
        value={form.value('points')}
        error={form.fault('points')}
        notice={notices('improvement-points')}
      />
      <SelectField
        name="pointsChannel"
        label={words.channel}
        options={Object.entries(CHANNELS).map(([value, label]) => ({
          value,
          label: titled(label),
        }))}
        value={form.value('pointsChannel')}
        error={form.fault('pointsChannel')}
      />
    </>
  )
}
