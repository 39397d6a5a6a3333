import { z } from 'zod'
import {
  ActionForm,
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  Section,
  SelectField,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { act, formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AccreditationTable } from '#entry/web/pages/registry/accreditation-table.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  applyForAccreditation,
  findAccreditation,
  listAccreditations,
  listKeptInstitutions,
  listOpenProgrammes,
} from '#modules/registry/index.ts'
import { ACCREDITED, KEEPING, readKept } from './desk.ts'
import { KeptField, keptOf } from './kept-field.tsx'

const words = {
  lead: {
    nl: 'Voor welke opleidingen uw instelling mag opleiden, en tot wanneer.',
    en: 'The programmes your institution may train for, and until when.',
  },
  apply: { nl: 'Erkenning aanvragen', en: 'Apply for accreditation' },
  send: { nl: 'Aanvragen', en: 'Apply' },
  renew: { nl: 'Verlenging aanvragen', en: 'Apply for renewal' },
  none: { nl: 'Nog geen erkenningen', en: 'No accreditations yet' },
  allThere: {
    nl: 'U hebt voor elke opleiding een erkenning of een aanvraag.',
    en: 'You have an accreditation or an application for each programme.',
  },
  noneWhy: {
    nl: 'Vraag hieronder een erkenning aan. Daarna komt het register bij u langs.',
    en: 'Apply for one below. The register will then come and visit you.',
  },
} satisfies Record<string, Text>

/** The accreditations of an institution: what it has, and what it asks for. */
export const accreditedPage = formPage(ACCREDITED, {
  input: z.object({ programmeId: z.uuid(), partyId: z.uuid().optional() }),
  labels: { programmeId: TRAINING.programme, partyId: TRAINING.ownInstitution },
  read: (door) =>
    readKept(door, 'accreditations', {
      rows: listAccreditations(),
      programmes: listOpenProgrammes,
      kept: listKeptInstitutions,
    }),
  view: ({ rows, programmes, kept }, form, door) => {
    const open = programmes.filter(({ programmeId }) =>
      kept.some(({ partyId }) =>
        rows.every((row) => row.programmeId !== programmeId || row.partyId !== partyId),
      ),
    )
    return (
      <Screen door={door} title={TRAINING.accreditations}>
        <PageHeader title={TRAINING.accreditations} lead={words.lead} />
        <Stack gap="large">
          <ErrorSummary errors={form.faults} />
          <AccreditationTable
            rows={rows}
            named={kept.length > 1}
            acts={({ id, state, renewed }) =>
              !renewed &&
              (state === 'granted' || state === 'ending' || state === 'ended') && (
                <ActionForm
                  action={`${ACCREDITED}/${id}/verlengen`}
                  label={words.renew}
                  look="quiet"
                  size="small"
                />
              )
            }
            empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
          />
          <Section title={words.apply}>
            {open.length === 0 ? (
              <p>
                <Words of={words.allThere} />
              </p>
            ) : (
              <Form action={ACCREDITED} submit={words.send} formId={form.formId}>
                <KeptField form={form} kept={kept} />
                <SelectField
                  name="programmeId"
                  label={TRAINING.programme}
                  options={open.map(({ programmeId, nameNl, nameEn }) => ({
                    value: programmeId,
                    label: { nl: nameNl, en: nameEn },
                  }))}
                  value={form.value('programmeId')}
                  error={form.fault('programmeId')}
                  required
                />
              </Form>
            )}
          </Section>
        </Stack>
      </Screen>
    )
  },
  act: async ({ door, formId, input: { programmeId, partyId: asked } }) => {
    const { kept } = await readKept(door, 'accreditations', { kept: listKeptInstitutions })
    const partyId = keptOf(kept, asked)
    await once(() =>
      door.change(KEEPING, (tx) => applyForAccreditation(tx, { id: formId, partyId, programmeId })),
    )
    return { to: ACCREDITED, done: 'accreditation-asked' }
  },
})

/** Applies for what is to follow an accreditation. */
export const renewAct = act(`${ACCREDITED}/:id/verlengen`, async ({ door, params, formId }) => {
  const renews = idOf(params)
  const { found } = await readKept(door, 'accreditations', {
    found: findAccreditation(renews),
  })
  const [line] = found
  if (!line) throw new AppError('NOT_FOUND')
  const { partyId, programmeId } = line
  await once(() =>
    door.change(KEEPING, (tx) =>
      applyForAccreditation(tx, { id: formId, partyId, programmeId, renews }),
    ),
  )
  return { to: ACCREDITED, done: 'accreditation-asked' }
})
