import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { PackageRequest, Review } from '#duties/package/handling.ts'
import type { PackagedDossier } from '#duties/package/reading.ts'
import {
  ActionForm,
  CheckboxField,
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  Quotation,
  Section,
  Stack,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { PACKAGE_WORDS } from '#modules/package-words.ts'

/** What the page says where a package is looked over. */
export const DESK_WORDS = {
  title: { nl: 'Gegevens bij verzoek {number}', en: 'Data for request {number}' },
  lead: {
    nl: 'Van {name}. Alles wat u hier opent, ziet de betrokkene in het logboek van het dossier.',
    en: 'From {name}. Everything you open here, the person concerned sees in the log of the dossier.',
  },
  begin: { nl: 'Dossiers openen', en: 'Open the dossiers' },
  beginTitle: { nl: 'Nog niet begonnen', en: 'Not begun yet' },
  beginWhy: {
    nl: 'U krijgt toegang tot de dossiers van deze persoon, alleen voor dit verzoek en zo lang het loopt.',
    en: 'You get access to the dossiers of this person, for this request only and for as long as it runs.',
  },
  nothing: { nl: 'Wij bewaren niets', en: 'We hold nothing' },
  texts: { nl: 'Wat er geschreven is', en: 'What was written' },
  textsLead: {
    nl: 'Staat hier iemand anders bij naam, of iets wat over een ander gaat? Zet die woorden hieronder. In het pakket staan er dan zwarte blokjes.',
    en: 'Is somebody else named here, or is something about another? Put those words below. In the package they become black blocks.',
  },
  more: {
    nl: 'Dit zijn de eerste {shown} van {total} teksten.',
    en: 'These are the first {shown} of {total} texts.',
  },
  noTexts: { nl: 'Er zijn geen vrije teksten.', en: 'There are no free texts.' },
  blanks: { nl: 'Woorden over anderen', en: 'Words about others' },
  blanksHint: { nl: 'Een naam of woord per regel.', en: 'One name or word on each line.' },
  files: { nl: 'Bestanden die u weglaat', en: 'Files that you leave out' },
  filesHint: {
    nl: 'Alleen als een bestand ook over een ander gaat, en u dat er niet uit kunt halen.',
    en: 'Only when a file is about somebody else too, and you cannot take that out.',
  },
  email: { nl: 'E-mailadres van de betrokkene', en: 'E-mail address of the person' },
  looked: {
    nl: 'Ik heb het pakket nagekeken: er staat niets in dat over anderen gaat.',
    en: 'I looked the package over: nothing in it is about others.',
  },
  lookedMissing: {
    nl: 'Kijk het pakket eerst na, en zeg dat u dat deed.',
    en: 'Look the package over first, and say that you did.',
  },
  make: { nl: 'Pakket maken', en: 'Make the package' },
} satisfies Record<string, Text>

/** A request with what somebody must look over; nothing before it was taken up. */
export interface Handled {
  readonly request: PackageRequest
  readonly dossiers: readonly PackagedDossier[]
  readonly review: Review | undefined
}

/** The texts and files, and the form that sends the package. */
export function drawHandled(handled: Handled, form: FormState, door: Door): JSX.Element {
  const { request, review } = handled
  const { number, name } = request
  const path = `/privacy/verzoeken/${request.id}/pakket`
  const title = say(DESK_WORDS.title, door.language, { number })
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader title={title} lead={say(DESK_WORDS.lead, door.language, { name })} />
      <ErrorSummary errors={form.faults} />
      {review ? (
        <Stack gap="large">
          <Texts review={review} />
          <PackageForm review={review} form={form} path={path} />
        </Stack>
      ) : (
        <EmptyState
          title={DESK_WORDS.beginTitle}
          lead={DESK_WORDS.beginWhy}
          action={
            request.personId ? (
              <ActionForm action={`${path}/openen`} label={DESK_WORDS.begin} />
            ) : (
              <ActionForm action={`${path}/niets`} label={DESK_WORDS.nothing} look="plain" />
            )
          }
        />
      )}
    </Screen>
  )
}

function Texts({ review: { texts, total } }: { review: Review }): JSX.Element {
  return (
    <Section title={DESK_WORDS.texts}>
      <p>
        <Words of={texts.length === 0 ? DESK_WORDS.noTexts : DESK_WORDS.textsLead} />
      </p>
      {total > texts.length && (
        <p>
          <Words of={DESK_WORDS.more} places={{ shown: texts.length, total }} />
        </p>
      )}
      <Stack>
        {texts.map(({ table, text }) => (
          <Quotation
            by={<Words of={PACKAGE_WORDS.tables[table] ?? { nl: table, en: table }} />}
            text={text}
          />
        ))}
      </Stack>
    </Section>
  )
}

interface PackageFormProps {
  readonly review: Review
  readonly form: FormState
  readonly path: string
}

function PackageForm({ review, form, path }: PackageFormProps): JSX.Element {
  return (
    <Form action={path} submit={DESK_WORDS.make} formId={form.formId}>
      <TextArea
        name="blanks"
        label={DESK_WORDS.blanks}
        hint={DESK_WORDS.blanksHint}
        value={form.value('blanks')}
        error={form.fault('blanks')}
      />
      {review.files.length > 0 && (
        <CheckboxGroup
          name="files"
          label={DESK_WORDS.files}
          hint={DESK_WORDS.filesHint}
          values={form.chosen('files')}
          options={review.files.map(({ id, title }) => ({
            value: id,
            label: { nl: title, en: title },
          }))}
        />
      )}
      <CheckboxField
        name="looked"
        value="yes"
        label={DESK_WORDS.looked}
        error={form.fault('looked')}
      />
    </Form>
  )
}
