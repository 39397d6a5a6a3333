import { z } from 'zod'
import { Actions, ErrorSummary, Form, LinkButton, Stack } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { openOwnFile, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { showCitizenNumber } from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Uw burgerservicenummer', en: 'Your citizen number' },
  lead: {
    nl: 'Dat u het liet tonen, staat in het logboek. Verlaat u deze pagina, dan is het weer verborgen.',
    en: 'That you had it shown is in the log. When you leave this page, it is hidden again.',
  },
  show: { nl: 'Nummer tonen', en: 'Show the number' },
  back: { nl: 'Terug', en: 'Back' },
} satisfies Record<string, Text>

/** Shows the reader's own number once, in answer to a button: it stands in no address. */
export const ownNumberPage = formPage('/mijn/dossiers/:id/burgerservicenummer', {
  input: z.object({}),
  read: openOwnFile,
  view: (file, form, door) => (
    <OwnStepScreen door={door} file={file} part="contents" title={words.title}>
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${file.path}/burgerservicenummer`}
        submit={words.show}
        cancelHref={`${file.path}/inhoud`}
        formId={form.formId}
      />
    </OwnStepScreen>
  ),
  act: async ({ door, params }) => {
    const number = await door.changeDossier(SELF_SERVICE, idOf(params), showCitizenNumber)
    const file = await openOwnFile(door, params)
    return {
      show: (
        <OwnStepScreen
          door={door}
          file={file}
          part="contents"
          title={words.title}
          lead={words.lead}
        >
          <Stack>
            <p>
              <strong>{number}</strong>
            </p>
            <Actions>
              <LinkButton href={`${file.path}/inhoud`} label={words.back} look="plain" />
            </Actions>
          </Stack>
        </OwnStepScreen>
      ),
    }
  },
})
