import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { type FormState, formPage } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  checkFile,
  CHECKED_BYTES_LIMIT,
  diplomaState,
  type DiplomaState,
  type FileVerdict,
  groupedNumber,
  issuerKeys,
  readDiplomaNumber,
} from '#modules/registry/index.ts'
import { expectDiplomas, publicIssuer } from './issuing.ts'
import { organisationOf, readPublic } from './published.ts'

export const CHECK_PATH = '/diploma'
/** Longer than any number with its spaces. */
const TYPED_LIMIT = 40

const words = {
  title: { nl: 'Diploma nagaan', en: 'Check a diploma' },
  lead: {
    nl: 'Laat iemand u een diploma zien? Hier ziet u of het geldig is. U hoeft niet in te loggen.',
    en: 'Did somebody show you a diploma? Check here whether it is valid. You do not need to sign in.',
  },
  byNumber: { nl: 'Met het nummer', en: 'By its number' },
  byFile: { nl: 'Met het bestand', en: 'By the file' },
  number: { nl: 'Nummer van het diploma', en: 'Number of the diploma' },
  numberWhy: {
    nl: 'Het staat onderaan het diploma.',
    en: 'You find it at the bottom of the diploma.',
  },
  file: { nl: 'Diploma als bestand', en: 'Diploma as a file' },
  fileWhy: {
    nl: 'Pdf of json. Dan zien wij ook of er iets aan is veranderd. Wij bewaren het bestand niet.',
    en: 'PDF or JSON. Then we also see whether anything in it was changed. We do not keep the file.',
  },
  tooLarge: { nl: 'Dit bestand is te groot.', en: 'This file is too large.' },
  empty: {
    nl: 'Vul een nummer in, of kies een bestand.',
    en: 'Fill in a number, or choose a file.',
  },
  check: { nl: 'Nagaan', en: 'Check' },
  again: { nl: 'Nog een diploma nagaan', en: 'Check another diploma' },
  valid: { nl: 'Dit diploma is geldig', en: 'This diploma is valid' },
  validWhy: {
    nl: '{label} gaf een diploma uit met nummer {number}, en trok het niet in. Van wie het is, vertellen wij niet. Vraag de houder om een link als u dat wilt zien.',
    en: '{label} issued a diploma with number {number}, and did not revoke it. We do not tell whose it is. Ask its holder for a link if you want to see that.',
  },
  validFile: {
    nl: 'Dit bestand komt van {label} en er is niets aan veranderd. Nummer {number} is niet ingetrokken.',
    en: 'This file comes from {label} and nothing in it was changed. Number {number} was not revoked.',
  },
  revoked: { nl: 'Dit diploma is ingetrokken', en: 'This diploma was revoked' },
  revokedWhy: {
    nl: 'Nummer {number} geldt niet meer. Misschien kwam er een nieuw diploma voor in de plaats: vraag de houder daarnaar.',
    en: 'Number {number} is no longer valid. It may have been replaced by a new diploma: ask the holder.',
  },
  unknown: { nl: 'Dit nummer kennen wij niet', en: 'We do not know this number' },
  unknownWhy: {
    nl: '{label} gaf nooit een diploma uit met nummer {number}.',
    en: '{label} never issued a diploma with number {number}.',
  },
  changed: { nl: 'Dit bestand is veranderd', en: 'This file was changed' },
  changedWhy: {
    nl: 'Het zegel klopt niet meer met wat erin staat. Vertrouw het niet, en vraag de houder om het oorspronkelijke bestand.',
    en: 'The seal no longer matches the contents. Do not trust it, and ask the holder for the original file.',
  },
  elsewhere: { nl: 'Dit komt niet van ons', en: 'This is not from us' },
  elsewhereWhy: {
    nl: 'Het bestand is niet ondertekend door {label}.',
    en: 'The file was not signed by {label}.',
  },
  notDiploma: { nl: 'Dit is geen diploma van ons', en: 'This is no diploma of ours' },
  notDiplomaWhy: {
    nl: 'In het bestand zit geen zegel. Een scan of een foto kunnen wij niet nagaan; gebruik dan het nummer.',
    en: 'There is no seal in the file. We cannot check a scan or a photo; use the number then.',
  },
  keyWithdrawn: { nl: 'Vraag om een nieuw bestand', en: 'Ask for a new file' },
  keyWithdrawnWhy: {
    nl: 'Het bestand is ondertekend met een sleutel die {label} heeft ingetrokken. De houder kan het diploma opnieuw downloaden; daarna is het na te gaan.',
    en: 'The file was signed with a key that {label} withdrew. Its holder can download the diploma again; after that it can be checked.',
  },
} satisfies Record<string, Text>

type Answer =
  | { readonly number: string; readonly state: DiplomaState | null; readonly isFile: boolean }
  | Extract<FileVerdict, { readonly wrong: string }>

const input = z
  .object({
    number: z.string().trim().max(TYPED_LIMIT).default(''),
    file: z
      .instanceof(File)
      .refine(({ size }) => size <= CHECKED_BYTES_LIMIT, because(words.tooLarge))
      .optional(),
  })
  .refine(({ number, file }) => number !== '' || file, because(words.empty))

/** Where anyone checks a diploma, by its number or as a file, without an account. */
export const checkPage = formPage(CHECK_PATH, {
  input,
  labels: { number: words.number, file: words.file },
  read: async (door) => {
    await expectDiplomas(door, door.visit.organisation)
    await door.publicly({})
  },
  view: (_, form, door) => <CheckScreen door={door} form={form} />,
  act: async ({ door, input: { number, file } }) => {
    if (file) return { show: <CheckScreen door={door} answer={await answerOf(door, file)} /> }
    const read = readNumber(number)
    if (read === undefined) throw new AppError('DIPLOMA_NUMBER_WRONG', { field: 'number' })
    return { to: `/uitgevers/${door.visit.organisation}/diploma/${encodeURIComponent(read)}` }
  },
})

/** What anybody may know of one number: the address in the code on a diploma. */
export const checkedPage = page('/uitgevers/:organisation/diploma/:number', {
  read: async (door, params) => {
    const { name } = publicIssuer(door, organisationOf(params))
    await expectDiplomas(door, organisationOf(params))
    const typed = (params['number'] ?? '').slice(0, TYPED_LIMIT)
    const number = readNumber(typed) ?? typed
    const { states } = await readPublic(door, params, { states: diplomaState(number) })
    return { name, number, state: states[0]?.state ?? null }
  },
  view: ({ name, number, state }, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} />
      <Stack gap="large">
        <AnswerNotice of={{ number, state, isFile: false }} label={name} />
        <LinkButton href={CHECK_PATH} label={words.again} look="plain" />
      </Stack>
    </Screen>
  ),
})

async function answerOf(door: Door, file: File): Promise<Answer> {
  const { organisation } = door.visit
  const { keys } = await door.publicly({ keys: issuerKeys })
  const bytes = Buffer.from(await file.arrayBuffer())
  const verdict = await checkFile(bytes, publicIssuer(door, organisation), keys)
  if ('wrong' in verdict) return verdict
  const { states } = await door.publicly({ states: diplomaState(verdict.number) })
  return { number: verdict.number, state: states[0]?.state ?? null, isFile: true }
}

/** A number of ours without its spaces, or one of before a register was taken over. */
function readNumber(typed: string): string | undefined {
  const plain = typed.trim()
  return /[a-z]/i.test(plain) ? /^[\w/-]{3,30}$/.exec(plain)?.[0] : readDiplomaNumber(plain)
}

interface CheckScreenProps {
  readonly door: Door
  readonly form?: FormState
  readonly answer?: Answer
}

function CheckScreen({ door, form, answer }: CheckScreenProps): JSX.Element {
  return (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      <Stack gap="large">
        {form && <ErrorSummary errors={form.faults} />}
        {answer && <AnswerNotice of={answer} label={door.frame.label} />}
        <Section title={words.byNumber}>
          <Form action={CHECK_PATH} submit={words.check}>
            <TextField
              name="number"
              label={words.number}
              hint={words.numberWhy}
              value={form?.value('number')}
              inputmode="numeric"
              autocomplete="off"
              width="medium"
              maxLength={TYPED_LIMIT}
              error={form?.fault('number')}
              required
            />
          </Form>
        </Section>
        <Section title={words.byFile}>
          <Form action={CHECK_PATH} submit={words.check} files>
            <FileField
              name="file"
              label={words.file}
              hint={words.fileWhy}
              accept=".pdf,.json"
              maxBytes={CHECKED_BYTES_LIMIT}
              error={form?.fault('file')}
              required
            />
          </Form>
        </Section>
      </Stack>
    </Screen>
  )
}

const WRONG = {
  changed: [words.changed, words.changedWhy],
  elsewhere: [words.elsewhere, words.elsewhereWhy],
  'not-a-diploma': [words.notDiploma, words.notDiplomaWhy],
  'key-withdrawn': [words.keyWithdrawn, words.keyWithdrawnWhy],
} as const

function AnswerNotice({ of, label }: { of: Answer; label: string }): JSX.Element {
  if ('wrong' in of) {
    const [title, why] = WRONG[of.wrong]
    return (
      <Notice tone="error" title={title} announce>
        <Words of={why} places={{ label }} />
      </Notice>
    )
  }
  const places = { label, number: groupedNumber(of.number) }
  if (of.state === null) {
    return (
      <Notice tone="error" title={words.unknown} announce>
        <Words of={words.unknownWhy} places={places} />
      </Notice>
    )
  }
  if (of.state === 'revoked') {
    return (
      <Notice tone="error" title={words.revoked} announce>
        <Words of={words.revokedWhy} places={places} />
      </Notice>
    )
  }
  return (
    <Notice tone="success" title={words.valid} announce>
      <Words of={of.isFile ? words.validFile : words.validWhy} places={places} />
    </Notice>
  )
}
