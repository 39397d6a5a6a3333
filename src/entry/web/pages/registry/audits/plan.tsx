import { z } from 'zod'
import {
  DateField,
  dayOf,
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  SelectField,
  TextField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { titled } from '#entry/web/titles.ts'
import { requiredDay } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import { AUDIT_PLANNING, auditChoices, planAudit, SAMPLE_LIMIT } from '#modules/registry/index.ts'
import { AUDIT_WORDS, AUDITS_PATH, registryPostOf } from './places.ts'

const PATH = `${AUDITS_PATH}/nieuw`
const SAMPLE = '5'

const words = {
  title: { nl: 'Audit plannen', en: 'Plan an audit' },
  lead: {
    nl: 'Het toeval kiest de studenten. Zij krijgen een mail, en de instelling ook.',
    en: 'The students are picked at random. They get an email, and so does the institution.',
  },
  sample: { nl: 'Aantal studenten', en: 'Number of students' },
  sampleHint: { nl: 'Hoogstens 200.', en: 'At most 200.' },
  endsHint: {
    nl: 'Daarna kan niemand voor deze audit nog in een portfolio kijken. Hoogstens 120 dagen na de eerste dag.',
    en: 'After this day nobody can open a portfolio for this audit. At most 120 days after the first day.',
  },
  plan: { nl: 'Loten en plannen', en: 'Draw and plan' },
  none: { nl: 'Er zijn nog geen auditoren', en: 'There are no auditors yet' },
  noneWhy: {
    nl: 'Een beheerder nodigt eerst iemand uit die audits doet.',
    en: 'Ask an administrator to invite an auditor first.',
  },
} satisfies Record<string, Text>

const BACKWARDS = because({
  nl: 'De laatste dag ligt voor de eerste. Kies een latere dag.',
  en: 'The last day is before the first. Choose a later day.',
})

/** Plans an audit. */
export const planAuditPage = formPage(PATH, {
  input: z
    .object({
      party: z.uuid(),
      programme: z.union([z.uuid(), z.literal('')]).default(''),
      auditor: z.uuid(),
      starts: requiredDay(),
      ends: requiredDay(),
      sample: z.coerce.number().int().min(1).max(SAMPLE_LIMIT),
    })
    .refine(({ starts, ends }) => ends >= starts, { path: ['ends'], message: BACKWARDS }),
  labels: {
    party: AUDIT_WORDS.institution,
    programme: AUDIT_WORDS.programme,
    auditor: AUDIT_WORDS.auditor,
    starts: AUDIT_WORDS.startsOn,
    ends: AUDIT_WORDS.endsOn,
    sample: words.sample,
  },
  read: (door) => door.list(AUDIT_PLANNING, 'audits', auditChoices),
  view: ({ institutions, programmes, auditors }, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: AUDIT_WORDS.audits, href: AUDITS_PATH }]}
      />
      <ErrorSummary errors={form.faults} />
      {auditors.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="people" />
      ) : (
        <Form action={PATH} submit={words.plan} cancelHref={AUDITS_PATH} formId={form.formId}>
          <SelectField
            name="party"
            label={AUDIT_WORDS.institution}
            options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.value('party')}
            error={form.fault('party')}
            required
          />
          <SelectField
            name="programme"
            label={AUDIT_WORDS.programme}
            empty={titled(AUDIT_WORDS.all)}
            options={programmes.map(({ id, name_nl: nl, name_en: en }) => ({
              value: id,
              label: { nl, en },
            }))}
            value={form.value('programme')}
            error={form.fault('programme')}
          />
          <SelectField
            name="auditor"
            label={AUDIT_WORDS.auditor}
            options={auditors.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.value('auditor')}
            error={form.fault('auditor')}
            required
          />
          <DateField
            name="starts"
            label={AUDIT_WORDS.startsOn}
            value={form.value('starts', dayOf(new Date()))}
            error={form.fault('starts')}
            required
          />
          <DateField
            name="ends"
            label={AUDIT_WORDS.endsOn}
            hint={words.endsHint}
            value={form.value('ends')}
            error={form.fault('ends')}
            required
          />
          <TextField
            name="sample"
            label={words.sample}
            hint={words.sampleHint}
            type="number"
            width="short"
            value={form.value('sample', SAMPLE)}
            error={form.fault('sample')}
            required
          />
        </Form>
      )}
    </Screen>
  ),
  act: async ({ door, input, formId }) => {
    const { party, programme, auditor, starts, ends, sample } = input
    await once(() =>
      door.change(AUDIT_PLANNING, (tx) =>
        planAudit(tx, registryPostOf(door), {
          id: formId,
          partyId: party,
          programmeId: programme === '' ? undefined : programme,
          auditorId: auditor,
          startsOn: starts,
          endsOn: ends,
          sample,
        }),
      ),
    )
    return { to: `${AUDITS_PATH}/${formId}`, done: 'audit-planned' }
  },
})
