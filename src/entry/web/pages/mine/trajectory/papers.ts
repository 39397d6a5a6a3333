import type { Matter } from '#entry/web/pages/mine/matters.ts'
import type { OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { waitsForClient } from '#entry/web/pages/mine/signing/opened.ts'
import type { Text } from '#kernel/language.ts'
import type { FormView, SigningView } from '#modules/practice/index.ts'

const words = {
  fillWhy: {
    nl: 'Uw coach vraagt u dit formulier in te vullen.',
    en: 'Your coach asks you to fill in this form.',
  },
  fill: { nl: 'Invullen', en: 'Fill in' },
  signWhy: {
    nl: 'Uw coach vraagt u dit document te ondertekenen. U mag ook nee zeggen.',
    en: 'Your coach asks you to sign this document. You may also say no.',
  },
  sign: { nl: 'Bekijken en ondertekenen', en: 'View and sign' },
} satisfies Record<string, Text>

export interface OwnPapers {
  readonly forms: readonly FormView[]
  readonly signings: readonly SigningView[]
}

/** Forms to fill in and documents to sign, of a service that runs. */
export function listPapers(file: OwnFile, { forms, signings }: OwnPapers): Matter[] {
  const { dossier, path } = file
  if (dossier.service.state === 'closed') return []
  const toFill = forms
    .filter(({ sharedAt, answer, final }) => sharedAt && !answer && !final)
    .map(({ id, title }) => ({
      title: alike(title),
      says: words.fillWhy,
      act: words.fill,
      href: `${path}/traject/formulieren/${id}`,
      icon: 'pencil' as const,
    }))
  const toSign = signings.filter(waitsForClient).map(({ id, documentId }) => ({
    title: alike(dossier.documents.find((each) => each.id === documentId)?.title ?? ''),
    says: words.signWhy,
    act: words.sign,
    href: `${path}/ondertekenen/${id}`,
    icon: 'pencil' as const,
  }))
  return [...toFill, ...toSign]
}

function alike(text: string): Text {
  return { nl: text, en: text }
}
