import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { TextArea, TextField } from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'

const TITLE_LIMIT = 150
const WORDS_LIMIT = 3_000
const LINK_LIMIT = 500

const words = {
  titleNl: { nl: 'Titel in het Nederlands', en: 'Title in Dutch' },
  titleHint: {
    nl: 'Dit wordt het onderwerp van de mail.',
    en: 'This becomes the subject of the mail.',
  },
  titleEn: { nl: 'Titel in het Engels', en: 'Title in English' },
  wordsNl: { nl: 'Tekst in het Nederlands', en: 'Words in Dutch' },
  wordsHint: {
    nl: 'Waar gaat het onderzoek over, en hoeveel tijd kost het? Een lege regel begint een nieuwe alinea.',
    en: 'What is the research about, and how much time does it take? A blank line begins a new paragraph.',
  },
  wordsEn: { nl: 'Tekst in het Engels', en: 'Words in English' },
  link: { nl: 'Adres van de vragenlijst', en: 'Address of the questionnaire' },
  linkHint: {
    nl: 'Begint met https://. Iedereen krijgt precies dit adres, zodat antwoorden niet aan iemand te koppelen zijn.',
    en: 'Begins with https://. Everybody gets exactly this address, so that no answer leads to a person.',
  },
} satisfies Record<string, Text>

const LINK_WRONG = because({
  nl: 'Schrijf een heel adres dat met https:// begint, zonder spaties, accolades of een plek voor een naam of nummer.',
  en: 'Write a whole address that begins with https://, without spaces, braces or a place for a name or number.',
})

/** What a survey says, as its form sends it. */
export const wordsInput = z.object({
  titleNl: requiredText(TITLE_LIMIT),
  titleEn: requiredText(TITLE_LIMIT),
  wordsNl: requiredText(WORDS_LIMIT),
  wordsEn: requiredText(WORDS_LIMIT),
  link: z
    .string()
    .trim()
    .max(LINK_LIMIT)
    .regex(/^https:\/\/[^\s{}<>"[\]|%*]+$/, LINK_WRONG)
    .refine((text) => URL.canParse(text), LINK_WRONG),
})

export const WORDS_LABELS = {
  titleNl: words.titleNl,
  titleEn: words.titleEn,
  wordsNl: words.wordsNl,
  wordsEn: words.wordsEn,
  link: words.link,
}

interface WordsFieldsProps {
  readonly form: FormState
  readonly of: {
    readonly titleNl: string
    readonly titleEn: string
    readonly wordsNl: string
    readonly wordsEn: string
    readonly link: string | null
  }
}

/** Title and words in both languages, and the address. */
export function WordsFields({ form, of }: WordsFieldsProps): JSX.Element {
  const fieldOf = (name: keyof typeof WORDS_LABELS) => ({
    name,
    label: WORDS_LABELS[name],
    value: form.value(name, of[name]),
    error: form.fault(name),
    required: true,
  })
  return (
    <>
      <TextField {...fieldOf('titleNl')} hint={words.titleHint} maxLength={TITLE_LIMIT} />
      <TextArea {...fieldOf('wordsNl')} hint={words.wordsHint} maxLength={WORDS_LIMIT} />
      <TextField {...fieldOf('titleEn')} maxLength={TITLE_LIMIT} />
      <TextArea {...fieldOf('wordsEn')} maxLength={WORDS_LIMIT} />
      <TextField {...fieldOf('link')} type="url" hint={words.linkHint} maxLength={LINK_LIMIT} />
    </>
  )
}
