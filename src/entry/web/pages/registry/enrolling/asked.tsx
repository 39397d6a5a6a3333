import { z } from 'zod'
import {
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  Section,
  Stack,
  TextField,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { readStatement, titleOf } from '#entry/web/pages/rights/office.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { askEnrolmentLink, listOpenProgrammes } from '#modules/registry/index.ts'

const words = {
  title: { nl: 'Inschrijven als student', en: 'Enrol as a student' },
  lead: {
    nl: 'Wij sturen u een link om een account te maken. Daarna vult u in wie u bent en welke opleiding u volgt. Gebruikt u de link niet, dan bewaren wij niets van u.',
    en: 'We send you a link to make an account. After that you enter who you are and which programme you follow. If you do not use the link, we keep nothing about you.',
  },
  send: { nl: 'Stuur mij de link', en: 'Send me the link' },
  months: { nl: 'Duur in maanden', en: 'Months' },
  code: { nl: 'Code', en: 'Code' },
  programmes: { nl: 'Opleidingen die u nu kunt beginnen', en: 'Programmes that you can start now' },
  none: { nl: 'Er zijn nu geen opleidingen', en: 'There are no programmes now' },
} satisfies Record<string, Text>

const PATH = '/inschrijven'

/** Anybody asks for a link to enrol. */
export const askedPage = formPage(PATH, {
  input: z.object({ name: requiredText(200), email: z.email().max(254) }),
  labels: TRAINING,
  read: async (door) => {
    const { declarations } = await readStatement(door)
    if (!Object.hasOwn(declarations.activities, 'self-enrolment')) throw new AppError('NOT_FOUND')
    const { programmes } = await door.publicly({ programmes: listOpenProgrammes })
    return programmes
  },
  view: (programmes, form, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <Form action={PATH} submit={words.send} formId={form.formId}>
          <TextField
            name="name"
            label={TRAINING.name}
            value={form.value('name')}
            error={form.fault('name')}
            autocomplete="name"
            required
          />
          <TextField
            name="email"
            type="email"
            label={TRAINING.email}
            value={form.value('email')}
            error={form.fault('email')}
            autocomplete="email"
            required
          />
        </Form>
        <Section title={words.programmes}>
          <DataTable
            caption={words.programmes}
            captionHidden
            rows={programmes}
            columns={[
              {
                title: TRAINING.programme,
                cell: ({ nameNl, nameEn }) => (door.language === 'nl' ? nameNl : nameEn),
              },
              { title: words.code, cell: ({ code }) => code },
              { title: words.months, cell: ({ months }) => String(months), align: 'end' },
            ]}
            empty={<EmptyState title={words.none} icon="file" />}
          />
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, formId, input: { name, email } }) => {
    const { site, organisation, address } = door.visit
    await once(() =>
      askEnrolmentLink(
        site.accounts,
        { organisation, title: titleOf(door), address },
        { id: formId, name, email, language: door.language },
      ),
    )
    return { to: PATH, done: 'enrolment-link-sent' }
  },
})
