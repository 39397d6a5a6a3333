import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Actions,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { type FormState, formPage } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { kindTitle } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import {
  CHOICES,
  chooseSuccession,
  OUTCOMES_OF_ENDING,
  type OwnSuccession,
  ownSuccessions,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Als wij stoppen', en: 'If we stop' },
  none: { nl: 'Wij stoppen niet', en: 'We do not stop' },
  noneWhy: {
    nl: 'Stopt onze praktijk ooit, dan krijgt u bericht en kiest u hier wat er met uw dossier gebeurt.',
    en: 'If our practice ever ends, you are told, and choose here what becomes of your dossier.',
  },
  lead: {
    nl: '{successor} zorgt voor de dossiers en ziet nu alleen wie u bent en hoe u te bereiken bent.',
    en: '{successor} takes care of the dossiers and now sees only who you are and how to reach you.',
  },
  days: {
    nl: 'Onze laatste dag is {last}. U kunt kiezen tot en met {until}.',
    en: 'Our last day is {last}. You can choose until {until}.',
  },
  dossier: { nl: '{kind}, dossier {reference}', en: '{kind}, dossier {reference}' },
  what: { nl: 'Wat moet er met dit dossier gebeuren?', en: 'What is to become of this dossier?' },
  transferHint: {
    nl: 'De opvolger wordt uw coach en kan het dossier lezen, vanaf onze laatste dag.',
    en: 'The successor becomes your coach and can read the dossier, from our last day on.',
  },
  closeHint: {
    nl: 'Niemand van de praktijk leest het meer. U houdt zelf toegang tot de termijn voorbij is.',
    en: 'Nobody of the practice reads it any more. You keep access until the term is over.',
  },
  destroyHint: {
    nl: 'Moet het van een wet blijven, dan gaat het weg op de eerste dag dat dat mag.',
    en: 'If a law says that it must stay, it goes on the first day on which it may.',
  },
  save: { nl: 'Keuze bewaren', en: 'Save the choice' },
  silent: {
    nl: 'Kiest u niet, dan sluiten wij het dossier af en bewaren wij het tot de termijn voorbij is.',
    en: 'If you do not choose, we close the dossier and keep it until the term is over.',
  },
  take: { nl: 'Alles meenemen', en: 'Take everything along' },
  takeWhy: {
    nl: 'Wat u ook kiest, u kunt altijd alles meenemen in een bestand dat een andere praktijk kan inlezen.',
    en: 'Whatever you choose, you can always take everything along in a file that another practice can read in.',
  },
  outcome: { nl: 'Dit dossier: {outcome}.', en: 'This dossier: {outcome}.' },
} satisfies Record<string, Text>

const PATH = '/mijn/einde'
const SELF_SERVICE = 'self-service'

/** Where clients choose what becomes of their dossiers when the practice ends. */
export const ownEndingPage = formPage(PATH, {
  input: z.object({ dossier: z.uuid(), choice: z.enum(['transfer', 'close', 'destroy']) }),
  labels: { choice: words.what },
  read: async (door) => {
    const { own } = await door.list(SELF_SERVICE, 'own-ending', { own: ownSuccessions })
    return own
  },
  view: drawOwn,
  act: async ({ door, input: { dossier, choice } }) => {
    await door.changeDossier(SELF_SERVICE, dossier, (tx) => chooseSuccession(tx, choice))
    return { to: PATH, done: 'saved' }
  },
})

function drawOwn(own: readonly OwnSuccession[], form: FormState, door: Door): JSX.Element {
  const [first] = own
  if (!first) {
    return (
      <Screen door={door} title={words.title} width="narrow">
        <PageHeader title={words.title} />
        <EmptyState title={words.none} lead={words.noneWhy} icon="file" />
      </Screen>
    )
  }
  const { language } = door
  // Once it is settled there is nothing left to choose.
  const isOpen = own.some(({ outcome }) => outcome === null)
  const lead = isOpen && say(words.lead, language, { successor: first.successor })
  const days = {
    last: formatDay(first.ends_on, language),
    until: formatDay(first.choose_by, language),
  }
  return (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} {...(lead && { lead })} />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        {isOpen && (
          <Notice tone="warning">
            <p>
              <Words of={words.days} places={days} />
            </p>
            <p>
              <Words of={words.silent} />
            </p>
          </Notice>
        )}
        {own.map((each) => (
          <Dossier of={each} form={form} door={door} />
        ))}
        <Section title={words.take}>
          <Stack>
            <p>
              <Words of={words.takeWhy} />
            </p>
            <Actions>
              <LinkButton href="/mijn/alles" label={words.take} look="plain" icon="download" />
            </Actions>
          </Stack>
        </Section>
      </Stack>
    </Screen>
  )
}

interface DossierProps {
  readonly of: OwnSuccession
  readonly form: FormState
  readonly door: Door
}

function Dossier({ of: own, form, door }: DossierProps): JSX.Element {
  const { dossier_id: id, kind, reference, choice, outcome } = own
  const { language } = door
  const title = say(words.dossier, language, { kind: say(kindTitle(kind), language), reference })
  if (outcome) {
    return (
      <Section title={title}>
        <p>
          <Words of={words.outcome} places={{ outcome: OUTCOMES_OF_ENDING[outcome][language] }} />
        </p>
      </Section>
    )
  }
  const again = form.value('dossier') === id
  return (
    <Section title={title}>
      <Form action={PATH} submit={words.save} formId={form.formId}>
        <HiddenField name="dossier" value={id} />
        <RadioGroup
          name="choice"
          label={words.what}
          required
          value={again ? form.value('choice', choice) : (choice ?? '')}
          error={again ? form.fault('choice') : undefined}
          options={[
            { value: 'transfer', label: CHOICES.transfer, hint: words.transferHint },
            { value: 'close', label: CHOICES.close, hint: words.closeHint },
            { value: 'destroy', label: CHOICES.destroy, hint: words.destroyHint },
          ]}
        />
      </Form>
    </Section>
  )
}
