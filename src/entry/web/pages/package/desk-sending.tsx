import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { PackageRequest } from '#duties/package/handling.ts'
import type { Making } from '#duties/package/order.ts'
import {
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Stack,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { formatBytes, say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { DESK_WORDS } from './desk-view.tsx'
import { drawFailed, drawMaking } from './making-view.tsx'

const words = {
  made: {
    nl: 'Het pakket is gemaakt ({size}). Er is nog niets verstuurd.',
    en: 'The package was made ({size}). Nothing was sent yet.',
  },
  gone: { nl: 'Er is geen pakket', en: 'There is no package' },
  goneWhy: {
    nl: 'Een pakket dat u maakt, blijft een half uur staan en alleen zolang u bent ingelogd. Maak het opnieuw.',
    en: 'A package that you make stays for half an hour, and only while you are signed in. Make it again.',
  },
  back: { nl: 'Opnieuw nakijken', en: 'Look it over again' },
  email: DESK_WORDS.email,
  emailHint: {
    nl: 'Hier gaat de link heen. De code geeft u zelf door, bijvoorbeeld telefonisch.',
    en: 'The link goes here. You pass the code on yourself, by telephone for instance.',
  },
  send: { nl: 'Versturen', en: 'Send' },
  doneTitle: { nl: 'Het pakket staat klaar', en: 'The package is ready' },
  done: {
    nl: 'De link is gemaild. Geef deze code op een andere manier door: bel, of schrijf een brief. Hij wordt niet bewaard en is hierna niet meer te zien.',
    en: 'The link was mailed. Pass this code on another way: by telephone or letter. It is not kept and cannot be seen after this.',
  },
  code: { nl: 'Code', en: 'Code' },
  finished: { nl: 'Het verzoek is afgehandeld.', en: 'The request has been dealt with.' },
} satisfies Record<string, Text>

/** A request with the package that was made for it, if it is there still. */
export interface Made {
  readonly request: PackageRequest
  readonly making: Making | undefined
}

/** How far the package is, and the form that sends it. */
export function drawMade({ request, making }: Made, form: FormState, door: Door): JSX.Element {
  const title = say(DESK_WORDS.title, door.language, { number: request.number })
  const path = `/privacy/verzoeken/${request.id}/pakket`
  const back = <LinkButton href={path} label={words.back} look="plain" />
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader title={title} />
      <ErrorSummary errors={form.faults} />
      {making === undefined && <EmptyState title={words.gone} lead={words.goneWhy} action={back} />}
      {making?.state === 'failed' && (
        <Stack>
          {drawFailed(making)}
          {back}
        </Stack>
      )}
      {(making?.state === 'waiting' || making?.state === 'making') &&
        drawMaking(making, `${path}/versturen`, door)}
      {making?.state === 'ready' && (
        <Form action={`${path}/versturen`} submit={words.send} formId={form.formId}>
          <p>
            <Words of={words.made} places={{ size: formatBytes(making.bytes, door.language) }} />
          </p>
          <TextField
            name="email"
            type="email"
            label={words.email}
            hint={words.emailHint}
            required
            value={form.value('email', request.email)}
            error={form.fault('email')}
          />
        </Form>
      )}
    </Screen>
  )
}

/** The code is shown once, because it is kept nowhere. */
export function drawDone(door: Door, code: string): JSX.Element {
  return (
    <Screen door={door} title={words.doneTitle} width="narrow">
      <PageHeader title={words.doneTitle} lead={words.finished} />
      <Notice tone="warning" title={words.code}>
        <p>
          <strong>{code}</strong>
        </p>
        <p>
          <Words of={words.done} />
        </p>
      </Notice>
    </Screen>
  )
}
