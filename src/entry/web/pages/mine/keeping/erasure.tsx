import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { askErasure } from '#duties/erasure/asking.ts'
import { HOLD_GROUNDS } from '#duties/rights/ground.ts'
import {
  ActionForm,
  Actions,
  ConfirmPanel,
  ErrorSummary,
  formatDay,
  LinkButton,
  Notice,
  Stack,
  useView,
  Words,
} from '#entry/web/components/index.ts'

import { formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { linesOf, readKeeping } from './keeping.tsx'

const words = {
  title: { nl: 'Uw dossier verwijderen', en: 'Erase your dossier' },
  question: { nl: 'Alles in dit dossier verwijderen?', en: 'Erase everything in this dossier?' },
  lead: {
    nl: 'Dit is niet terug te draaien. Vanaf nu ziet niemand het dossier meer, en binnen enkele minuten is het weg. Hebt u hier verder geen dossier, dan gaat uw account mee en bent u uitgelogd. U krijgt daarna nog één e-mail.',
    en: 'This cannot be undone. From now on nobody sees the dossier, and within minutes it is gone. When you have no other dossier here, your account goes with it and you are signed out. You get one more e-mail after that.',
  },
  barred: {
    nl: 'Uw dossier mag nu niet weg',
    en: 'Your dossier may not go now',
  },
  reason: { nl: 'De reden: {reason}.', en: 'The reason: {reason}.' },
  until: { nl: 'Dat duurt op zijn laatst tot {day}.', en: 'That lasts until {day} at the latest.' },
  byLaw: {
    nl: 'een wet verplicht ons deze gegevens te bewaren',
    en: 'a law obliges us to keep these data',
  },
  instead: {
    nl: 'U kunt wel vragen om uw gegevens af te schermen: dan bewaren wij ze, maar niemand ziet of gebruikt ze nog. Vraagt u toch om verwijdering, dan krijgt u ons antwoord meteen, met een brief waarin staat waar u terechtkunt als u het er niet mee eens bent.',
    en: 'You can ask to have your data shielded: we then keep them, but nobody sees or uses them any more. If you ask for erasure all the same, you get our answer at once, with a letter that says where to turn if you do not agree.',
  },
  shield: { nl: 'Afschermen vragen', en: 'Ask to shield them' },
  askAnyway: { nl: 'Toch verwijdering vragen', en: 'Ask for erasure all the same' },
  confirm: { nl: 'Verwijder mijn dossier', en: 'Erase my dossier' },
} satisfies Record<string, Text>

/** Shows what goes and what stays, and erases. */
export const erasureRequestPage = formPage('/mijn/dossiers/:id/verwijderen', {
  input: z.object({}),
  read: readKeeping,
  view: ({ file, preview, bar }, form, door) => (
    <OwnStepScreen door={door} file={file} part="keeping" title={words.title}>
      <ErrorSummary errors={form.faults} />
      {bar ? (
        <Barred bar={bar} path={file.path} />
      ) : (
        <ConfirmPanel
          title={words.question}
          lead={words.lead}
          goes={linesOf(preview, false, file.statement, door.language)}
          stays={linesOf(preview, true, file.statement, door.language)}
          action={`${file.path}/verwijderen`}
          confirm={words.confirm}
          cancelHref={`${file.path}/bewaren`}
        />
      )}
    </OwnStepScreen>
  ),
  act: async ({ door, params, formId }) => {
    const begun = await door.change(SELF_SERVICE, (tx) =>
      askErasure(tx, { id: formId, dossierId: idOf(params), language: door.language }),
    )
    return begun === undefined
      ? { to: `/mijn/rechten/${formId}`, done: 'erasure-asked' }
      : { to: `/verwijderingen/${begun}` }
  },
})

interface BarredProps {
  readonly bar: { readonly reason: string; readonly until: string | null }
  readonly path: string
}

/** Why it may not go, and what can be asked instead. */
function Barred({ bar: { reason, until }, path }: BarredProps): JSX.Element {
  const { language } = useView()
  const says = (HOLD_GROUNDS[reason] ?? words.byLaw)[language]
  return (
    <Stack>
      <Notice tone="warning" title={words.barred}>
        {say(words.reason, language, { reason: says })}{' '}
        {until && say(words.until, language, { day: formatDay(until, language) })}
      </Notice>
      <p>
        <Words of={words.instead} />
      </p>
      <Actions>
        <LinkButton href="/mijn/rechten/vragen/restriction" label={words.shield} />
        <ActionForm action={`${path}/verwijderen`} label={words.askAnyway} look="plain" />
      </Actions>
    </Stack>
  )
}
