import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  RadioGroup,
  Section,
  Stack,
  TextArea,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { fileAnswer } from '#entry/web/http/file-answer.ts'
import { formPage, type FormState } from '#entry/web/http/form.tsx'
import { answer, idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { PortfolioItems } from '#entry/web/pages/registry/portfolio/items.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  AUDITS,
  findingOf,
  judge,
  JUDGEMENT_LIMIT,
  portfolioReads,
  readPortfolio,
  readPortfolioFile,
  registrantName,
  studentAudits,
} from '#modules/registry/index.ts'
import { AUDIT_WORDS, AUDITOR_PATH, studentName } from './places.ts'
import { JudgementBadge, JUDGEMENTS } from './state.tsx'

const words = {
  empty: {
    nl: 'De student heeft er nog niets in gezet.',
    en: 'The student has not added anything yet.',
  },
  save: { nl: 'Opslaan', en: 'Save' },
  judgement: { nl: 'Oordeel', en: 'Judgement' },
  found: { nl: 'Wat zag u?', en: 'What did you see?' },
  foundHint: { nl: 'De student leest dit ook.', en: 'The student reads this too.' },
} satisfies Record<string, Text>

async function openAudited(door: Door, params: Params) {
  const auditId = idOf(params)
  const id = idOf(params, 'dossier')
  const { dossier, answers } = await door.open(AUDITS, id, {
    ...portfolioReads(id),
    names: registrantName(id),
    audits: studentAudits(id),
  })
  // Another audit may let the auditor in to the same student.
  const audit = answers.audits.find((each) => each.audit_id === auditId && each.running)
  if (!audit) throw new AppError('NOT_FOUND')
  const items = readPortfolio(dossier, answers)
  const [name] = answers.names
  const student = name ? studentName(name) : ''
  return { id, auditId, audit, student, items, finding: findingOf(dossier, audit) }
}

/** What an auditor sees of one student, and writes of it. */
export const auditedPage = formPage(`${AUDITOR_PATH}/:id/:dossier`, {
  input: z.object({
    judgement: z.enum(['in-order', 'not-in-order']),
    words: requiredText(JUDGEMENT_LIMIT),
  }),
  labels: { judgement: words.judgement, words: words.found },
  read: openAudited,
  view: ({ id, auditId, audit, student, items, finding }, form, door) => {
    const path = `${AUDITOR_PATH}/${auditId}/${id}`
    return (
      <Screen door={door} title={AUDIT_WORDS.portfolio}>
        <PageHeader
          title={student}
          lead={AUDIT_WORDS.portfolio}
          status={audit.judgement && <JudgementBadge of={audit.judgement} />}
          breadcrumbs={[
            { label: AUDIT_WORDS.ownAudits, href: AUDITOR_PATH },
            { label: audit.party, href: `${AUDITOR_PATH}/${auditId}` },
          ]}
        />
        <Stack gap="large">
          <ErrorSummary errors={form.faults} />
          <PortfolioItems
            level={2}
            items={items}
            fileHref={(item) => `${path}/${item.id}`}
            emptyLead={words.empty}
          />
          <Section title={AUDIT_WORDS.finding}>
            <Form action={path} formId={form.formId}>
              <Finding form={form} judgement={audit.judgement} finding={finding} />
              <Actions>
                <Button label={words.save} />
                <LinkButton
                  href={`${AUDITOR_PATH}/${auditId}`}
                  label={AUDIT_WORDS.students}
                  look="plain"
                />
              </Actions>
            </Form>
          </Section>
        </Stack>
      </Screen>
    )
  },
  act: async ({ door, params, input }) => {
    const auditId = idOf(params)
    await door.changeDossier(AUDITS, idOf(params, 'dossier'), (tx) =>
      judge(tx, { auditId, ...input }),
    )
    return { to: `${AUDITOR_PATH}/${auditId}`, done: 'saved' }
  },
})

interface FindingProps {
  readonly form: FormState
  readonly judgement: string | null
  readonly finding: string | undefined
}

function Finding({ form, judgement, finding }: FindingProps): JSX.Element {
  return (
    <Stack>
      <RadioGroup
        name="judgement"
        label={words.judgement}
        options={Object.entries(JUDGEMENTS).map(([value, { label }]) => ({ value, label }))}
        value={form.value('judgement', judgement)}
        error={form.fault('judgement')}
        required
      />
      <TextArea
        name="words"
        label={words.found}
        hint={words.foundHint}
        value={form.value('words', finding ?? '')}
        error={form.fault('words')}
        maxLength={JUDGEMENT_LIMIT}
        required
      />
    </Stack>
  )
}

/** A file of a portfolio, for the auditor. */
export const auditedFile = answer(`${AUDITOR_PATH}/:id/:dossier/:item`, async (door, params, c) => {
  const item = idOf(params, 'item')
  const dossierId = idOf(params, 'dossier')
  const file = await door.changeDossier(AUDITS, dossierId, (tx) => readPortfolioFile(tx, item))
  return fileAnswer(c, file, { keep: false })
})
