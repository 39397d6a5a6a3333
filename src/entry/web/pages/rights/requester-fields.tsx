import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import type { Requester } from '#duties/rights/asking.ts'
import {
  BEHALF_WORDS,
  BEHALVES,
  KIND_LEADS,
  KIND_WORDS,
  REQUEST_KINDS,
} from '#duties/rights/words.ts'
import {
  type Option,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { because } from '#entry/web/http/faults.ts'
import type { Text } from '#kernel/language.ts'

const WORDS_LIMIT = 4_000

const REQUESTER = {
  kind: { nl: 'Wat wilt u?', en: 'What do you want?' },
  askedKind: { nl: 'Wat vraagt de persoon?', en: 'What does the person ask?' },
  about: { nl: 'Waartegen is het bezwaar?', en: 'What is the objection to?' },
  aboutHint: {
    nl: 'Alleen nodig bij een bezwaar.',
    en: 'Only needed for an objection.',
  },
  words: { nl: 'Toelichting', en: 'Explanation' },
  name: { nl: 'Naam', en: 'Name' },
  ownName: { nl: 'Uw naam', en: 'Your name' },
  ownEmail: { nl: 'Uw e-mailadres', en: 'Your e-mail address' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  address: { nl: 'Postadres', en: 'Postal address' },
  behalf: { nl: 'Voor wie is het verzoek?', en: 'Whom is the request for?' },
  personName: {
    nl: 'Naam van het kind, of van degene die u machtigde',
    en: 'Name of the child, or of who gave you a mandate',
  },
  otherName: {
    nl: 'Naam van het kind, of van wie de machtiging gaf',
    en: 'Name of the child, or of who gave the mandate',
  },
  reference: { nl: 'Dossiernummer, als u het weet', en: 'Number of the dossier, if you know it' },
} satisfies Record<string, Text>

/** What the fields are called, for what is said of mistakes in them. */
export const REQUESTER_LABELS = REQUESTER

const OWN_BEHALF: Readonly<Record<Requester['behalf'], Text>> = {
  self: { nl: 'Voor mijzelf', en: 'For myself' },
  minor: { nl: 'Voor mijn kind jonger dan zestien jaar', en: 'For my child under sixteen' },
  mandate: { nl: 'Namens iemand die mij machtigde', en: 'For somebody who gave me a mandate' },
}

const optional = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit)
    .transform((text) => (text === '' ? undefined : text))

/** What every form asks of a request. */
export const askedInput = {
  kind: z.enum(REQUEST_KINDS),
  about: optional(100).optional(),
  words: z.string().trim().max(WORDS_LIMIT),
}

export const requesterInput = {
  name: z.string().trim().min(1).max(200),
  address: optional(300),
  behalf: z.enum(BEHALVES),
  personName: optional(200),
  reference: optional(60),
}

const PERSON_MISSING = because({
  nl: 'Vul in om wie het gaat.',
  en: 'Fill in whom it is about.',
})

/** Who asks for somebody else says for whom. */
export function personNamed(input: { behalf: string; personName?: string | undefined }): boolean {
  return input.behalf === 'self' || input.personName !== undefined
}

export const personRule = { path: ['personName'], message: PERSON_MISSING }

/** What was filled in, without what was left empty. */
export function requesterOf(input: {
  name: string
  email?: string | undefined
  address?: string | undefined
  behalf: Requester['behalf']
  personName?: string | undefined
  reference?: string | undefined
}): Requester {
  const { name, behalf, email, address, personName, reference } = input
  return {
    name,
    behalf,
    ...(email !== undefined && { email }),
    ...(address !== undefined && { address }),
    ...(personName !== undefined && { personName }),
    ...(reference !== undefined && { reference }),
  }
}

/** @param entered Somebody here fills it in, for who wrote or called. */
export function KindField({
  form,
  entered = false,
}: {
  form: FormState
  entered?: boolean
}): JSX.Element {
  return (
    <RadioGroup
      name="kind"
      label={entered ? REQUESTER.askedKind : REQUESTER.kind}
      options={REQUEST_KINDS.map((kind) => ({
        value: kind,
        label: KIND_WORDS[kind],
        // What is promised to whoever asks is said to them.
        ...(!entered && { hint: KIND_LEADS[kind] }),
      }))}
      value={form.value('kind')}
      error={form.fault('kind')}
      required
    />
  )
}

/** What can be objected to; nothing where the statement has no such activity. */
export function AboutField({
  form,
  options,
}: {
  form: FormState
  options: readonly Option[]
}): JSX.Element {
  if (options.length === 0) return <></>
  return (
    <SelectField
      name="about"
      label={REQUESTER.about}
      hint={REQUESTER.aboutHint}
      options={options}
      value={form.value('about')}
      error={form.fault('about')}
    />
  )
}

export function WordsField({ form, hint }: { form: FormState; hint: Text }): JSX.Element {
  return (
    <TextArea
      name="words"
      label={REQUESTER.words}
      hint={hint}
      value={form.value('words')}
      error={form.fault('words')}
      maxLength={WORDS_LIMIT}
    />
  )
}

/** Who asks, for whom, and where they can be reached. */
export function RequesterFields({
  form,
  own,
}: {
  form: FormState
  /** Filled in by whoever asks, and not by the desk. */
  own: boolean
}): JSX.Element {
  return (
    <>
      <RadioGroup
        name="behalf"
        label={REQUESTER.behalf}
        options={BEHALVES.map((behalf) => ({
          value: behalf,
          label: (own ? OWN_BEHALF : BEHALF_WORDS)[behalf],
        }))}
        value={form.value('behalf', 'self')}
        error={form.fault('behalf')}
        required
      />
      <TextField
        name="personName"
        label={own ? REQUESTER.personName : REQUESTER.otherName}
        value={form.value('personName')}
        error={form.fault('personName')}
        autocomplete="off"
      />
      <TextField
        name="name"
        label={own ? REQUESTER.ownName : REQUESTER.name}
        value={form.value('name')}
        error={form.fault('name')}
        autocomplete={own ? 'name' : 'off'}
        required
      />
      <TextField
        name="email"
        label={own ? REQUESTER.ownEmail : REQUESTER.email}
        type="email"
        value={form.value('email')}
        error={form.fault('email')}
        autocomplete={own ? 'email' : 'off'}
        required={own}
      />
      <TextField
        name="address"
        label={REQUESTER.address}
        value={form.value('address')}
        error={form.fault('address')}
        autocomplete="off"
      />
      <TextField
        name="reference"
        label={REQUESTER.reference}
        value={form.value('reference')}
        error={form.fault('reference')}
        width="medium"
        autocomplete="off"
      />
    </>
  )
}
