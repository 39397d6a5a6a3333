import { z } from 'zod'
import { ErrorSummary, Form, Section } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { type FieldNotices, readFieldNotices } from '#entry/web/pages/work/field-notices.ts'
import { personInput, toPerson, toProfile } from '#entry/web/pages/work/intake-input.ts'
import { PERSON_LABELS, PersonFields } from '#entry/web/pages/work/person-fields.tsx'
import { WORK } from '#entry/web/pages/work/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { changeClient, changeProfile, sayValueSource } from '#modules/practice/index.ts'
import { PROVENANCE_LABELS, SourceFields, sourceInput, withSourceName } from './provenance.tsx'
import { DossierStepScreen } from './screen.tsx'

const words = {
  title: { nl: 'Gegevens van de cliënt wijzigen', en: 'Changing the details of the client' },
  from: { nl: 'Waar het vandaan komt', en: 'Where it comes from' },
  fromWhy: {
    nl: 'Dit komt te staan bij alles wat u hier wijzigt. De cliënt ziet het ook.',
    en: 'This is noted with everything that you change here. The client sees it too.',
  },
} satisfies Record<string, Text>

const USUAL = { source: 'client', channel: 'conversation' } as const

const usualInput = {
  ...sourceInput,
  source: sourceInput.source.default(USUAL.source),
  channel: sourceInput.channel.default(USUAL.channel),
}

interface DetailsPage {
  readonly file: OpenedFile
  readonly notices: FieldNotices
}

/** Corrects what is known of the client. */
export function detailsPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/gegevens`, {
    input: withSourceName(z.object({ ...personInput.shape, ...usualInput })),
    labels: { ...PERSON_LABELS, ...PROVENANCE_LABELS },
    read: async (door, params): Promise<DetailsPage> => {
      const file = await openFile(door, desk, params)
      if (!file.access.can('clients', 'update')) throw new AppError('NOT_FOUND')
      return { file, notices: await readFieldNotices(door, desk.activity) }
    },
    view: ({ file, notices }, form, door) => (
      <DossierStepScreen door={door} file={file} part="overview" title={words.title}>
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/gegevens`}
          submit={WORK.save}
          cancelHref={file.path}
          formId={form.formId}
          width="wide"
        >
          <PersonFields
            form={form}
            access={file.access}
            right="update"
            notices={notices}
            person={file.dossier.client}
            profile={file.dossier.profile}
          />
          <Section title={words.from} lead={words.fromWhy}>
            <SourceFields form={form} usual={USUAL} />
          </Section>
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      await door.changeDossier(desk.activity, id, async (tx) => {
        await changeClient(tx, toPerson(input))
        await changeProfile(tx, toProfile(input))
        await sayValueSource(tx, input)
      })
      return { to: `${desk.path}/${id}`, done: 'saved' }
    },
  })
}
