import type { Context } from 'hono'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  HiddenField,
  Notice,
  PageHeader,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { html, page, type Params, type Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  objectByLink,
  readStopLink,
  RESEARCH,
  type ResearchStand,
} from '#modules/registry/index.ts'
import { secretOf } from './commission.tsx'

const PATH = '/enquete/stop'
const CHOICE = 'wat'
/** More than a form of ours or a mail program ever sends. */
const BODY_MAX = 10_000

const words = {
  title: { nl: 'Geen enquêtes meer', en: 'No more surveys' },
  lead: {
    nl: 'U kreeg van ons de enquête “{title}”. U hoeft niet mee te doen, en u kunt ervoor kiezen er geen meer te krijgen.',
    en: 'You got the survey “{title}” from us. You need not take part, and you can choose to get no more of them.',
  },
  stop: { nl: 'Stuur mij geen enquêtes meer', en: 'Send me no more surveys' },
  stopped: {
    nl: 'Klaar. U krijgt van ons geen enquêtes meer, ook niet als er al een klaarstond.',
    en: 'Done. You will get no more surveys from us, not even one that was about to go out.',
  },
  also: { nl: 'Ook geen onderzoeksbestanden', en: 'No research files either' },
  alsoWhy: {
    nl: 'Wij maken ook bestanden voor onderzoek waarin niemand te herkennen is. Wilt u daar ook niet in meetellen?',
    en: 'We also make files for research in which nobody can be recognised. Would you rather not be counted in those either?',
  },
  alsoStop: { nl: 'Tel mij nergens in mee', en: 'Count me in none of them' },
  alsoStopped: {
    nl: 'Ook in onderzoeksbestanden telt u niet meer mee.',
    en: 'You are no longer counted in research files either.',
  },
  back: {
    nl: 'Bedenkt u zich? Log in en kies onder Mijn voor Onderzoek.',
    en: 'Changed your mind? Sign in and choose Research.',
  },
} satisfies Record<string, Text>

interface StopData {
  readonly title: string
  readonly stands: readonly ResearchStand[]
  readonly path: string
}

async function read(door: Door, params: Params): Promise<StopData> {
  const { organisation, site } = door.visit
  const link = await readStopLink(site.accounts, organisation, secretOf(params))
  await door.publicly({})
  return { ...link, path: `${PATH}/${params['token'] ?? ''}` }
}

/** The page of the link: looking at it does nothing, for programs look at links too. */
export const stopPage = page(`${PATH}/:token`, { read, view: drawStop })

/**
 * What a mail program sends by itself (RFC 8058), and the button of the page: whoever has the link
 * may do this, so it asks for no session and no form of ours, and answers without sending on.
 */
export const stopAct: Route = {
  register: (app, serve) => {
    app.post(
      `${PATH}/:token`,
      serve(async (c, door) => {
        const params = c.req.param()
        const wanted = await wantedOf(c)
        const activity = RESEARCH.find((each) => each === wanted) ?? 'surveys'
        const { organisation, site } = door.visit
        const secret = secretOf(params)
        await objectByLink(site.accounts, {
          organisation,
          secret,
          activity,
          language: door.language,
        })
        return html(c, drawStop(await read(door, params), door))
      }),
    )
  },
}

async function wantedOf(c: Context): Promise<unknown> {
  if (Number(c.req.header('content-length') ?? 0) > BODY_MAX) throw new AppError('FORM_FOREIGN')
  const body = await c.req.parseBody().catch(() => undefined)
  return body?.[CHOICE]
}

function drawStop({ title, stands, path }: StopData, door: Door): JSX.Element {
  const surveys = stands.find(({ activity }) => activity === 'surveys')
  const exports = stands.find(({ activity }) => activity === 'research-exports')
  return (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={say(words.lead, door.language, { title })} />
      <Stack gap="large">
        {surveys?.objects ? (
          <Notice tone="success" announce>
            <Words of={words.stopped} />
          </Notice>
        ) : (
          <Actions>
            <ActionForm action={path} label={words.stop}>
              <HiddenField name={CHOICE} value="surveys" />
            </ActionForm>
          </Actions>
        )}
        {exports && surveys?.objects && (
          <Section title={words.also}>
            {exports.objects ? (
              <Notice tone="success">
                <Words of={words.alsoStopped} />
              </Notice>
            ) : (
              <Stack>
                <p>
                  <Words of={words.alsoWhy} />
                </p>
                <ActionForm action={path} label={words.alsoStop} look="plain">
                  <HiddenField name={CHOICE} value="research-exports" />
                </ActionForm>
              </Stack>
            )}
          </Section>
        )}
        <p>
          <Words of={words.back} />
        </p>
      </Stack>
    </Screen>
  )
}
