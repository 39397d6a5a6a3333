import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { SigningList } from '#entry/web/pages/signing/list.tsx'
import { DossierScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import { titled } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import { FORM_SORTS } from '#modules/practice/index.ts'
import { type FormsFile, openForms } from './opened.ts'
import { FORMS, formStatus } from './words.ts'

const words = {
  add: { nl: 'Formulier beginnen', en: 'Begin a form' },
  none: { nl: 'Nog geen formulieren', en: 'No forms yet' },
  noneWhy: {
    nl: 'Begin een intakeformulier, offerte, overeenkomst, plan of rapportage. Wat het dossier al weet, staat er meteen in.',
    en: 'Begin an intake form, quotation, agreement, plan or report. What the dossier knows already is filled in at once.',
  },
  sort: { nl: 'Soort', en: 'Sort' },
  state: { nl: 'Stand', en: 'State' },
  by: { nl: 'Geschreven door', en: 'Written by' },
  on: { nl: 'Gewijzigd', en: 'Changed' },
} satisfies Record<string, Text>

/** The forms of a dossier, in all their versions. */
export function formsPage(desk: Desk): Route {
  return page(`${desk.path}/:id/formulieren`, {
    read: (door, params) => openForms(door, desk, params),
    view: drawForms,
  })
}

function drawForms({ file, forms, signings }: FormsFile, door: Door): JSX.Element {
  const mayAdd = isOpenForWriting(file, 'forms')
  const add = <LinkButton href={`${file.path}/formulieren/nieuw`} label={words.add} icon="add" />
  return (
    <DossierScreen door={door} file={file} part="forms" action={mayAdd && add}>
      <DataTable
        caption={FORMS.title}
        captionHidden
        rows={forms}
        href={({ id }) => `${file.path}/formulieren/${id}`}
        columns={[
          { title: FORMS.name, cell: ({ title }) => title },
          { title: words.sort, cell: ({ sort }) => <Words of={titled(FORM_SORTS[sort])} /> },
          { title: FORMS.version, cell: ({ version }) => version, align: 'end' },
          { title: words.state, cell: (form) => <Badge {...formStatus(form)} /> },
          { title: words.by, cell: ({ writtenBy }) => <ActorText of={writtenBy} /> },
          { title: words.on, cell: ({ writtenAt }) => <DateText day={writtenAt} form="short" /> },
        ]}
        empty={
          <EmptyState title={words.none} lead={words.noneWhy} icon="file" action={mayAdd && add} />
        }
      />
      <SigningList signings={signings} documents={file.dossier.documents} path={file.path} />
    </DossierScreen>
  )
}
