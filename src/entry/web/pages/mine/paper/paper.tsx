import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { EmptyState, LinkButton, Section, Toolbar } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, page, type Params } from '#entry/web/http/page.tsx'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import {
  type OwnFile,
  readStatement,
  SELF_SERVICE,
  toOwnFile,
} from '#entry/web/pages/mine/own-file.ts'
import { PaperFacts, PaperTables } from '#entry/web/pages/work/paper/table.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  Actors,
  type DossierPaper,
  dossierReads,
  paperReads,
  readDossier,
  readDossierPaper,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Uw papieren dossier', en: 'Your paper file' },
  lead: {
    nl: 'Wat van u op papier staat, en waar dat papier ligt.',
    en: 'What of you is on paper, and where that paper lies.',
  },
  where: { nl: 'Waar het ligt', en: 'Where it lies' },
  none: { nl: 'Er is geen papieren dossier', en: 'There is no paper file' },
  choose: { nl: 'Kiezen hoe lang wij het bewaren', en: 'Choose how long we keep it' },
} satisfies Record<string, Text>

interface OwnPaper {
  readonly file: OwnFile
  readonly paper: DossierPaper
}

async function openOwnPaper(door: Door, params: Params): Promise<OwnPaper> {
  const id = idOf(params)
  const [access, statement] = await Promise.all([door.access(SELF_SERVICE), readStatement(door)])
  if (!access.can('paper_files', 'select')) throw new AppError('NOT_FOUND')
  const { dossier, answers } = await door.open(SELF_SERVICE, id, {
    ...dossierReads(access, id),
    ...paperReads(access, id),
  })
  const file = toOwnFile({ access, statement }, readDossier(dossier, answers, access))
  const actors = new Actors(answers.members, answers.relations)
  return { file, paper: readDossierPaper(dossier, answers, actors) }
}

/** What of oneself is on paper, where that is, and the way to one's own choice about it. */
export const ownPaperPage = page('/mijn/dossiers/:id/papier', {
  read: openOwnPaper,
  view: ({ file, paper }, door): JSX.Element => (
    <OwnStepScreen
      door={door}
      file={file}
      part="contents"
      title={words.title}
      lead={words.lead}
      width="wide"
    >
      <Toolbar>
        <LinkButton href={`${file.path}/bewaren`} label={words.choose} look="quiet" icon="clock" />
      </Toolbar>
      <Section title={words.where}>
        {paper.file ? (
          <PaperFacts of={paper.file} />
        ) : (
          <EmptyState title={words.none} icon="file" />
        )}
      </Section>
      <PaperTables paper={paper} />
    </OwnStepScreen>
  ),
})
