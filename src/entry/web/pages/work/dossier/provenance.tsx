import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { RadioGroup, SelectField, TextField, useSay } from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { categoryOptions } from '#entry/web/pages/work/categories.ts'
import type { OpenedFile } from '#entry/web/pages/work/desk.ts'
import { choiceOf, optionalText } from '#entry/web/pages/work/input.ts'
import { titled } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import {
  CHANNELS,
  CONTENT_CATEGORIES,
  FILES,
  NAMED_SOURCES,
  type Provenance,
  SOURCE_NAME_LIMIT,
  SOURCES,
} from '#modules/practice/index.ts'
import { z } from 'zod'

const words = {
  category: { nl: 'Soort gegevens', en: 'Kind of data' },
  categoryHint: {
    nl: 'U ziet alleen wat volgens de privacyverklaring bij deze dienst hoort.',
    en: 'You see only what belongs to this service according to the privacy statement.',
  },
  source: { nl: 'Van wie komt het?', en: 'Who does it come from?' },
  name: { nl: 'Wie is dat?', en: 'Who is that?' },
  nameHint: {
    nl: 'Alleen bij een andere deskundige of een derde. De cliënt ziet deze naam ook.',
    en: 'Only with another professional or a third party. The client sees this name too.',
  },
  channel: { nl: 'Langs welke weg?', en: 'Along which way?' },
  placed: { nl: 'In welk dossier komt het?', en: 'In which file does it go?' },
  coach: { nl: 'Alleen in het dossier van de coach', en: "Only in the coach's file" },
  coachHint: {
    nl: 'De cliënt kan het daar lezen, maar neemt het niet mee met het eigen dossier.',
    en: 'The client can read it there, but does not take it along with the own file.',
  },
  both: { nl: 'Ook in het dossier van de cliënt', en: "In the client's file too" },
  said: { nl: 'Van {source}, via {channel}', en: 'From {source}, by {channel}' },
  named: { nl: '{source} ({name})', en: '{source} ({name})' },
} satisfies Record<string, Text>

export const PROVENANCE_LABELS = {
  category: words.category,
  source: words.source,
  sourceName: words.name,
  channel: words.channel,
  placed: words.placed,
}

/** From whom something came and along which way. */
export const sourceInput = {
  source: choiceOf(SOURCES),
  sourceName: optionalText(SOURCE_NAME_LIMIT),
  channel: choiceOf(CHANNELS),
}

/** What sort of data something is, where it came from and in which file it goes. */
export const provenanceInput = {
  category: z.enum(CONTENT_CATEGORIES),
  ...sourceInput,
  placed: z.enum(['coach', 'both']).default('coach'),
}

const NAME_MISSING = because({
  nl: 'Vul in wie de deskundige of derde is.',
  en: 'Fill in who the professional or third party is.',
})

/** Asks for the name where it is somebody whom the dossier does not know. */
export function withSourceName<T extends z.ZodType<Pick<Provenance, 'source' | 'sourceName'>>>(
  input: T,
): T {
  return input.refine(
    ({ source, sourceName }) => !NAMED_SOURCES.includes(source) || sourceName !== '',
    { path: ['sourceName'], message: NAME_MISSING },
  )
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
      <SourceFields form={form} />
      <RadioGroup
        name="placed"
        label={words.placed}
        required
        options={[
          { value: 'coach', label: words.coach, hint: words.coachHint },
          { value: 'both', label: words.both },
        ]}
        value={form.value('placed', 'coach')}
        error={form.fault('placed')}
      />
    </>
  )
}

/** From whom something came and along which way, as fields. */
export function SourceFields(props: {
  form: FormState
  usual?: Pick<Provenance, 'source' | 'channel'>
}): JSX.Element {
  const { form, usual } = props
  return (
    <>
      <RadioGroup
        name="source"
        label={words.source}
        required
        options={Object.entries(SOURCES).map(toOption)}
        value={form.value('source', usual?.source)}
        error={form.fault('source')}
      />
      <TextField
        name="sourceName"
        label={words.name}
        hint={words.nameHint}
        maxLength={SOURCE_NAME_LIMIT}
        autocomplete="off"
        value={form.value('sourceName')}
        error={form.fault('sourceName')}
      />
      <SelectField
        name="channel"
        label={words.channel}
        required
        options={Object.entries(CHANNELS).map(toOption)}
        value={form.value('channel', usual?.channel)}
        error={form.fault('channel')}
      />
    </>
  )
}

function toOption([value, label]: [string, Text]): { value: string; label: Text } {
  return { value, label: titled(label) }
}

/** "Van een derde (Toetshuis Voorbeeld), via e-mail". */
export function ProvenanceText({ source, sourceName, channel }: Provenance): JSX.Element {
  const say = useSay()
  const from = say(SOURCES[source])
  const named = sourceName ? say(words.named, { source: from, name: sourceName }) : from
  return <>{say(words.said, { source: named, channel: say(CHANNELS[channel]) })}</>
}

/** In which of the two files something stands. */
export function placedTitle(placed: keyof typeof FILES): Text {
  return titled(FILES[placed])
}
