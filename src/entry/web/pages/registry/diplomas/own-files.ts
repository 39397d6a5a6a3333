import { answer, idOf } from '#entry/web/http/page.tsx'
import { bytesAnswer, press } from '#entry/web/http/press.ts'
import { downloadReads, printDiploma, readDiploma } from '#modules/registry/index.ts'
import { issuingOf } from './issuing.ts'
import { numberOf } from './one.tsx'
import { OWN_DIPLOMAS, SELF_SERVICE } from './own.tsx'

/** A diploma as PDF: in Dutch, or in English. */
export const ownDiplomaPdf = answer(
  `${OWN_DIPLOMAS}/:id/:number/:file{diploma-(?:nl|en)\\.pdf}`,
  async (door, params, c) => {
    const language = params['file'] === 'diploma-en.pdf' ? 'en' : 'nl'
    const number = numberOf(params)
    const { dossier, answers } = await door.open(SELF_SERVICE, idOf(params), downloadReads(number))
    const issuing = issuingOf(door)
    const diploma = await readDiploma(dossier, answers, issuing)
    const pdf = await printDiploma(diploma, answers, { issuing, press, language })
    return bytesAnswer(c, pdf, {
      type: 'application/pdf',
      title: `diploma ${number}`,
      ending: 'pdf',
    })
  },
)

/** A diploma as a credential. */
export const ownDiplomaCredential = answer(
  `${OWN_DIPLOMAS}/:id/:number/diploma.json`,
  async (door, params, c) => {
    const number = numberOf(params)
    const { dossier, answers } = await door.open(SELF_SERVICE, idOf(params), downloadReads(number))
    const diploma = await readDiploma(dossier, answers, issuingOf(door))
    const text = `${JSON.stringify(diploma, null, 2)}\n`
    return bytesAnswer(c, text, {
      type: 'application/vc',
      title: `diploma ${number}`,
      ending: 'json',
    })
  },
)
