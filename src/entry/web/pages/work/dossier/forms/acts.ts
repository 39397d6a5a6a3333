import type { Letter } from '#duties/letter/letter.ts'
import { dayOf } from '#entry/web/components/index.ts'
import { act, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { printLetter } from '#entry/web/http/press.ts'
import type { Desk } from '#entry/web/pages/work/desk.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import {
  beginForm,
  blocksOf,
  completeForm,
  receiveFile,
  removeForm,
  sayName,
  shareForm,
  withAnswers,
} from '#modules/practice/index.ts'
import { type FormFile, openForm } from './opened.ts'

/** Asks the client to fill in a form. */
export function shareFormAct(desk: Desk): Route {
  return act(`${desk.path}/:id/formulieren/:form/delen`, async ({ door, params }) => {
    const id = idOf(params)
    const { form } = await openForm(door, desk, params)
    const post = { ...postToClient(door, id), path: `/mijn/dossiers/${id}/traject` }
    await door.changeDossier(desk.activity, id, (tx) =>
      shareForm(tx, { id: form.id, sort: form.sort, post }),
    )
    return { to: `${desk.path}/${id}/formulieren/${form.id}`, done: 'form-shared' }
  })
}

/** Makes a form final, as a PDF among the documents. */
export function completeFormAct(desk: Desk): Route {
  return act(`${desk.path}/:id/formulieren/:form/definitief`, async ({ door, params }) => {
    const id = idOf(params)
    const data = await openForm(door, desk, params)
    const { form } = data
    if (form.sharedAt && !form.answer) throw new AppError('FORM_UNANSWERED')
    const pdf = await printLetter(formLetter(data))
    const file = await receiveFile(piecesOf(pdf), 'formulier.pdf')
    try {
      await door.changeDossier(desk.activity, id, (tx) => completeForm(tx, { ...form, file }))
    } finally {
      await file[Symbol.asyncDispose]()
    }
    return { to: `${desk.path}/${id}/formulieren/${form.id}`, done: 'form-final' }
  })
}

/** Begins the next version with the words of this one. */
export function nextFormAct(desk: Desk): Route {
  return act(
    `${desk.path}/:id/formulieren/:form/nieuwe-versie`,
    async ({ door, params, formId }) => {
      const id = idOf(params)
      const { form } = await openForm(door, desk, params)
      const { sort, language, title, body, id: replaces } = form
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          beginForm(tx, { id: formId, sort, language, title, body, replaces }),
        ),
      )
      return { to: `${desk.path}/${id}/formulieren/${formId}/wijzigen` }
    },
  )
}

export function removeFormAct(desk: Desk): Route {
  return act(`${desk.path}/:id/formulieren/:form/verwijderen`, async ({ door, params }) => {
    const id = idOf(params)
    await door.changeDossier(desk.activity, id, (tx) => removeForm(tx, idOf(params, 'form')))
    return { to: `${desk.path}/${id}/formulieren`, done: 'removed' }
  })
}

/** A form as it comes on paper: from the organisation, to the client. */
function formLetter({ file, form }: FormFile): Letter {
  const { dossier, statement } = file
  const { name, address } = statement.declarations.controller
  const { client, profile } = dossier
  const street = [profile.street, profile.houseNumber, profile.houseNumberAddition]
  const addressee = [
    client === undefined ? '' : sayName(client),
    street.filter(Boolean).join(' '),
    [profile.postcode, profile.city].filter(Boolean).join(' '),
  ]
  return {
    language: form.language,
    title: form.title,
    sender: { name, lines: address === undefined ? [] : [address] },
    addressee: addressee.filter((line) => line !== ''),
    writtenOn: dayOf(new Date()),
    reference: `${dossier.reference}-${form.version}`,
    blocks: blocksOf(withAnswers(form.body, form.answer?.values ?? {})),
  }
}

async function* piecesOf(pdf: Buffer): AsyncGenerator<Buffer> {
  yield pdf
}
