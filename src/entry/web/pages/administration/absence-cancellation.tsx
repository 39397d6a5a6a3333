import { z } from 'zod'
import { cancelAbsence, listAbsences } from '#duties/administration/absence.ts'
import {
  ConfirmPanel,
  ErrorSummary,
  formatPeriod,
  PageHeader,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readOffice } from './office.ts'

const words = {
  absences: { nl: 'Afwezigheid', en: 'Absence' },
  title: { nl: 'Afwezigheid laten vervallen', en: 'Cancel an absence' },
  question: {
    nl: 'De afwezigheid van {name} laten vervallen?',
    en: 'Cancel the absence of {name}?',
  },
  lead: {
    nl: 'Dit werkt meteen en is niet terug te draaien. U kunt wel een nieuwe afwezigheid plannen.',
    en: 'This takes effect at once and cannot be undone. You can plan a new absence.',
  },
  goes: {
    nl: 'De toegang van {substitute} als waarnemer, {days}',
    en: 'The access of {substitute} as substitute, {days}',
  },
  stays: {
    nl: 'Wat cliënten over deze waarneming antwoordden',
    en: 'What clients answered about this substitution',
  },
  confirm: { nl: 'Laten vervallen', en: 'Cancel the absence' },
} satisfies Record<string, Text>

const HOME = '/beheer/afwezigheid'

/** Takes an absence back that is planned or runs. */
export const absenceCancellationPage = formPage(`${HOME}/:id/vervallen`, {
  input: z.object({}),
  read: async (door, params) => {
    const id = idOf(params)
    const { absences } = await readOffice(door, 'absences', { absences: listAbsences })
    const absence = absences.find((each) => each.id === id)
    if (!absence || absence.state === 'over') throw new AppError('NOT_FOUND')
    return absence
  },
  view: ({ id, name, substitute, startsOn, endsOn }, form, door) => {
    const { language } = door
    const days = formatPeriod({ from: startsOn, until: endsOn }, language)
    return (
      <Screen door={door} title={words.title} width="narrow">
        <PageHeader title={words.title} breadcrumbs={[{ label: words.absences, href: HOME }]} />
        <ErrorSummary errors={form.faults} />
        <ConfirmPanel
          title={say(words.question, language, { name })}
          lead={words.lead}
          goes={[say(words.goes, language, { substitute, days })]}
          stays={[words.stays]}
          action={`${HOME}/${id}/vervallen`}
          confirm={words.confirm}
          cancelHref={`${HOME}/${id}`}
        />
      </Screen>
    )
  },
  act: async ({ door, params }) => {
    await once(() => door.change('administration', (tx) => cancelAbsence(tx, idOf(params))))
    return { to: HOME, done: 'absence-cancelled' }
  },
})
