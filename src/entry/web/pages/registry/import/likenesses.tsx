import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Actions,
  Button,
  Card,
  Columns,
  DateText,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  formatPersonName,
  HiddenField,
  Notice,
  PageHeader,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { type FormState, formPage } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import {
  LIKENESSES_SHOWN,
  type LikenessRow,
  openLikenesses,
  registerImports,
  settleLikeness,
  TAKING_OVER,
} from '#modules/registry/index.ts'
import { LIKENESSES } from './import.ts'

const words = {
  title: { nl: 'Mogelijk dubbele personen', en: 'Possible duplicates' },
  lead: {
    nl: 'Deze inschrijvingen zouden van één persoon kunnen zijn. Kijk ze na; zolang u niets kiest, blijven het twee personen.',
    en: 'These registrations may belong to one person. Please check; until you choose, they remain two people.',
  },
  birth: {
    nl: 'Dezelfde naam en geboortedatum',
    en: 'The same name and date of birth',
  },
  email: { nl: 'Hetzelfde e-mailadres', en: 'The same email address' },
  name: { nl: 'Naam', en: 'Name' },
  born: { nl: 'Geboren', en: 'Born' },
  programme: { nl: 'Opleiding', en: 'Programme' },
  began: { nl: 'Begonnen', en: 'Began' },
  source: { nl: 'Ingevuld door', en: 'Entered by' },
  person: { nl: 'de persoon zelf', en: 'the person' },
  imported: { nl: 'een overgenomen register', en: 'a register that was taken over' },
  officer: { nl: 'de functionaris, op verzoek', en: 'the officer, on request' },
  same: { nl: 'Eén persoon', en: 'One person' },
  different: { nl: 'Twee personen', en: 'Two people' },
  sameWhy: {
    nl: 'Bij “één persoon” horen de inschrijvingen voortaan bij elkaar, met één naam en adres: wat de persoon zelf invulde gaat voor. Dit kunt u niet ongedaan maken.',
    en: 'With “one person” the registrations belong together from now on, with one name and address: what the person entered goes first. This cannot be undone.',
  },
  more: {
    nl: 'Er zijn er meer. Ze verschijnen als u deze hebt nagekeken.',
    en: 'There are more. They appear once you have looked at these.',
  },
  none: { nl: 'Niets na te kijken', en: 'Nothing to look at' },
  noneWhy: {
    nl: 'Na het inlezen van een register staat hier wie er misschien twee keer in staat.',
    en: 'After a register is imported, people who may be in it twice appear here.',
  },
} satisfies Record<string, Text>

const SOURCES: Readonly<Record<string, Text>> = {
  person: words.person,
  request: words.officer,
  import: words.imported,
}

/** Pairs that may be one person, each with two buttons. */
export const likenessesPage = formPage(LIKENESSES, {
  input: z.object({
    one: z.uuid(),
    other: z.uuid(),
    decision: z.enum(['same', 'different']),
  }),
  read: async (door) => {
    // Cards show to nobody else; that the page is not there for others, the imports tell.
    const { open } = await door.list(TAKING_OVER, 'likenesses', {
      open: openLikenesses,
      imports: registerImports.limit(1),
    })
    return open
  },
  view: drawLikenesses,
  act: async ({ door, input: { one, other, decision } }) => {
    const pair = { dossierId: one, otherId: other }
    await door.change(TAKING_OVER, (tx) => settleLikeness(tx, pair, decision === 'same'))
    return { to: LIKENESSES, done: 'saved' }
  },
})

function drawLikenesses(open: readonly LikenessRow[], form: FormState, door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <ErrorSummary errors={form.faults} />
      {open.length === 0 && <EmptyState title={words.none} lead={words.noneWhy} />}
      {open.length > 0 && (
        <Stack gap="large">
          <Notice tone="info">
            <p>
              <Words of={words.sameWhy} />
            </p>
          </Notice>
          {open.slice(0, LIKENESSES_SHOWN).map((row) => (
            <Pair row={row} door={door} />
          ))}
          {open.length > LIKENESSES_SHOWN && (
            <p>
              <Words of={words.more} />
            </p>
          )}
        </Stack>
      )}
    </Screen>
  )
}

function Pair({ row, door }: { row: LikenessRow; door: Door }): JSX.Element {
  const isDutch = door.language === 'nl'
  return (
    <Card title={row.reason === 'birth' ? words.birth : words.email} level={2}>
      <Columns shape="halves">
        <Side
          given={row.given_names}
          prefix={row.prefix}
          family={row.family_name}
          born={row.born_on}
          place={row.birth_place}
          programme={isDutch ? row.name_nl : row.name_en}
          began={row.starts_on}
          source={row.source}
        />
        <Side
          given={row.other_given_names}
          prefix={row.other_prefix}
          family={row.other_family_name}
          born={row.other_born_on}
          place={row.other_birth_place}
          programme={isDutch ? row.other_name_nl : row.other_name_en}
          began={row.other_starts_on}
          source={row.other_source}
        />
      </Columns>
      <Form action={LIKENESSES}>
        <HiddenField name="one" value={row.dossier_id} />
        <HiddenField name="other" value={row.other_id} />
        <Actions>
          <Button name="decision" value="same" label={words.same} look="plain" />
          <Button name="decision" value="different" label={words.different} look="plain" />
        </Actions>
      </Form>
    </Card>
  )
}

interface SideProps {
  readonly given: string
  readonly prefix: string
  readonly family: string
  readonly born: string
  readonly place: string
  readonly programme: string
  readonly began: string
  readonly source: string
}

function Side({ given, prefix, family, ...rest }: SideProps): JSX.Element {
  const { born, place, programme, began, source } = rest
  return (
    <DescriptionList
      narrow
      items={[
        { term: words.name, value: formatPersonName({ given, prefix, family }) },
        {
          term: words.born,
          value: (
            <>
              <DateText day={born} />
              {place && `, ${place}`}
            </>
          ),
        },
        { term: words.programme, value: programme },
        { term: words.began, value: <DateText day={began} /> },
        { term: words.source, value: <Words of={SOURCES[source] ?? words.imported} /> },
      ]}
    />
  )
}
