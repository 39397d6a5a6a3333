import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  dayOf,
  EmptyState,
  LinkButton,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, once } from '#entry/web/http/form.tsx'
import { idOf, page, type Params, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { DossierScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  professionalReads,
  type ProfessionalRequestView,
  readProfessionalRequests,
  sendProfessionalRequest,
} from '#modules/practice/index.ts'
import { RequestCard } from './request-card.tsx'

const words = {
  ask: { nl: 'Iets vragen', en: 'Ask something' },
  lead: {
    nl: 'Een vraag gaat pas weg als de cliënt ja zegt, en alleen naar de professional die in de toestemming staat. Een antwoord kunt u bewaren zolang die toestemming geldt.',
    en: 'A question goes only once the client says yes, and only to the professional named in the consent. You can keep an answer as long as that consent stands.',
  },
  none: { nl: 'Nog niets gevraagd', en: 'Nothing asked yet' },
  noneWhy: {
    nl: 'Is er iets nodig van bijvoorbeeld een huisarts of psycholoog, schrijf dan hier uw vraag. De cliënt krijgt haar eerst te lezen.',
    en: 'When something is needed from a GP or a psychologist, for example, write your question here. The client gets to read it first.',
  },
  send: { nl: 'Per brief verstuurd', en: 'Sent by letter' },
  consent: { nl: 'Lees de toestemming', en: 'Read the consent' },
  store: { nl: 'Antwoord bewaren', en: 'Keep the answer' },
} satisfies Record<string, Text>

export interface RequestsPage {
  readonly file: OpenedFile
  readonly requests: readonly ProfessionalRequestView[]
}

/** Opens the dossier with its questions to others. */
export async function readRequests(door: Door, desk: Desk, params: Params): Promise<RequestsPage> {
  const { file, answers, opening } = await openFileWith(door, desk, params, professionalReads)
  if (!file.access.can('professional_requests', 'select')) throw new AppError('NOT_FOUND')
  const { consents } = file.dossier
  const today = dayOf(new Date())
  return { file, requests: readProfessionalRequests(opening, answers, { consents, today }) }
}

/** What other professionals were asked about the client, and what they answered. */
export function professionalsPage(desk: Desk): Route {
  return page(`${desk.path}/:id/professionals`, {
    read: (door, params) => readRequests(door, desk, params),
    view: drawRequests,
  })
}

function drawRequests({ file, requests }: RequestsPage, door: Door): JSX.Element {
  const { path } = file
  const ask = isOpenForWriting(file, 'professional_requests') && (
    <LinkButton href={`${path}/professionals/nieuw`} label={words.ask} icon="send" />
  )
  return (
    <DossierScreen door={door} file={file} part="professionals" action={ask}>
      {requests.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="send" action={ask} />
      ) : (
        <Stack>
          <p>
            <Words of={words.lead} />
          </p>
          {requests.map((request) => (
            <RequestCard
              request={request}
              level={2}
              actions={<Next file={file} request={request} />}
            />
          ))}
        </Stack>
      )}
    </DossierScreen>
  )
}

function Next({
  file,
  request,
}: {
  file: OpenedFile
  request: ProfessionalRequestView
}): JSX.Element {
  const { consent, id, state } = request
  const here = `${file.path}/professionals/${id}`
  const mayWrite = isOpenForWriting(file, 'professional_answers')
  const mayStore = mayWrite && consent?.state === 'given' && request.sentAt !== undefined
  return (
    <>
      {mayWrite && state === 'agreed' && (
        <ActionForm action={`${here}/versturen`} label={words.send} icon="send" />
      )}
      {mayStore && <LinkButton href={`${here}/antwoord`} label={words.store} icon="file" />}
      {consent && (
        <LinkButton
          href={`${file.path}/toestemmingen/${consent.id}`}
          label={words.consent}
          look="plain"
        />
      )}
    </>
  )
}

/** Notes that a question went by letter. Twice is once. */
export function sendRequestAct(desk: Desk): Route {
  return act(`${desk.path}/:id/professionals/:request/versturen`, async ({ door, params }) => {
    const id = idOf(params)
    const requestId = idOf(params, 'request')
    await once(() =>
      door.changeDossier(desk.activity, id, (tx) =>
        sendProfessionalRequest(tx, { requestId, channel: 'letter' }),
      ),
    )
    return { to: `${desk.path}/${id}/professionals`, done: 'professional-sent' }
  })
}
