import type { JSX } from 'hono/jsx/jsx-runtime'
import { RadioGroup, SelectField, Words } from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { categoryOptions } from '#entry/web/pages/work/categories.ts'
import type { OpenedFile } from '#entry/web/pages/work/desk.ts'
import { choiceOf } from '#entry/web/pages/work/input.ts'
import { titled } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import { CHANNELS, CONTENT_CATEGORIES, SOURCES } from '#modules/practice/index.ts'
import { z } from 'zod'

const words = {
  category: { nl: 'Soort gegevens', en: 'Kind of data' },
  categoryHint: {
    nl: 'U ziet alleen wat volgens de privacyverklaring bij deze dienst hoort.',
    en: 'You see only what belongs to this service according to the privacy statement.',
  },
  source: { nl: 'Van wie komt het?', en: 'Who does it come from?' },
  channel: { nl: 'Langs welke weg?', en: 'Along which way?' },
  said: { nl: 'Van {source}, via {channel}', en: 'From {source}, by {channel}' },
} satisfies Record<string, Text>

export const PROVENANCE_LABELS = {
  category: words.category,
  source: words.source,
  channel: words.channel,
}

/** What sort of data something is and where it came from: asked of every note and document. */
export const provenanceInput = {
  category: z.enum(CONTENT_CATEGORIES),
  source: choiceOf(SOURCES),
  channel: choiceOf(CHANNELS),
}

/** The fields for it. The category of something that exists does not change. */
export function ProvenanceFields(props: { file: OpenedFile; form: FormState }): JSX.Element {
  const { file, form } = props
  const options = categoryOptions(file)
  const [only] = options
  return (
    <>
      <SelectField
        name="category"
        label={words.category}
        hint={words.categoryHint}
        required
        options={options}
        value={form.value('category', options.length === 1 ? only?.value : undefined)}
        error={form.fault('category')}
      />
      <RadioGroup
        name="source"
        label={words.source}
        required
        options={Object.entries(SOURCES).map(toOption)}
        value={form.value('source')}
        error={form.fault('source')}
      />
      <SelectField
        name="channel"
        label={words.channel}
        required
        options={Object.entries(CHANNELS).map(toOption)}
        value={form.value('channel')}
        error={form.fault('channel')}
      />
    </>
  )
}

function toOption([value, label]: [string, Text]): { value: string; label: Text } {
  return { value, label: titled(label) }
}

/** "Van de cliënt, via telefoon". */
export function ProvenanceText(props: {
  source: keyof typeof SOURCES
  channel: keyof typeof CHANNELS
}): JSX.Element {
  const source = SOURCES[props.source]
  const channel = CHANNELS[props.channel]
  const fill = (text: string, language: 'nl' | 'en'): string =>
    text.replace('{source}', source[language]).replace('{channel}', channel[language])
  return <Words of={{ nl: fill(words.said.nl, 'nl'), en: fill(words.said.en, 'en') }} />
}
