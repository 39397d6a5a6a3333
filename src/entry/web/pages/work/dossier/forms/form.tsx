import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  Badge,
  BlockText,
  LinkButton,
  Moment,
  Muted,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { Removal } from '#entry/web/pages/work/dossier/removal.tsx'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { blocksOf, type FormView, questionsIn, withAnswers } from '#modules/practice/index.ts'
import { type FormFile, openForm } from './opened.ts'
import { formStatus } from './words.ts'

const words = {
  change: { nl: 'Tekst aanpassen', en: 'Adapt the text' },
  share: { nl: 'Door de cliënt laten invullen', en: 'Have the client fill it in' },
  complete: { nl: 'Definitief maken', en: 'Make it final' },
  completeWhy: {
    nl: 'Het formulier wordt een pdf bij de documenten, die de cliënt ook ziet. Daarna verandert het niet meer.',
    en: 'The form becomes a PDF among the documents, which the client sees too. After that it no longer changes.',
  },
  ask: { nl: 'Laten ondertekenen', en: 'Have it signed' },
  signing: { nl: 'Naar de ondertekening', en: 'To the signing' },
  document: { nl: 'Naar het document', en: 'To the document' },
  next: { nl: 'Nieuwe versie maken', en: 'Make a new version' },
  newer: { nl: 'Naar de nieuwere versie', en: 'To the newer version' },
  remove: { nl: 'Concept verwijderen', en: 'Remove the draft' },
  removeWhy: {
    nl: 'Het concept gaat weg, met wat de cliënt heeft ingevuld.',
    en: 'The draft goes, with what the client filled in.',
  },
  text: { nl: 'Zo komt het op papier', en: 'As it comes on paper' },
  shared: { nl: 'Gevraagd aan de cliënt op', en: 'Asked of the client at' },
  answered: { nl: 'Ingevuld op', en: 'Filled in at' },
  version: { nl: 'Versie {version}', en: 'Version {version}' },
} satisfies Record<string, Text>

/** One form: how far it is, what it says, and what comes next. */
export function formViewPage(desk: Desk): Route {
  return page(`${desk.path}/:id/formulieren/:form`, {
    read: (door, params) => openForm(door, desk, params),
    view: drawForm,
  })
}

function drawForm(data: FormFile, door: Door): JSX.Element {
  const { file, form } = data
  const path = `${file.path}/formulieren/${form.id}`
  const mayChange = file.access.can('forms', 'update') && file.dossier.service.state !== 'closed'
  const isDraft = mayChange && !form.final
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="forms"
      title={form.title}
      width="wide"
      status={<Badge {...formStatus(form)} />}
      lead={{
        nl: words.version.nl.replace('{version}', String(form.version)),
        en: words.version.en.replace('{version}', String(form.version)),
      }}
    >
      <Stack>
        {isDraft && <DraftActions form={form} path={path} />}
        {form.final && <FinalActions data={data} path={path} mayChange={mayChange} />}
        <Standing form={form} />
        <Section title={words.text}>
          <BlockText blocks={blocksOf(withAnswers(form.body, form.answer?.values ?? {}))} />
        </Section>
        {isDraft && (
          <Removal title={words.remove} why={words.removeWhy} action={`${path}/verwijderen`} />
        )}
      </Stack>
    </DossierStepScreen>
  )
}

function DraftActions({ form, path }: { form: FormView; path: string }): JSX.Element {
  const mayShare = questionsIn(form.body).length > 0 && !form.sharedAt
  return (
    <Stack gap="small">
      <Actions>
        {mayShare && <ActionForm action={`${path}/delen`} label={words.share} icon="send" />}
        <ActionForm
          action={`${path}/definitief`}
          label={words.complete}
          look={mayShare ? 'plain' : 'primary'}
          icon="check"
        />
        <LinkButton href={`${path}/wijzigen`} label={words.change} look="plain" icon="pencil" />
      </Actions>
      <Muted>
        <Words of={words.completeWhy} />
      </Muted>
    </Stack>
  )
}

interface FinalActionsProps {
  readonly data: FormFile
  readonly path: string
  readonly mayChange: boolean
}

function FinalActions({ data, path, mayChange }: FinalActionsProps): JSX.Element {
  const { file, form, signings } = data
  const signing = signings.find(({ documentId }) => documentId === form.final?.documentId)
  return (
    <Actions>
      {form.final &&
        (signing ? (
          <LinkButton
            href={`${file.path}/ondertekenen/${signing.id}`}
            label={words.signing}
            icon="pencil"
          />
        ) : (
          mayChange &&
          file.access.can('signings', 'insert') && (
            <ActionForm
              action={`${file.path}/documenten/${form.final.documentId}/ondertekenen`}
              label={words.ask}
              icon="pencil"
            />
          )
        ))}
      {form.final && (
        <LinkButton
          look="plain"
          href={`${file.path}/documenten/${form.final.documentId}`}
          label={words.document}
          icon="file"
        />
      )}
      {form.replacedBy ? (
        <LinkButton
          href={`${file.path}/formulieren/${form.replacedBy}`}
          label={words.newer}
          look="plain"
        />
      ) : (
        mayChange && (
          <ActionForm
            action={`${path}/nieuwe-versie`}
            label={words.next}
            look="plain"
            icon="copy"
          />
        )
      )}
    </Actions>
  )
}

function Standing({ form }: { form: FormView }): JSX.Element {
  return (
    <p>
      {form.sharedAt && (
        <Muted>
          <Words of={words.shared} /> <Moment at={form.sharedAt} />.{' '}
        </Muted>
      )}
      {form.answer && (
        <Muted>
          <Words of={words.answered} /> <Moment at={form.answer.at} />.
        </Muted>
      )}
    </p>
  )
}
