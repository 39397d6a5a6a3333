import { z } from 'zod'
import { chooseTerm, type OwnTerm } from '#duties/retention/own-term.ts'
import {
  DateField,
  DateText,
  ErrorSummary,
  Form,
  Muted,
  RadioGroup,
  Words,
} from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { pointing } from '#entry/web/pages/administration/field-fault.ts'
import { SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { partTitle } from '#entry/web/pages/retention/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readKeeping } from './keeping.tsx'

const words = {
  title: { nl: 'Zelf een dag kiezen', en: 'Choose a day yourself' },
  part: { nl: 'Het gaat om: ', en: 'This is about: ' },
  byStatement: {
    nl: 'Volgens onze verklaring gaat het weg op ',
    en: 'By our statement it goes on ',
  },
  how: { nl: 'Wat wilt u?', en: 'What do you want?' },
  statement: { nl: 'De dag van de verklaring', en: 'The day of the statement' },
  own: { nl: 'Een dag die ik zelf kies', en: 'A day that I choose' },
  day: { nl: 'Uw dag', en: 'Your day' },
  sooner: { nl: 'Eerder dan volgens de verklaring.', en: 'Sooner than by the statement.' },
  later: { nl: 'Later dan volgens de verklaring.', en: 'Later than by the statement.' },
  either: { nl: 'Eerder of later.', en: 'Sooner or later.' },
  gone: {
    nl: 'Op die dag gaat het vanzelf weg. Dat is dan niet meer terug te draaien.',
    en: 'On that day it goes by itself. It cannot be undone then.',
  },
  save: { nl: 'Opslaan', en: 'Save' },
} satisfies Record<string, Text>

/** Sooner or later, where the statement leaves that to the person. */
export const termChoicePage = formPage('/mijn/dossiers/:id/bewaren/:part', {
  input: z.union([
    z.object({ how: z.literal('statement') }),
    z.object({ how: z.literal('own'), day: z.iso.date() }),
  ]),
  labels: { how: words.how, day: words.day },
  read: async (door, params) => {
    const data = await readKeeping(door, params)
    const term = data.terms.find(({ part }) => part === params['part'])
    if (!term || !(term.maySooner || term.mayLater)) throw new AppError('NOT_FOUND')
    return { ...data, term }
  },
  view: ({ file, term }, form, door) => (
    <OwnStepScreen door={door} file={file} part="keeping" title={words.title} lead={words.gone}>
      <ErrorSummary errors={form.faults} />
      <p>
        <Words of={words.part} />
        {partTitle(term.part, door.language)}.{' '}
        <Muted>
          <Words of={words.byStatement} />
          <DateText day={term.byStatement} />.
        </Muted>
      </p>
      <Form
        action={`${file.path}/bewaren/${term.part}`}
        submit={words.save}
        cancelHref={`${file.path}/bewaren`}
      >
        <RadioGroup
          name="how"
          label={words.how}
          required
          value={form.value('how', term.chosen ? 'own' : 'statement')}
          error={form.fault('how')}
          options={[
            { value: 'statement', label: words.statement },
            { value: 'own', label: words.own },
          ]}
        />
        <DateField
          name="day"
          label={words.day}
          hint={hintOf(term)}
          value={form.value('day', term.chosen ? term.dueOn : '')}
          error={form.fault('day')}
          min={term.earliest}
        />
      </Form>
    </OwnStepScreen>
  ),
  act: async ({ door, input, params }) => {
    const id = idOf(params)
    await pointing({ TERM_OUTSIDE: 'day', TERM_NOT_YOURS: 'day' }, () =>
      door.changeDossier(SELF_SERVICE, id, (tx) =>
        chooseTerm(tx, partOf(params), input.how === 'own' ? input.day : undefined),
      ),
    )
    return { to: `/mijn/dossiers/${id}/bewaren`, done: 'saved' }
  },
})

function partOf(params: Params): string {
  return params['part'] ?? ''
}

function hintOf({ maySooner, mayLater }: OwnTerm): Text {
  if (maySooner && mayLater) return words.either
  return maySooner ? words.sooner : words.later
}
