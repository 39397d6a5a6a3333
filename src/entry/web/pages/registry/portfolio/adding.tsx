import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ErrorSummary,
  FileField,
  Form,
  PageHeader,
  SelectField,
  Stack,
  TextArea,
  TextField,
  useView,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { optionalText, requiredText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import { FILE_ENDINGS, ReceivedFile, receiveFile } from '#modules/practice/index.ts'
import {
  addAttestation,
  addPortfolioFile,
  ATTESTATION_LIMIT,
  PORTFOLIO_TITLE_LIMIT,
  type Requirement,
  requirementsOf,
} from '#modules/registry/index.ts'
import { OWN_PORTFOLIO, ownPortfolioPath } from './items.tsx'

const SELF_SERVICE = 'self-service'
/** As readers count megabytes. */
const SHOWN_LIMIT = 25_000_000

const words = {
  title: { nl: 'Portfolio', en: 'Portfolio' },
  addFile: { nl: 'Bestand toevoegen', en: 'Add a file' },
  addWords: { nl: 'Verklaring schrijven', en: 'Write an attestation' },
  name: { nl: 'Titel', en: 'Title' },
  file: { nl: 'Bestand', en: 'File' },
  text: { nl: 'Wat hebt u gedaan?', en: 'What did you do?' },
  requirement: { nl: 'Over welke eis gaat het?', en: 'Which requirement is it about?' },
  save: { nl: 'Toevoegen', en: 'Add' },
} satisfies Record<string, Text>

const FILE_MISSING = because({ nl: 'Kies een bestand.', en: 'Choose a file.' })

/** Puts a file in the own portfolio. */
export const portfolioFilePage = formPage(`${OWN_PORTFOLIO}/bestand`, {
  input: z.object({
    file: z.instanceof(ReceivedFile, { error: FILE_MISSING }),
    title: optionalText(PORTFOLIO_TITLE_LIMIT),
    requirement: z.union([z.uuid(), z.literal('')]).default(''),
  }),
  receives: { file: receiveFile },
  labels: { title: words.name, file: words.file },
  read: readRequirements,
  view: ({ id, requirements }, form, door) => (
    <Screen door={door} title={words.addFile} width="narrow" open>
      <PageHeader
        title={words.addFile}
        breadcrumbs={[{ label: words.title, href: ownPortfolioPath(id) }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${ownPortfolioPath(id)}/bestand`}
        submit={words.save}
        cancelHref={ownPortfolioPath(id)}
        formId={form.formId}
        files
      >
        <FileField
          name="file"
          label={words.file}
          accept={FILE_ENDINGS.map((ending) => `.${ending}`).join(',')}
          maxBytes={SHOWN_LIMIT}
          error={form.fault('file')}
          required
        />
        <ItemFields form={form} requirements={requirements} />
      </Form>
    </Screen>
  ),
  act: async ({ door, params, formId, input: { file, title, requirement } }) => {
    const id = idOf(params)
    await once(() =>
      door.changeDossier(SELF_SERVICE, id, (tx) =>
        addPortfolioFile(tx, {
          id: formId,
          title: title === '' ? file.name.slice(0, PORTFOLIO_TITLE_LIMIT) : title,
          requirementId: requirement === '' ? undefined : requirement,
          file,
        }),
      ),
    )
    return { to: ownPortfolioPath(id), done: 'portfolio-added' }
  },
})

async function readRequirements(door: Door, params: Params) {
  const id = idOf(params)
  const { answers } = await door.open(SELF_SERVICE, id, { requirements: requirementsOf(id) })
  return { id, requirements: answers.requirements }
}

interface ItemFieldsProps {
  readonly form: FormState
  readonly requirements: readonly Requirement[]
  readonly titled?: boolean
}

function ItemFields({ form, requirements, titled = false }: ItemFieldsProps): JSX.Element {
  const { language } = useView()
  return (
    <Stack>
      <TextField
        name="title"
        label={words.name}
        value={form.value('title')}
        error={form.fault('title')}
        maxLength={PORTFOLIO_TITLE_LIMIT}
        required={titled}
      />
      {requirements.length > 0 && (
        <SelectField
          name="requirement"
          label={words.requirement}
          options={requirements.map((each) => ({
            value: each.id,
            label: language === 'nl' ? each.text_nl : each.text_en,
          }))}
          value={form.value('requirement')}
        />
      )}
    </Stack>
  )
}

/** Writes an attestation in the own portfolio. */
export const attestationPage = formPage(`${OWN_PORTFOLIO}/verklaring`, {
  input: z.object({
    title: requiredText(PORTFOLIO_TITLE_LIMIT),
    text: requiredText(ATTESTATION_LIMIT),
    requirement: z.union([z.uuid(), z.literal('')]).default(''),
  }),
  labels: { title: words.name, text: words.text },
  read: readRequirements,
  view: ({ id, requirements }, form, door) => (
    <Screen door={door} title={words.addWords} width="narrow" open>
      <PageHeader
        title={words.addWords}
        breadcrumbs={[{ label: words.title, href: ownPortfolioPath(id) }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${ownPortfolioPath(id)}/verklaring`}
        submit={words.save}
        cancelHref={ownPortfolioPath(id)}
        formId={form.formId}
      >
        <ItemFields form={form} requirements={requirements} titled />
        <TextArea
          name="text"
          label={words.text}
          value={form.value('text')}
          error={form.fault('text')}
          maxLength={ATTESTATION_LIMIT}
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, params, formId, input: { title, text, requirement } }) => {
    const id = idOf(params)
    await once(() =>
      door.changeDossier(SELF_SERVICE, id, (tx) =>
        addAttestation(tx, {
          id: formId,
          title,
          requirementId: requirement === '' ? undefined : requirement,
          words: text,
        }),
      ),
    )
    return { to: ownPortfolioPath(id), done: 'portfolio-added' }
  },
})
