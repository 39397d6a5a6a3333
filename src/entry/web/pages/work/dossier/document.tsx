import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  DescriptionList,
  LinkButton,
  Moment,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { fileAnswer } from '#entry/web/http/file-answer.ts'
import { act } from '#entry/web/http/form.tsx'
import { answer, idOf, page, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import { categoryTitle, titled } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  CHANNELS,
  type DocumentView,
  readDocumentFile,
  removeDocument,
  SOURCES,
} from '#modules/practice/index.ts'
import { FileFacts } from './documents.tsx'
import { PlacingForm } from './placing.tsx'
import { placedTitle } from './provenance.tsx'
import { Removal } from './removal.tsx'
import { DossierStepScreen } from './screen.tsx'

const words = {
  look: { nl: 'Bekijken', en: 'Look' },
  download: { nl: 'Downloaden', en: 'Download' },
  print: { nl: 'Afdrukken', en: 'Print' },
  disclose: { nl: 'Laten verstrekken', en: 'Have it disclosed' },
  category: { nl: 'Soort gegevens', en: 'Kind of data' },
  source: { nl: 'Van', en: 'From' },
  channel: { nl: 'Langs', en: 'Along' },
  who: { nl: 'Wie dat is', en: 'Who that is' },
  placed: { nl: 'Staat in', en: 'Stands in' },
  by: { nl: 'Toegevoegd door', en: 'Added by' },
  on: { nl: 'Toegevoegd', en: 'Added' },
  size: { nl: 'Bestand', en: 'File' },
  sign: { nl: 'Laten ondertekenen', en: 'Have it signed' },
  remove: { nl: 'Document verwijderen', en: 'Remove the document' },
  removeWhy: {
    nl: 'Hoort het document hier niet, verwijder het dan. Dat is niet ongedaan te maken. Wat al verstrekt is, blijft verstrekt tot de cliënt dat intrekt.',
    en: 'Remove the document when it does not belong here. That cannot be undone. What was disclosed stays so until the client withdraws.',
  },
} satisfies Record<string, Text>

interface DocumentPage {
  readonly file: OpenedFile
  readonly document: DocumentView
}

/** One document: what it is, where it came from, and what can be done with it. */
export function documentPage(desk: Desk): Route {
  return page(`${desk.path}/:id/documenten/:document`, {
    read: async (door, params): Promise<DocumentPage> => {
      const file = await openFile(door, desk, params)
      const document = file.dossier.documents.find(({ id }) => id === params['document'])
      if (!document) throw new AppError('NOT_FOUND')
      return { file, document }
    },
    view: drawDocument,
  })
}

/** The file itself, to look at or to keep. Each time is an opening in the ledger. */
export function documentFile(desk: Desk): Route {
  return answer(`${desk.path}/:id/documenten/:document/bestand`, async (door, params, c) => {
    const id = idOf(params)
    const access = await door.access(desk.activity)
    const documentId = idOf(params, 'document')
    const file = await door.changeDossier(desk.activity, id, (tx) =>
      readDocumentFile(tx, access, documentId),
    )
    return fileAnswer(c, file, { keep: door.visit.query.has('bewaren') })
  })
}

/** Removes a document that should not be in this dossier. */
export function removeDocumentAct(desk: Desk): Route {
  return act(`${desk.path}/:id/documenten/:document/verwijderen`, async ({ door, params }) => {
    const id = idOf(params)
    const documentId = idOf(params, 'document')
    await door.changeDossier(desk.activity, id, (tx) => removeDocument(tx, documentId))
    return { to: `${desk.path}/${id}/documenten`, done: 'removed' }
  })
}

function drawDocument({ file, document }: DocumentPage, door: Door): JSX.Element {
  const { access } = file
  const path = `${file.path}/documenten/${document.id}`
  const { addedAt, addedBy, category, channel, placed, source, sourceName, title } = document
  const mayDisclose = access.can('disclosures', 'insert') && file.dossier.service.state !== 'closed'
  return (
    <DossierStepScreen door={door} file={file} part="documents" title={title}>
      <Actions>
        <LinkButton href={`${path}/bestand`} label={words.look} icon="eye" />
        <LinkButton
          href={`${path}/bestand?bewaren`}
          label={words.download}
          look="plain"
          icon="download"
          download
        />
        {access.can('paper_items', 'insert') && (
          <LinkButton
            href={`${file.path}/afdrukken/document/${document.id}`}
            label={words.print}
            look="plain"
          />
        )}
        {access.can('signings', 'insert') && file.dossier.service.state !== 'closed' && (
          <ActionForm
            action={`${path}/ondertekenen`}
            label={words.sign}
            look="plain"
            icon="pencil"
          />
        )}
        {mayDisclose && (
          <LinkButton
            href={`${file.path}/verstrekkingen/nieuw?stuk=${document.id}`}
            label={words.disclose}
            look="plain"
            icon="send"
          />
        )}
      </Actions>
      <DescriptionList
        items={[
          { term: words.size, value: <FileFacts of={document} /> },
          { term: words.category, value: <Words of={categoryTitle(category)} /> },
          ...(source
            ? [{ term: words.source, value: <Words of={titled(SOURCES[source])} /> }]
            : []),
          ...(sourceName ? [{ term: words.who, value: sourceName }] : []),
          ...(channel
            ? [{ term: words.channel, value: <Words of={titled(CHANNELS[channel])} /> }]
            : []),
          ...(placed ? [{ term: words.placed, value: <Words of={placedTitle(placed)} /> }] : []),
          ...(addedBy ? [{ term: words.by, value: <ActorText of={addedBy} /> }] : []),
          ...(addedAt ? [{ term: words.on, value: <Moment at={addedAt} /> }] : []),
        ]}
      />
      <PlacingForm file={file} item={document} action={`${path}/dossier`} />
      {access.can('documents', 'delete') && (
        <Removal title={words.remove} why={words.removeWhy} action={`${path}/verwijderen`} />
      )}
    </DossierStepScreen>
  )
}
