import { z } from 'zod'
import { ErrorSummary, Form, RadioGroup, TextField } from '#entry/web/components/index.ts'
import { act, formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import {
  PROVENANCE_LABELS,
  SourceFields,
  sourceInput,
  withSourceName,
} from '#entry/web/pages/work/dossier/provenance.tsx'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { choiceOf, emailOrEmpty, optionalText, requiredText } from '#entry/web/pages/work/input.ts'
import { titled } from '#entry/web/titles.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  addRelatedPerson,
  RELATED_NAME_LIMIT,
  RELATED_ROLES,
  removeRelatedPerson,
} from '#modules/practice/index.ts'
import { type ExtraFile, extraPath, openExtra } from './extra-file.ts'

const words = {
  title: { nl: 'Iemand rond de cliënt toevoegen', en: 'Adding somebody around the client' },
  lead: {
    nl: 'Leg niet meer vast dan u nodig hebt. De cliënt en deze persoon kunnen het zien.',
    en: 'Record no more than you need. The client and this person can see it.',
  },
  role: { nl: 'Wie is dit voor de cliënt?', en: 'Who is this to the client?' },
  name: { nl: 'Naam', en: 'Name' },
  organisation: { nl: 'Praktijk, school of bedrijf', en: 'Practice, school or company' },
  phone: { nl: 'Telefoonnummer', en: 'Telephone number' },
  email: { nl: 'E-mailadres', en: 'Email address' },
  emailHint: {
    nl: 'Hiermee vinden wij deze persoon terug als die om de eigen gegevens vraagt.',
    en: 'By this we find the person when they ask for their own data.',
  },
  save: { nl: 'Toevoegen', en: 'Add' },
} satisfies Record<string, Text>

const PHONE_LIMIT = 30

const input = withSourceName(
  z.object({
    role: choiceOf(RELATED_ROLES),
    name: requiredText(RELATED_NAME_LIMIT),
    organisation: optionalText(RELATED_NAME_LIMIT),
    phone: optionalText(PHONE_LIMIT),
    email: emailOrEmpty().default(''),
    ...sourceInput,
  }),
)

/** Records somebody around the client, of a kind that was switched on. */
export function newPersonPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/extra/personen/nieuw`, {
    input,
    labels: { ...PROVENANCE_LABELS, ...words },
    read: async (door, params): Promise<ExtraFile> => {
      const page = await openExtra(door, desk, params)
      if (!page.file.access.can('related_persons', 'insert')) throw new AppError('NOT_FOUND')
      return page
    },
    view: ({ file }, form, door) => {
      const on = new Set(file.dossier.switched.map(({ category }) => category))
      const text = (name: 'name' | 'organisation' | 'phone' | 'email') => ({
        name,
        label: words[name],
        autocomplete: 'off',
        value: form.value(name),
        error: form.fault(name),
      })
      return (
        <DossierStepScreen
          door={door}
          file={file}
          part="overview"
          title={words.title}
          lead={words.lead}
        >
          <ErrorSummary errors={form.faults} />
          <Form
            action={`${extraPath(file)}/personen/nieuw`}
            submit={words.save}
            cancelHref={extraPath(file)}
            formId={form.formId}
          >
            <RadioGroup
              name="role"
              label={words.role}
              required
              options={Object.entries(RELATED_ROLES)
                .filter(([, { category }]) => on.has(category))
                .map(([value, { says }]) => ({ value, label: titled(says) }))}
              value={form.value('role')}
              error={form.fault('role')}
            />
            <TextField {...text('name')} required maxLength={RELATED_NAME_LIMIT} />
            <TextField {...text('organisation')} maxLength={RELATED_NAME_LIMIT} />
            <TextField {...text('phone')} type="tel" maxLength={PHONE_LIMIT} width="medium" />
            <TextField {...text('email')} type="email" hint={words.emailHint} maxLength={254} />
            <SourceFields form={form} usual={{ source: 'client', channel: 'conversation' }} />
          </Form>
        </DossierStepScreen>
      )
    },
    act: async ({ door, input: person, params, formId }) => {
      const id = idOf(params)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          addRelatedPerson(tx, { id: formId, ...person }),
        ),
      )
      return { to: `${desk.path}/${id}/extra`, done: 'saved' }
    },
  })
}

/** Removes somebody around the client. */
export function removePersonAct(desk: Desk): Route {
  return act(`${desk.path}/:id/extra/personen/:person/verwijderen`, async ({ door, params }) => {
    const id = idOf(params)
    const personId = idOf(params, 'person')
    await door.changeDossier(desk.activity, id, (tx) => removeRelatedPerson(tx, personId))
    return { to: `${desk.path}/${id}/extra`, done: 'removed' }
  })
}
