import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  DataTable,
  DateText,
  ErrorSummary,
  Form,
  PageHeader,
  Panel,
  Section,
  SelectField,
  Stack,
  TextArea,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { page, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { FORMS, LANGUAGE_OPTIONS } from '#entry/web/pages/work/dossier/forms/words.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { kindTitle, titled } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Language, Text } from '#kernel/language.ts'
import {
  FORM_LIMIT,
  FORM_SORTS,
  FORM_TITLE_LIMIT,
  type FormSort,
  formTemplates,
  templateFor,
  type TemplateRow,
  TOKENS,
  writeTemplate,
} from '#modules/practice/index.ts'
import { TEMPLATE_KEEPING, TemplateTabs } from './tabs.tsx'

const words = {
  title: { nl: 'Sjablonen', en: 'Templates' },
  lead: {
    nl: 'De teksten waarmee een formulier begint. Wie een sjabloon wijzigt, maakt een nieuwe versie; formulieren die al begonnen zijn, veranderen niet.',
    en: 'The texts with which a form begins. Whoever changes a template makes a new version; forms that were begun do not change.',
  },
  sort: { nl: 'Soort', en: 'Sort' },
  version: { nl: 'Versie', en: 'Version' },
  supplied: { nl: 'meegeleverd', en: 'supplied' },
  change: { nl: 'Sjabloon wijzigen', en: 'Change the template' },
  save: { nl: 'Als nieuwe versie bewaren', en: 'Save as a new version' },
  kind: { nl: 'Voor welke dienst?', en: 'For which service?' },
  every: {
    nl: 'Elke dienst zonder eigen sjabloon',
    en: 'Every service without a template of its own',
  },
  tokens: { nl: 'Woorden die worden ingevuld', en: 'Words that are filled in' },
  tokensWhy: {
    nl: 'Zet een van deze woorden tussen accolades in de tekst, zoals {naam}.',
    en: 'Put one of these words between braces in the text, such as {name}.',
  },
  versions: { nl: 'Eerdere versies', en: 'Earlier versions' },
  on: { nl: 'Geschreven', en: 'Written' },
} satisfies Record<string, Text>

const PATH = '/werk/sjablonen'

interface TemplateLine {
  readonly sort: FormSort
  readonly language: Language
  readonly rows: readonly TemplateRow[]
}

/** All templates, each with the version in use. */
export const formTemplatesPage = page(PATH, {
  read: async (door): Promise<TemplateLine[]> => {
    const rows = await readTemplates(door)
    return Object.keys(FORM_SORTS).flatMap((sort) =>
      (['nl', 'en'] as const).map((language) => ({
        sort: sort as FormSort, // its own keys
        language,
        rows: rows.filter((row) => row.sort === sort && row.language === language),
      })),
    )
  },
  view: (lines, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <TemplateTabs current="forms" />
      <DataTable
        caption={words.title}
        captionHidden
        rows={lines}
        href={({ sort, language }) => `${PATH}/${sort}/${language}`}
        columns={[
          { title: words.sort, cell: ({ sort }) => <Words of={titled(FORM_SORTS[sort])} /> },
          { title: FORMS.language, cell: ({ language }) => <Words of={languageName(language)} /> },
          {
            title: words.version,
            cell: ({ rows: [newest] }) => newest?.version ?? <Words of={words.supplied} />,
          },
          {
            title: words.on,
            cell: ({ rows: [newest] }) =>
              newest && <DateText day={newest.written_at} form="short" />,
          },
        ]}
        empty={null}
      />
    </Screen>
  ),
})

interface TemplatePage extends TemplateLine {
  /** The kind of service in the address; empty for all others. */
  readonly kind: string
  readonly kinds: readonly string[]
}

/** One template: its words in use, to change, and those before it. */
export const formTemplatePage = formPage(`${PATH}/:sort/:language`, {
  input: z.object({
    title: requiredText(FORM_TITLE_LIMIT),
    body: requiredText(FORM_LIMIT),
    kind: z.string().max(60).default(''),
  }),
  labels: { title: FORMS.name, body: FORMS.body, kind: words.kind },
  read: async (door, params): Promise<TemplatePage> => {
    const place = placeOf(params)
    const rows = await readTemplates(door)
    const statement = await door.visit.site.publication.current(door.visit.organisation)
    return {
      ...place,
      rows: rows.filter((row) => row.sort === place.sort && row.language === place.language),
      kind: door.visit.query.get('dienst') ?? '',
      kinds: Object.keys(statement.declarations.kinds),
    }
  },
  view: drawTemplate,
  act: async ({ door, input, params, formId }) => {
    const place = placeOf(params)
    const kind = input.kind === '' ? undefined : input.kind
    await once(() =>
      door.change(TEMPLATE_KEEPING, (tx) =>
        writeTemplate(tx, { ...place, id: formId, title: input.title, body: input.body, kind }),
      ),
    )
    return { to: PATH, done: 'saved' }
  },
})

function drawTemplate(data: TemplatePage, form: FormState, door: Door): JSX.Element {
  const { sort, language, rows, kind, kinds } = data
  const now = templateFor(rows, { sort, language, ...(kind !== '' && { kind }) })
  const path = `${PATH}/${sort}/${language}`
  return (
    <Screen door={door} title={words.change}>
      <PageHeader
        title={titled(FORM_SORTS[sort])}
        lead={languageName(language)}
        breadcrumbs={[{ label: words.title, href: PATH }]}
      />
      <Stack gap="large">
        <ErrorSummary errors={form.faults} />
        <Form action={path} submit={words.save} cancelHref={PATH} width="wide" formId={form.formId}>
          <SelectField
            name="kind"
            label={words.kind}
            options={[
              { value: '', label: words.every },
              ...kinds.map((value) => ({ value, label: kindTitle(value) })),
            ]}
            value={form.value('kind', kind)}
            error={form.fault('kind')}
          />
          <TextField
            name="title"
            label={FORMS.name}
            required
            maxLength={FORM_TITLE_LIMIT}
            value={form.value('title', now.title)}
            error={form.fault('title')}
          />
          <TextArea
            name="body"
            label={FORMS.body}
            hint={FORMS.markup}
            required
            height="tall"
            maxLength={FORM_LIMIT}
            value={form.value('body', now.body)}
            error={form.fault('body')}
          />
        </Form>
        <Panel title={words.tokens}>
          <p>
            <Words of={words.tokensWhy} />
          </p>
          <p>
            {Object.values(TOKENS)
              .map((token) => `{${token[language]}}`)
              .join(', ')}
          </p>
        </Panel>
        {rows.length > 0 && <Versions rows={rows} />}
      </Stack>
    </Screen>
  )
}

function Versions({ rows }: { rows: readonly TemplateRow[] }): JSX.Element {
  return (
    <Section title={words.versions}>
      <DataTable
        caption={words.versions}
        captionHidden
        rows={rows}
        columns={[
          { title: words.version, cell: ({ version }) => version },
          {
            title: words.kind,
            cell: ({ kind }) => <Words of={kind === null ? words.every : kindTitle(kind)} />,
          },
          { title: FORMS.name, cell: ({ title }) => title },
          { title: words.on, cell: ({ written_at: at }) => <DateText day={at} form="short" /> },
        ]}
        empty={null}
      />
    </Section>
  )
}

async function readTemplates(door: Door): Promise<readonly TemplateRow[]> {
  const { rows } = await door.list(TEMPLATE_KEEPING, 'templates', { rows: formTemplates })
  return rows
}

/** @throws `NOT_FOUND` when there is no such sort or language. */
function placeOf(params: Params): { readonly sort: FormSort; readonly language: Language } {
  const { sort = '', language } = params
  if (!Object.hasOwn(FORM_SORTS, sort) || (language !== 'nl' && language !== 'en')) {
    throw new AppError('NOT_FOUND')
  }
  return { sort: sort as FormSort, language } // one of its keys, as was just seen
}

function languageName(language: Language): Text {
  return LANGUAGE_OPTIONS[language === 'nl' ? 0 : 1].label
}
