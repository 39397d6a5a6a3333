import { z } from 'zod'
import {
  Actions,
  ErrorSummary,
  Form,
  LinkButton,
  Stack,
  TextField,
} from '#entry/web/components/index.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  recordCitizenNumber,
  removeCitizenNumber,
  showCitizenNumber,
} from '#modules/practice/index.ts'
import { type ExtraFile, extraPath, openExtra } from './extra-file.ts'

const words = {
  title: { nl: 'Burgerservicenummer vastleggen', en: 'Recording the citizen number' },
  lead: {
    nl: 'Neem het over van een officieel stuk. De software rekent na of het klopt.',
    en: 'Copy it from an official paper. The software checks whether it is right.',
  },
  number: { nl: 'Burgerservicenummer', en: 'Citizen number' },
  numberHint: {
    nl: 'Negen cijfers. Na een fout vult u het opnieuw in: het nummer blijft niet staan.',
    en: 'Nine digits. After a mistake you fill it in again: the number does not stay.',
  },
  save: { nl: 'Vastleggen', en: 'Record' },
  shown: { nl: 'Burgerservicenummer', en: 'Citizen number' },
  shownWhy: {
    nl: 'Dat u het liet tonen, staat in het logboek. Verlaat u deze pagina, dan is het nummer weer verborgen.',
    en: 'That you had it shown is in the log. When you leave this page, the number is hidden again.',
  },
  show: { nl: 'Nummer tonen', en: 'Show the number' },
  back: { nl: 'Terug', en: 'Back' },
} satisfies Record<string, Text>

const NUMBER_LIMIT = 20

/** Records the number, after the eleven-test. It is never drawn back into the form. */
export function numberPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/extra/burgerservicenummer`, {
    input: z.object({ number: requiredText(NUMBER_LIMIT) }),
    labels: { number: words.number },
    read: async (door, params): Promise<ExtraFile> => {
      const page = await openExtra(door, desk, params)
      if (!page.extra.number?.mayWrite) throw new AppError('NOT_FOUND')
      return page
    },
    view: ({ file }, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="overview"
        title={words.title}
        lead={words.lead}
      >
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${extraPath(file)}/burgerservicenummer`}
          submit={words.save}
          cancelHref={extraPath(file)}
          formId={form.formId}
        >
          <TextField
            name="number"
            label={words.number}
            hint={words.numberHint}
            required
            width="medium"
            inputmode="numeric"
            autocomplete="off"
            maxLength={NUMBER_LIMIT}
            error={form.fault('number')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      const marks = door.visit.site.citizenNumbers
      await door.changeDossier(desk.activity, id, (tx) =>
        recordCitizenNumber(tx, { typed: input.number, marks }),
      )
      return { to: `${desk.path}/${id}/extra`, done: 'saved' }
    },
  })
}

/** Shows the number once, in answer to a button: it stands in no address. */
export function numberShown(desk: Desk): Route {
  return formPage(`${desk.path}/:id/extra/burgerservicenummer/tonen`, {
    input: z.object({}),
    read: (door, params) => openExtra(door, desk, params),
    view: ({ file }, form, door) => (
      <DossierStepScreen door={door} file={file} part="overview" title={words.shown}>
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${extraPath(file)}/burgerservicenummer/tonen`}
          submit={words.show}
          cancelHref={extraPath(file)}
          formId={form.formId}
        />
      </DossierStepScreen>
    ),
    act: async ({ door, params }) => {
      const id = idOf(params)
      const number = await door.changeDossier(desk.activity, id, showCitizenNumber)
      const { file } = await openExtra(door, desk, params)
      return {
        show: (
          <DossierStepScreen
            door={door}
            file={file}
            part="overview"
            title={words.shown}
            lead={words.shownWhy}
          >
            <Stack>
              <p>
                <strong>{number}</strong>
              </p>
              <Actions>
                <LinkButton href={extraPath(file)} label={words.back} look="plain" />
              </Actions>
            </Stack>
          </DossierStepScreen>
        ),
      }
    },
  })
}

/** Removes the number. */
export function numberRemovalAct(desk: Desk): Route {
  return act(`${desk.path}/:id/extra/burgerservicenummer/verwijderen`, async ({ door, params }) => {
    const id = idOf(params)
    await door.changeDossier(desk.activity, id, removeCitizenNumber)
    return { to: `${desk.path}/${id}/extra`, done: 'removed' }
  })
}
