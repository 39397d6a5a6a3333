import { z } from 'zod'
import {
  CheckboxGroup,
  EmptyState,
  ErrorSummary,
  Form,
  formatDay,
  LinkButton,
  Notice,
  PageHeader,
  Words,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, textList } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { ABOUTS, nameOf, programmeOf, TRAINING } from '#entry/web/pages/registry/words.ts'
import { type CountText, say, sayCount } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import { confirmMany, type RegistrationLine } from '#modules/registry/index.ts'
import { sideOf, VERIFY, VERIFYING } from './desk.ts'
import { OwnSwitch } from './own-switch.tsx'
import { readToVerify, togetherPath, VERIFY_LIMIT } from './verifications.tsx'

const words = {
  title: { nl: 'Samen akkoord geven', en: 'Confirm together' },
  lead: {
    nl: 'Kijk de lijst na en haal het vinkje weg bij wie niet klopt. Die blijft staan, zodat u die apart kunt terugsturen.',
    en: 'Go through the list and untick whoever is not right. They stay, so that you can send them back one by one.',
  },
  what: {
    nl: 'U geeft akkoord voor elke aangevinkte student. Van ieder komt in het logboek te staan dat u het was.',
    en: 'You confirm every student that is ticked. For each of them the log shows that it was you.',
  },
  confirm: { nl: 'Akkoord voor wie is aangevinkt', en: 'Confirm who is ticked' },
  none: { nl: 'Er is niets te controleren', en: 'There is nothing to verify' },
  back: { nl: 'Terug naar de controles', en: 'Back to the verifications' },
  resultLead: {
    nl: 'Wat beide instellingen akkoord bevonden, is nu definitief.',
    en: 'What both institutions confirmed is now final.',
  },
  left: {
    nl: 'Bij {left} was er intussen iets veranderd. Daar is niets gedaan: bekijk die nog eens.',
    en: 'For {left} something changed in the meantime. Nothing was done for those: please look at them again.',
  },
} satisfies Record<string, Text>

const RESULT: CountText = {
  one: { nl: '{count} student akkoord', en: '{count} student confirmed' },
  other: { nl: '{count} studenten akkoord', en: '{count} students confirmed' },
}

const NOBODY = because({
  nl: 'Vink ten minste één student aan.',
  en: 'Tick at least one student.',
})

const input = z.object({
  student: z.unknown().transform(textList).pipe(z.array(z.uuid()).min(1, NOBODY).max(VERIFY_LIMIT)),
})

/** Confirms all that was looked through, and leaves out what was unticked. */
export const togetherPage = formPage(`${VERIFY}/samen`, {
  input,
  read: readToVerify,
  view: ({ institutions, own, rows }, form, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: TRAINING.verifications, href: VERIFY }]}
      />
      <OwnSwitch institutions={institutions} own={own} path={`${VERIFY}/samen`} />
      {rows.length === 0 ? (
        <EmptyState title={words.none} icon="circleCheck" />
      ) : (
        <>
          <ErrorSummary errors={form.faults} />
          <Form
            action={togetherPath(own)}
            submit={words.confirm}
            cancelHref={VERIFY}
            width="wide"
            formId={form.formId}
          >
            <Notice>
              <Words of={words.what} />
            </Notice>
            <CheckboxGroup
              name="student"
              label={TRAINING.students}
              required
              error={form.fault('student')}
              options={rows.map((line) => ({
                value: line.dossierId,
                label: nameOf(line),
                hint: hintOf(line, door.language),
              }))}
              values={form.chosen(
                'student',
                rows.map(({ dossierId }) => dossierId),
              )}
            />
          </Form>
        </>
      )}
    </Screen>
  ),
  act: async ({ door, input: { student } }) => {
    const { own } = await readToVerify(door)
    const verifier = own ? sideOf(own) : 'institution'
    const { confirmed, left } = await confirmMany(
      door.visit.site.store,
      door.authority(VERIFYING),
      { dossierIds: student, verifier },
    )
    const { language } = door
    const title = sayCount(RESULT, confirmed.length, language)
    return {
      show: (
        <Screen door={door} title={title} width="narrow">
          <PageHeader
            title={title}
            lead={words.resultLead}
            breadcrumbs={[{ label: TRAINING.verifications, href: VERIFY }]}
          />
          {left.length > 0 && (
            <Notice tone="warning">{say(words.left, language, { left: left.length })}</Notice>
          )}
          <LinkButton href={VERIFY} label={words.back} />
        </Screen>
      ),
    }
  },
})

function hintOf(line: RegistrationLine, language: Language): string {
  const about = line.about ? say(ABOUTS[line.about], language) : ''
  return [
    about,
    programmeOf(line, language),
    `${formatDay(line.startsOn, language)} – ${formatDay(line.plannedEndOn, language)}`,
    line.institute,
  ]
    .filter(Boolean)
    .join(', ')
}
