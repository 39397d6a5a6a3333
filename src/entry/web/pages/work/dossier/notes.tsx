import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  Card,
  EmptyState,
  Filters,
  LinkButton,
  Moment,
  Section,
  Stack,
  Toolbar,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import { listCategories } from '#entry/web/pages/work/categories.ts'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import { WORK } from '#entry/web/pages/work/words.ts'
import { categoryTitle } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import type { NoteView } from '#modules/practice/index.ts'
import { placedTitle, ProvenanceText } from './provenance.tsx'
import { DossierScreen } from './screen.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  write: { nl: 'Notitie schrijven', en: 'Write a note' },
  show: { nl: 'Toon', en: 'Show' },
  all: { nl: 'Alles', en: 'Everything' },
  none: { nl: 'Nog geen notities', en: 'No notes yet' },
  noneWhy: {
    nl: 'Leg vast wat u van iemand hoort of zelf ziet, met erbij van wie het komt. De cliënt leest mee.',
    en: 'Record what you hear from somebody or see yourself, with where it came from. The client reads along.',
  },
} satisfies Record<string, Text>

/** The notes of a dossier, the newest first. */
export function notesPage(desk: Desk): Route {
  return page(`${desk.path}/:id/notities`, {
    read: (door, params) => openFile(door, desk, params),
    view: drawNotes,
  })
}

function drawNotes(file: OpenedFile, door: Door): JSX.Element {
  const { dossier, path } = file
  const wanted = door.visit.query.get('soort')
  const present = new Set(dossier.notes.map(({ category }) => category))
  const shown = dossier.notes.filter(({ category }) => wanted === null || category === wanted)
  const mayWrite = isOpenForWriting(file, 'notes') && listCategories(file).length > 0
  const add = <LinkButton href={`${path}/notities/nieuw`} label={words.write} icon="pencil" />
  return (
    <DossierScreen door={door} file={file} part="notes" action={mayWrite && add}>
      {present.size > 1 && (
        <Toolbar>
          <Filters
            groups={[
              {
                label: words.show,
                options: [
                  {
                    label: words.all,
                    href: `${path}/notities`,
                    current: wanted === null,
                    count: dossier.notes.length,
                  },
                  ...[...present].map((category) => ({
                    label: categoryTitle(category),
                    href: `${path}/notities?soort=${category}`,
                    current: category === wanted,
                    count: dossier.notes.filter((note) => note.category === category).length,
                  })),
                ],
              },
            ]}
          />
        </Toolbar>
      )}
      {shown.length === 0 ? (
        <EmptyState
          title={words.none}
          lead={words.noneWhy}
          icon="pencil"
          action={mayWrite && add}
        />
      ) : (
        <Section title={WORK.notes}>
          <Stack>
            {shown.map((note) => (
              <NoteCard file={file} note={note} />
            ))}
          </Stack>
        </Section>
      )}
    </DossierScreen>
  )
}

function NoteCard({ file, note }: { file: OpenedFile; note: NoteView }): JSX.Element {
  const { access, dossier, path } = file
  const mayChange = access.can('notes', 'update') && dossier.service.state !== 'closed'
  return (
    <Card
      id={note.id}
      title={categoryTitle(note.category)}
      status={<Badge label={placedTitle(note.placed)} icon="file" />}
      meta={
        <>
          <ActorText of={note.writtenBy} />, <Moment at={note.writtenAt} />.{' '}
          <ProvenanceText {...note} />
        </>
      }
      actions={
        <>
          {access.can('paper_items', 'insert') && (
            <LinkButton
              href={`${path}/afdrukken/note/${note.id}`}
              label={WORK.print}
              look="plain"
              size="small"
            />
          )}
          {mayChange && (
            <LinkButton
              href={`${path}/notities/${note.id}`}
              label={WORK.change}
              look="plain"
              size="small"
            />
          )}
        </>
      }
    >
      <WrittenText text={note.body} />
    </Card>
  )
}
