import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  Section,
  SelectField,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import {
  ACTION_LABELS,
  actionInput,
  SlotFields,
} from '#entry/web/pages/work/dossier/trajectory/action-form.tsx'
import { TRAJECTORY } from '#entry/web/pages/work/dossier/trajectory/words.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { kindTitle } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import {
  actionTemplates,
  addTemplateAction,
  PERFORMERS,
  removeTemplateAction,
} from '#modules/practice/index.ts'
import type { RowsOf } from '#store/query.ts'
import { TEMPLATE_KEEPING, TemplateTabs } from './tabs.tsx'

const words = {
  title: { nl: 'Actielijsten', en: 'Action lists' },
  lead: {
    nl: 'Wat u in een dienst meestal doet, en in welke week. Een coach begint er de actielijst van een cliënt mee en past die aan. Wat u hier wijzigt, verandert lopende lijsten niet.',
    en: 'What you usually do in a service, and in which week. A coach begins the action list of a client with it and adapts that. What you change here does not change lists in use.',
  },
  none: { nl: 'Nog geen actielijsten', en: 'No action lists yet' },
  noneWhy: {
    nl: 'Voeg hieronder de eerste actie toe en kies voor welke dienst zij is.',
    en: 'Add the first action below and choose for which service it is.',
  },
  add: { nl: 'Actie toevoegen', en: 'Add an action' },
  kind: { nl: 'Voor welke dienst?', en: 'For which service?' },
  remove: { nl: 'Weghalen', en: 'Remove' },
} satisfies Record<string, Text>

const PATH = '/werk/sjablonen/acties'
const KIND_LIMIT = 60

interface Lists {
  readonly rows: RowsOf<typeof actionTemplates>
  readonly kinds: readonly string[]
}

/** The usual actions of each kind of service, and a form to add one. */
export const actionTemplatesPage = formPage(PATH, {
  input: z.object({ ...actionInput, kind: requiredText(KIND_LIMIT) }),
  labels: { ...ACTION_LABELS, kind: words.kind },
  read: async (door): Promise<Lists> => {
    const { rows } = await door.list(TEMPLATE_KEEPING, 'templates', { rows: actionTemplates })
    const statement = await door.visit.site.publication.current(door.visit.organisation)
    return { rows, kinds: Object.keys(statement.declarations.kinds) }
  },
  view: drawLists,
  act: async ({ door, input, formId }) => {
    await once(() =>
      door.change(TEMPLATE_KEEPING, (tx) => addTemplateAction(tx, { id: formId, ...input })),
    )
    return { to: PATH, done: 'saved' }
  },
})

export const removeTemplateActionAct = act(`${PATH}/:line/weg`, async ({ door, params }) => {
  const id = idOf(params, 'line')
  await door.change(TEMPLATE_KEEPING, (tx) => removeTemplateAction(tx, id))
  return { to: PATH, done: 'removed' }
})

function drawLists({ rows, kinds }: Lists, form: FormState, door: Door): JSX.Element {
  const used = kinds.filter((kind) => rows.some((row) => row.kind === kind))
  return (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <TemplateTabs current="actions" />
      <Stack gap="large">
        {used.length === 0 && <EmptyState title={words.none} lead={words.noneWhy} icon="check" />}
        {used.map((kind) => (
          <Section title={kindTitle(kind)}>
            <KindLines rows={rows.filter((row) => row.kind === kind)} kind={kind} />
          </Section>
        ))}
        <Section title={words.add}>
          <ErrorSummary errors={form.faults} />
          <Form action={PATH} submit={words.add} formId={form.formId}>
            <SelectField
              name="kind"
              label={words.kind}
              required
              options={kinds.map((kind) => ({ value: kind, label: kindTitle(kind) }))}
              value={form.value('kind')}
              error={form.fault('kind')}
            />
            <SlotFields form={form} />
          </Form>
        </Section>
      </Stack>
    </Screen>
  )
}

function KindLines({ rows, kind }: { rows: Lists['rows']; kind: string }): JSX.Element {
  return (
    <DataTable
      caption={kindTitle(kind)}
      captionHidden
      rows={rows}
      columns={[
        { title: TRAJECTORY.action, cell: ({ body }) => body },
        {
          title: TRAJECTORY.who,
          cell: ({ performer }) => (
            <Words of={performer === 'client' ? PERFORMERS.client : PERFORMERS.coach} />
          ),
        },
        { title: TRAJECTORY.week, cell: ({ week }) => week, align: 'end' },
        { title: TRAJECTORY.day, cell: ({ day }) => day, align: 'end' },
        {
          title: words.remove,
          cell: ({ id }) => (
            <ActionForm
              action={`${PATH}/${id}/weg`}
              label={words.remove}
              look="quiet"
              size="small"
              icon="trash"
            />
          ),
        },
      ]}
      empty={null}
    />
  )
}
