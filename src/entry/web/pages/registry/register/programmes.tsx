import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Badge,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import {
  optionalText,
  requiredDay,
  requiredText,
  wholeNumber,
} from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  addProgramme,
  addVersion,
  listProgrammes,
  listVersions,
  type ProgrammeLine,
  type VersionLine,
} from '#modules/registry/index.ts'
import { VersionCard } from './version-card.tsx'
import { PROGRAMMES, PROGRAMMING, programming, readRegister } from './desk.ts'

const words = {
  lead: {
    nl: 'Welke opleidingen er zijn, in welke versie mensen nu beginnen, en hoeveel instellingen ervoor erkend zijn.',
    en: 'All programmes, the version in which people start now, and how many institutions are accredited.',
  },
  code: { nl: 'Code', en: 'Code' },
  codeHint: { nl: 'Hoofdletters, cijfers en streepjes', en: 'Capitals, digits and hyphens' },
  nameNl: { nl: 'Naam in het Nederlands', en: 'Name in Dutch' },
  nameEn: { nl: 'Naam in het Engels', en: 'Name in English' },
  version: { nl: 'Versie', en: 'Version' },
  months: { nl: 'Duur in maanden', en: 'Months' },
  places: { nl: 'Erkend', en: 'Accredited' },
  retired: { nl: 'gestopt', en: 'retired' },
  none: { nl: 'Nog geen opleidingen', en: 'No programmes yet' },
  noneWhy: {
    nl: 'Voeg er hieronder een toe, en daarna een versie met eisen.',
    en: 'Add one below, and after that a version with requirements.',
  },
  add: { nl: 'Opleiding toevoegen', en: 'Add a programme' },
  versions: { nl: 'Versies', en: 'Versions' },
  addVersion: { nl: 'Nieuwe versie', en: 'New version' },
  saveVersion: { nl: 'Versie toevoegen', en: 'Add the version' },
  versionLead: {
    nl: 'Wie al in opleiding is, houdt de eigen versie.',
    en: 'People already in training keep their version.',
  },
  startsOn: { nl: 'Geldt voor wie begint vanaf', en: 'For who starts from' },
  requirementsNl: { nl: 'Eisen in het Nederlands', en: 'Requirements in Dutch' },
  requirementsEn: { nl: 'Eisen in het Engels', en: 'Requirements in English' },
  perLine: { nl: 'Eén eis per regel', en: 'One requirement a line' },
  retire: { nl: 'Opleiding stoppen', en: 'Retire the programme' },
  retireLead: {
    nl: 'Niemand begint er meer aan. Wie in opleiding is, maakt de opleiding af.',
    en: 'Nobody can start it any more. People in training can finish it.',
  },
} satisfies Record<string, Text>

const CODE = because({
  nl: 'Schrijf een code van 2 tot 20 hoofdletters, cijfers en streepjes.',
  en: 'Write a code of 2 to 20 capitals, digits and hyphens.',
})

/** All programmes, and adding one. */
export const programmesPage = formPage(PROGRAMMES, {
  input: z.object({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9-]{2,20}$/, CODE),
    nameNl: requiredText(200),
    nameEn: requiredText(200),
  }),
  labels: words,
  read: async (door) =>
    (await readRegister(door, PROGRAMMING, 'programmes', { rows: listProgrammes })).rows,
  view: (rows, form, door) => (
    <Screen door={door} title={TRAINING.programmes}>
      <PageHeader title={TRAINING.programmes} lead={words.lead} />
      <Stack gap="large">
        <DataTable
          caption={TRAINING.programmes}
          captionHidden
          rows={rows}
          href={({ id }) => `${PROGRAMMES}/${id}`}
          columns={[
            {
              title: TRAINING.programme,
              cell: ({ nameNl, nameEn }) => (door.language === 'nl' ? nameNl : nameEn),
            },
            { title: words.code, cell: ({ code }) => code },
            {
              title: words.version,
              cell: ({ version, retiredOn }) =>
                retiredOn === null ? version : <Badge label={words.retired} />,
            },
            { title: words.months, cell: ({ months }) => months, align: 'end' },
            { title: words.places, cell: ({ places }) => String(places), align: 'end' },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
        />
        <ErrorSummary errors={form.faults} />
        <Section title={words.add}>
          <Form action={PROGRAMMES} submit={words.add} formId={form.formId}>
            <Typed form={form} name="code" hint={words.codeHint} />
            <Typed form={form} name="nameNl" />
            <Typed form={form} name="nameEn" />
          </Form>
        </Section>
      </Stack>
    </Screen>
  ),
  act: async ({ door, formId, input }) => {
    const { rows } = await readRegister(door, PROGRAMMING, 'programmes', { rows: listProgrammes })
    if (rows.some(({ id, code }) => code === input.code && id !== formId)) {
      throw new AppError('PROGRAMME_KNOWN', { field: 'code' })
    }
    await once(() => programming(door, (tx) => addProgramme(tx, { id: formId, ...input })))
    return { to: `${PROGRAMMES}/${formId}`, done: 'saved' }
  },
})

function Typed({
  form,
  name,
  hint,
}: {
  form: FormState
  name: 'code' | 'nameNl' | 'nameEn'
  hint?: Text
}): JSX.Element {
  return (
    <TextField
      name={name}
      label={words[name]}
      {...(hint && { hint })}
      value={form.value(name)}
      error={form.fault(name)}
      required
    />
  )
}

const REQUIREMENTS = because({
  nl: 'Schrijf evenveel eisen in het Nederlands als in het Engels, ten hoogste 99 en elk ten hoogste 500 tekens.',
  en: 'Write as many requirements in Dutch as in English, 99 at most and each at most 500 characters.',
})

/** @throws `NOT_FOUND` */
export async function readProgramme(
  door: Door,
  params: Params,
): Promise<{ programme: ProgrammeLine; versions: readonly VersionLine[] }> {
  const id = idOf(params)
  const { all, versions } = await readRegister(door, PROGRAMMING, 'programmes', {
    all: listProgrammes,
    versions: listVersions(id),
  })
  const programme = all.find((each) => each.id === id)
  if (!programme) throw new AppError('NOT_FOUND')
  return { programme, versions }
}

/** One programme: its versions with what they demand. */
export const programmePage = formPage(`${PROGRAMMES}/:id`, {
  input: z
    .object({
      startsOn: requiredDay(),
      months: wholeNumber({ minimum: 1, maximum: 120 }),
      requirementsNl: optionalText(50_000),
      requirementsEn: optionalText(50_000),
    })
    .refine(({ requirementsNl, requirementsEn }) => fits(requirementsNl, requirementsEn), {
      path: ['requirementsNl'],
      message: REQUIREMENTS,
    }),
  labels: words,
  read: readProgramme,
  view: ({ programme, versions }, form, door) => {
    const title = { nl: programme.nameNl, en: programme.nameEn }
    const path = `${PROGRAMMES}/${programme.id}`
    return (
      <Screen door={door} title={title}>
        <PageHeader
          title={title}
          lead={programme.code}
          status={programme.retiredOn !== null && <Badge label={words.retired} />}
          breadcrumbs={[{ label: TRAINING.programmes, href: PROGRAMMES }]}
        />
        <Stack gap="large">
          <ErrorSummary errors={form.faults} />
          <Section title={words.versions}>
            <Stack>
              {versions.map((version) => (
                <VersionCard of={version} />
              ))}
            </Stack>
          </Section>
          <Section title={words.addVersion} lead={words.versionLead}>
            <VersionForm path={path} form={form} />
          </Section>
          {programme.retiredOn === null && (
            <Section title={words.retire} lead={words.retireLead}>
              <LinkButton href={`${path}/stoppen`} label={words.retire} look="plain" />
            </Section>
          )}
        </Stack>
      </Screen>
    )
  },
  act: async ({ door, params, formId, input }) => {
    const programmeId = idOf(params)
    const english = linesOf(input.requirementsEn)
    const requirements = linesOf(input.requirementsNl).map((nl, index) => ({
      nl,
      en: english[index] ?? nl,
    }))
    const { startsOn, months } = input
    await once(() =>
      programming(door, (tx) =>
        addVersion(tx, { id: formId, programmeId, startsOn, months, requirements }),
      ),
    )
    return { to: `${PROGRAMMES}/${programmeId}`, done: 'saved' }
  },
})

function VersionForm({ path, form }: { path: string; form: FormState }): JSX.Element {
  return (
    <Form action={path} submit={words.saveVersion} formId={form.formId}>
      <DateField
        name="startsOn"
        label={words.startsOn}
        value={form.value('startsOn')}
        error={form.fault('startsOn')}
        required
      />
      <TextField
        name="months"
        label={words.months}
        value={form.value('months')}
        error={form.fault('months')}
        inputmode="numeric"
        width="short"
        required
      />
      <TextArea
        name="requirementsNl"
        label={words.requirementsNl}
        hint={words.perLine}
        value={form.value('requirementsNl')}
        error={form.fault('requirementsNl')}
      />
      <TextArea
        name="requirementsEn"
        label={words.requirementsEn}
        hint={words.perLine}
        value={form.value('requirementsEn')}
        error={form.fault('requirementsEn')}
      />
    </Form>
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function fits(nl: string, en: string): boolean {
  const [dutch, english] = [linesOf(nl), linesOf(en)]
  return (
    dutch.length === english.length &&
    dutch.length < 100 &&
    [...dutch, ...english].every((line) => line.length <= 500)
  )
}
