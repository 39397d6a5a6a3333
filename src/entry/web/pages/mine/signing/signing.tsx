import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  Actions,
  Badge,
  ErrorSummary,
  Form,
  LinkButton,
  Stack,
  TextArea,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { answer, idOf, page, type Params } from '#entry/web/http/page.tsx'
import { ownPath, SELF_SERVICE } from '#entry/web/pages/mine/own-file.ts'
import { postToCoach } from '#entry/web/pages/mine/post.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import { evidenceAnswer } from '#entry/web/pages/signing/evidence.ts'
import {
  hasSecondFactor,
  SIGN_LABELS,
  SignForm,
  signInput,
  takeMark,
} from '#entry/web/pages/signing/sign-form.tsx'
import { SigningStanding } from '#entry/web/pages/signing/standing.tsx'
import { SIGNING, SIGNING_STATES } from '#entry/web/pages/signing/words.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { refuseToSign, signDocument } from '#modules/practice/index.ts'
import { openOwnSigning, type OwnSigning, waitsForClient } from './opened.ts'

const words = {
  refuseLead: {
    nl: 'U hoeft niet te tekenen. Zeg in een paar woorden waarom niet; uw coach leest het.',
    en: 'You need not sign. Say in a few words why not; your coach reads it.',
  },
  why: { nl: 'Waarom ondertekent u niet?', en: 'Why will you not sign?' },
  send: { nl: 'Laten weten', en: 'Let them know' },
} satisfies Record<string, Text>

const PATH = '/mijn/dossiers/:id/ondertekenen/:signing'
const WORDS_LIMIT = 2_000

/** A document to sign, or one that was signed. */
export const ownSigningPage = page(PATH, { read: openOwnSigning, view: drawSigning })

function drawSigning({ file, signing, title, path }: OwnSigning, door: Door): JSX.Element {
  const mayAnswer = waitsForClient(signing) && file.dossier.service.state !== 'closed'
  return (
    <OwnStepScreen
      door={door}
      file={file}
      part="trajectory"
      title={title}
      width="wide"
      status={<Badge {...SIGNING_STATES[signing.state]} />}
    >
      <Stack>
        <Actions>
          <LinkButton
            href={`${file.path}/documenten/${signing.documentId}`}
            label={SIGNING.document}
            look={mayAnswer ? 'primary' : 'plain'}
            icon="file"
          />
          {mayAnswer && (
            <>
              <LinkButton href={`${path}/tekenen`} label={SIGNING.sign} icon="pencil" />
              <LinkButton href={`${path}/weigeren`} label={SIGNING.refuse} look="quiet" />
            </>
          )}
          {signing.signatures.length > 0 && (
            <>
              <LinkButton
                href={`${path}/bewijs.pdf`}
                label={SIGNING.evidence}
                look="plain"
                icon="download"
                download
              />
              <LinkButton
                href={`${path}/bewijs.json`}
                label={SIGNING.evidenceFile}
                look="plain"
                icon="download"
                download
              />
            </>
          )}
        </Actions>
        <SigningStanding signing={signing} />
      </Stack>
    </OwnStepScreen>
  )
}

/** The client signs. */
export const ownSignPage = formPage(`${PATH}/tekenen`, {
  input: signInput,
  labels: SIGN_LABELS,
  read: async (door, params) => ({
    ...(await openToAnswer(door, params)),
    strong: await hasSecondFactor(door),
  }),
  view: ({ file, title, path, strong }, form, door) => (
    <OwnStepScreen door={door} file={file} part="trajectory" title={SIGNING.sign} lead={title}>
      <SignForm
        form={form}
        action={`${path}/tekenen`}
        cancelHref={path}
        name={door.me?.name ?? ''}
        strong={strong}
      />
    </OwnStepScreen>
  ),
  act: async ({ door, input, params }) => {
    const id = idOf(params)
    const signingId = idOf(params, 'signing')
    const mark = await takeMark(door, input)
    const post = postToCoach(door, id)
    await door.changeDossier(SELF_SERVICE, id, (tx) =>
      signDocument(tx, { signingId, signatory: 'client', mark, post }),
    )
    return { to: `${ownPath(id)}/ondertekenen/${signingId}`, done: 'signed' }
  },
})

/** The client will not sign. */
export const ownRefusalPage = formPage(`${PATH}/weigeren`, {
  input: z.object({ words: requiredText(WORDS_LIMIT) }),
  labels: { words: words.why },
  read: openToAnswer,
  view: ({ file, path }, form, door) => (
    <OwnStepScreen
      door={door}
      file={file}
      part="trajectory"
      title={SIGNING.refuse}
      lead={words.refuseLead}
    >
      <ErrorSummary errors={form.faults} />
      <Form action={`${path}/weigeren`} submit={words.send} cancelHref={path} formId={form.formId}>
        <TextArea
          name="words"
          label={words.why}
          required
          maxLength={WORDS_LIMIT}
          value={form.value('words')}
          error={form.fault('words')}
        />
      </Form>
    </OwnStepScreen>
  ),
  act: async ({ door, input, params }) => {
    const id = idOf(params)
    const signingId = idOf(params, 'signing')
    const post = postToCoach(door, id)
    await once(() =>
      door.changeDossier(SELF_SERVICE, id, (tx) =>
        refuseToSign(tx, { signingId, words: input.words, post }),
      ),
    )
    return { to: `${ownPath(id)}/ondertekenen/${signingId}`, done: 'signing-refused' }
  },
})

/** What a signing rests on, to read and to verify with. */
export const ownEvidenceFiles = ['bewijs.pdf', 'bewijs.json'].map((name) =>
  answer(`${PATH}/${name}`, async (door, params, c) => {
    const { file, signing, title } = await openOwnSigning(door, params)
    const { dossier, statement } = file
    return evidenceAnswer(c, door, { signing, title, statement, reference: dossier.reference })
  }),
)

async function openToAnswer(door: Door, params: Params): Promise<OwnSigning> {
  const data = await openOwnSigning(door, params)
  if (!waitsForClient(data.signing)) throw new AppError('NOT_FOUND')
  return data
}
