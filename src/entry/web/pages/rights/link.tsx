import { z } from 'zod'
import { linkRequest, withdrawConsent } from '#duties/rights/desk.ts'
import {
  Badge,
  CheckboxField,
  DataTable,
  DateText,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  PageHeader,
  RadioGroup,
  Section,
  TextField,
  Words,
  Reference,
} from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { readDeskFile } from './desk-request.ts'
import { RIGHTS } from './look.ts'
import { DESK_PATH, HANDLING } from './office.ts'

const words = {
  title: { nl: 'Dossier koppelen', en: 'Link a dossier' },
  lead: {
    nl: 'Over welk dossier gaat het verzoek? U ziet alleen nummers en soorten, nooit wat erin staat.',
    en: 'Which dossier is the request about? You see only numbers and kinds, never what is in it.',
  },
  maybe: { nl: 'Misschien gaat het om', en: 'It may be about' },
  number: { nl: 'Dossiernummer', en: 'Number of the dossier' },
  kind: { nl: 'Soort', en: 'Kind' },
  since: { nl: 'Sinds', en: 'Since' },
  why: { nl: 'Waarom', en: 'Why' },
  byEmail: { nl: 'zelfde e-mailadres', en: 'same e-mail address' },
  byNumber: { nl: 'genoemd nummer', en: 'number that was given' },
  restricted: { nl: 'beperkt', en: 'restricted' },
  none: { nl: 'Geen dossier gevonden', en: 'No dossier found' },
  noneWhy: {
    nl: 'Bij dit e-mailadres of nummer hoort geen dossier. Vraag de persoon om een dossiernummer, of wijs toe zonder dossier: dan luidt het antwoord dat wij niets hebben.',
    en: 'No dossier goes with this e-mail address or number. Ask the person for a number, or grant without a dossier: then the answer is that we hold nothing.',
  },
  whole: {
    nl: 'Het gaat om alle dossiers van deze persoon',
    en: 'It is about every dossier of this person',
  },
  save: { nl: 'Koppelen', en: 'Link' },
  consentTitle: { nl: 'Toestemming intrekken', en: 'Withdraw the consent' },
  consentLead: {
    nl: 'Welke toestemming wil de persoon intrekken? Daar is geen identiteitsbewijs voor nodig en het wordt nooit geweigerd: wat op de toestemming rust, stopt meteen.',
    en: 'Which consent does the person want to withdraw? It takes no identity document and is never refused: what rests on the consent stops at once.',
  },
  noConsent: { nl: 'Er is niets in te trekken', en: 'There is nothing to withdraw' },
  noConsentWhy: {
    nl: 'In het gekoppelde dossier staat geen toestemming die nu geldt. Koppel eerst het goede dossier, of vraag de persoon welke toestemming het is.',
    en: 'No consent stands in the linked dossier now. Link the right dossier first, or ask the person which consent it is.',
  },
  consent: { nl: 'Toestemming', en: 'Consent' },
  everything: { nl: 'Alle toestemmingen', en: 'All consents' },
  choose: { nl: 'Intrekken', en: 'Withdraw' },
} satisfies Record<string, Text>

/** Ties a request to a dossier, by its number. */
export const linkPage = formPage(`${DESK_PATH}/:id/dossier`, {
  input: z.object({
    reference: z.string().trim().min(1).max(60),
    whole: z.literal('on').optional(),
  }),
  read: readDeskFile,
  view: ({ request, suggestions }, form, door) => {
    const path = `${DESK_PATH}/${request.id}`
    return (
      <Screen door={door} title={words.title} width="narrow">
        <PageHeader
          title={words.title}
          lead={words.lead}
          breadcrumbs={[
            { label: RIGHTS.requests, href: DESK_PATH },
            { label: request.number, href: path },
          ]}
        />
        <ErrorSummary errors={form.faults} />
        <Section title={words.maybe}>
          <DataTable
            caption={words.maybe}
            captionHidden
            rows={suggestions}
            columns={[
              { title: words.number, cell: ({ reference }) => <Reference of={reference} /> },
              {
                title: words.kind,
                cell: ({ kind }) => <Words of={VOCABULARY.kinds[kind]?.says ?? kind} />,
              },
              { title: words.since, cell: ({ startedAt }) => <DateText day={startedAt} /> },
              {
                title: words.why,
                cell: ({ byEmail, restricted }) => (
                  <>
                    <Words of={byEmail ? words.byEmail : words.byNumber} />{' '}
                    {restricted && <Badge label={words.restricted} tone="warning" />}
                  </>
                ),
              },
            ]}
            empty={<EmptyState title={words.none} lead={words.noneWhy} icon="search" />}
          />
        </Section>
        <Form action={`${path}/dossier`} submit={words.save} cancelHref={path} formId={form.formId}>
          <TextField
            name="reference"
            label={words.number}
            width="medium"
            autocomplete="off"
            value={form.value('reference', request.reference ?? suggestions[0]?.reference)}
            error={form.fault('reference')}
            required
          />
          <CheckboxField
            name="whole"
            label={words.whole}
            checked={form.value('whole') === 'on' || form.faults.length === 0}
          />
        </Form>
      </Screen>
    )
  },
  act: async ({ door, params, input: { reference, whole } }) => {
    const id = idOf(params)
    await door.change(HANDLING, (tx) =>
      linkRequest(tx, id, { reference, wholePerson: whole === 'on' }),
    )
    return { to: `${DESK_PATH}/${id}`, done: 'request-linked' }
  },
})

/** Withdraws the consent that a request is about: withdrawing is as easy as giving was. */
export const consentChoicePage = formPage(`${DESK_PATH}/:id/toestemming`, {
  input: z.object({ consent: z.union([z.literal('all'), z.uuid()]) }),
  read: readDeskFile,
  view: ({ request, withdrawable }, form, door) => {
    const path = `${DESK_PATH}/${request.id}`
    return (
      <Screen door={door} title={words.consentTitle} width="narrow">
        <PageHeader
          title={words.consentTitle}
          lead={words.consentLead}
          breadcrumbs={[
            { label: RIGHTS.requests, href: DESK_PATH },
            { label: request.number, href: path },
          ]}
        />
        <ErrorSummary errors={form.faults} />
        {withdrawable.length === 0 ? (
          <EmptyState title={words.noConsent} lead={words.noConsentWhy} />
        ) : (
          <Form
            action={`${path}/toestemming`}
            submit={words.choose}
            cancelHref={path}
            formId={form.formId}
          >
            <RadioGroup
              name="consent"
              label={words.consent}
              options={[
                { value: 'all', label: words.everything },
                ...withdrawable.map(({ requestId, consent, reference, decidedAt }) => ({
                  value: requestId,
                  label: VOCABULARY.consents[consent]?.says ?? consent,
                  hint: `${reference}, ${formatDay(decidedAt, door.language)}`,
                })),
              ]}
              value={form.value('consent', request.about ?? 'all')}
              error={form.fault('consent')}
              required
            />
          </Form>
        )}
      </Screen>
    )
  },
  act: async ({ door, params, input: { consent } }) => {
    const id = idOf(params)
    const which = consent === 'all' ? null : consent
    await door.change(HANDLING, (tx) => withdrawConsent(tx, id, which))
    return { to: `${DESK_PATH}/${id}`, done: 'request-step' }
  },
})
