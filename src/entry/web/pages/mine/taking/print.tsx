import { PrintButton } from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { openWhole } from './whole.ts'
import { WholeFile } from './whole-file.tsx'

const words = {
  title: { nl: 'Uw hele dossier', en: 'Your whole dossier' },
  lead: {
    nl: 'Alles op één pagina. Afdrukken doet u met uw browser.',
    en: 'Everything on one page. You print it with your browser.',
  },
} satisfies Record<string, Text>

/** Everything in one's own dossier on one page, for paper. */
export const wholePage = page('/mijn/dossiers/:id/meenemen/afdruk', {
  read: openWhole,
  view: (whole, door) => (
    <OwnStepScreen
      door={door}
      file={whole.file}
      part="taking"
      title={words.title}
      lead={words.lead}
    >
      <PrintButton />
      <WholeFile whole={whole} documentHref={({ id }) => `${whole.file.path}/documenten/${id}`} />
    </OwnStepScreen>
  ),
})
