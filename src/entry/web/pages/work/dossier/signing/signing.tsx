import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { ActionForm, Actions, Badge, LinkButton, Stack } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, once } from '#entry/web/http/form.tsx'
import { answer, idOf, page, type Route } from '#entry/web/http/page.tsx'
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
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import { askSignatures, signDocument, withdrawSigning } from '#modules/practice/index.ts'
import { openSigning, type SigningFile } from './opened.ts'

/** The signing of one document: who signed, what it rests on, and what comes next. */
export function signingPage(desk: Desk): Route {
  return page(`${desk.path}/:id/ondertekenen/:signing`, {
    read: (door, params) => openSigning(door, desk, params),
    view: drawSigning,
  })
}

function drawSigning({ file, signing, title, path }: SigningFile, door: Door): JSX.Element {
  const { access, dossier } = file
  const isOpen = signing.state === 'asked' && dossier.service.state !== 'closed'
  const isSigned = signing.signatures.some(({ signatory }) => signatory === 'coach')
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="forms"
      title={title}
      width="wide"
      status={<Badge {...SIGNING_STATES[signing.state]} />}
    >
      <Stack>
        <Actions>
          {isOpen && !isSigned && access.can('signatures', 'insert') && (
            <LinkButton href={`${path}/tekenen`} label={SIGNING.sign} icon="pencil" />
          )}
          <LinkButton
            href={`${file.path}/documenten/${signing.documentId}`}
            label={SIGNING.document}
            look="plain"
            icon="file"
          />
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
          {isOpen && access.can('signing_withdrawals', 'insert') && (
            <ActionForm
              action={`${path}/intrekken`}
              label={SIGNING.withdraw}
              look="quiet"
              icon="cross"
            />
          )}
        </Actions>
        <SigningStanding signing={signing} />
      </Stack>
    </DossierStepScreen>
  )
}

/** The coach signs. */
export function signPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/ondertekenen/:signing/tekenen`, {
    input: signInput,
    labels: SIGN_LABELS,
    read: async (door, params) => {
      const data = await openSigning(door, desk, params)
      const isOpen = data.signing.state === 'asked'
      if (!isOpen || !data.file.access.can('signatures', 'insert')) throw new AppError('NOT_FOUND')
      return { ...data, strong: await hasSecondFactor(door) }
    },
    view: ({ file, title, path, strong }, form, door) => (
      <DossierStepScreen door={door} file={file} part="forms" title={SIGNING.sign} lead={title}>
        <SignForm
          form={form}
          action={`${path}/tekenen`}
          cancelHref={path}
          name={door.me?.name ?? ''}
          strong={strong}
        />
      </DossierStepScreen>
    ),
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      const signingId = idOf(params, 'signing')
      const mark = await takeMark(door, input)
      const post = postToClient(door, id)
      await door.changeDossier(desk.activity, id, (tx) =>
        signDocument(tx, { signingId, signatory: 'coach', mark, post }),
      )
      return { to: `${desk.path}/${id}/ondertekenen/${signingId}`, done: 'signed' }
    },
  })
}

/** Asking for signatures, and taking that back. */
export function signingActs(desk: Desk): Route[] {
  return [
    act(`${desk.path}/:id/documenten/:document/ondertekenen`, async ({ door, params, formId }) => {
      const id = idOf(params)
      const documentId = idOf(params, 'document')
      const path = `/mijn/dossiers/${id}/ondertekenen/${formId}`
      const post = { ...postToClient(door, id), path }
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          askSignatures(tx, { id: formId, documentId, post }),
        ),
      )
      return { to: `${desk.path}/${id}/ondertekenen/${formId}`, done: 'signing-asked' }
    }),
    act(`${desk.path}/:id/ondertekenen/:signing/intrekken`, async ({ door, params }) => {
      const id = idOf(params)
      const signingId = idOf(params, 'signing')
      await door.changeDossier(desk.activity, id, (tx) => withdrawSigning(tx, signingId))
      return { to: `${desk.path}/${id}/ondertekenen/${signingId}`, done: 'signing-withdrawn' }
    }),
  ]
}

/** What a signing rests on, to read and to verify with. */
export function signingEvidenceFiles(desk: Desk): Route[] {
  return ['bewijs.pdf', 'bewijs.json'].map((name) =>
    answer(`${desk.path}/:id/ondertekenen/:signing/${name}`, async (door, params, c) => {
      const { file, signing, title } = await openSigning(door, desk, params)
      const { dossier, statement } = file
      return evidenceAnswer(c, door, { signing, title, statement, reference: dossier.reference })
    }),
  )
}
