import { z } from 'zod'
import { askErasure } from '#duties/erasure/asking.ts'
import { ConfirmPanel, ErrorSummary } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { linesOf, readKeeping } from './keeping.tsx'

const words = {
  title: { nl: 'Uw dossier verwijderen', en: 'Erase your dossier' },
  question: { nl: 'Alles in dit dossier verwijderen?', en: 'Erase everything in this dossier?' },
  lead: {
    nl: 'Dit is niet terug te draaien. Vanaf nu ziet niemand het dossier meer, en binnen enkele minuten is het weg. Hebt u hier verder geen dossier, dan gaat uw account mee en bent u uitgelogd. U krijgt daarna nog één e-mail.',
    en: 'This cannot be undone. From now on nobody sees the dossier, and within minutes it is gone. When you have no other dossier here, your account goes with it and you are signed out. You get one more e-mail after that.',
  },
  confirm: { nl: 'Verwijder mijn dossier', en: 'Erase my dossier' },
} satisfies Record<string, Text>

/** Shows what goes and what stays, and erases. */
export const erasureRequestPage = formPage('/mijn/dossiers/:id/verwijderen', {
  input: z.object({}),
  read: readKeeping,
  view: ({ file, preview }, form, door) => (
    <OwnStepScreen door={door} file={file} part="keeping" title={words.title}>
      <ErrorSummary errors={form.faults} />
      <ConfirmPanel
        title={words.question}
        lead={words.lead}
        goes={linesOf(preview, false, door.language)}
        stays={linesOf(preview, true, door.language)}
        action={`${file.path}/verwijderen`}
        confirm={words.confirm}
        cancelHref={`${file.path}/bewaren`}
      />
    </OwnStepScreen>
  ),
  act: async ({ door, params, formId }) => {
    const begun = await door.change(SELF_SERVICE, (tx) =>
      askErasure(tx, { id: formId, dossierId: idOf(params), language: door.language }),
    )
    return begun === undefined
      ? { to: '/mijn', done: 'erasure-asked' }
      : { to: `/verwijderingen/${begun}` }
  },
})
