import type { OpenedFile } from '#entry/web/pages/work/desk.ts'
import { formatDay } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { PrincipalMessage, SigningView } from '#modules/practice/index.ts'
import type { WaitingMatter } from './next-step.ts'

const words = {
  answer: { nl: 'Antwoorden', en: 'Answer' },
  sign: { nl: 'Bekijken en ondertekenen', en: 'Look and sign' },
  look: { nl: 'Bekijken', en: 'Look' },
} satisfies Record<string, Text>

export interface Awaited {
  readonly messages: readonly PrincipalMessage[]
  readonly signings: readonly SigningView[]
}

/** What others wait for in a dossier, and what they were asked: questions and signatures. */
export function listAwaited(file: OpenedFile, { messages, signings }: Awaited): WaitingMatter[] {
  if (file.dossier.service.state === 'closed') return []
  return [...questionMatters(file, messages), ...signingMatters(file, signings)]
}

/** A question of who reads what was let go, as long as nobody answered. */
function questionMatters(
  { access, path }: OpenedFile,
  messages: readonly PrincipalMessage[],
): WaitingMatter[] {
  if (!access.can('principal_messages', 'insert')) return []
  const newest = new Map<string, PrincipalMessage>()
  for (const message of messages.toSorted(byMoment)) newest.set(message.disclosureId, message)
  return [...newest.values()].flatMap(({ disclosureId, side, writtenAt }) => {
    if (side !== 'party') return []
    return {
      says: {
        nl: `De ontvanger van een document vroeg iets op ${formatDay(writtenAt, 'nl')}.`,
        en: `The recipient of a document asked something on ${formatDay(writtenAt, 'en')}.`,
      },
      act: words.answer,
      href: `${path}/verstrekkingen/${disclosureId}/antwoord`,
      icon: 'speech' as const,
      tone: 'warning' as const,
    }
  })
}

function byMoment(one: PrincipalMessage, other: PrincipalMessage): number {
  return one.writtenAt.getTime() - other.writtenAt.getTime()
}

function signingMatters(
  { access, dossier, path }: OpenedFile,
  signings: readonly SigningView[],
): WaitingMatter[] {
  const waiting = signings.filter(({ state }) => state === 'asked')
  return waiting.map(({ id, documentId, signatures }) => {
    const title = dossier.documents.find((each) => each.id === documentId)?.title ?? ''
    const isMine =
      access.can('signatures', 'insert') &&
      !signatures.some(({ signatory }) => signatory === 'coach')
    return {
      ...(isMine ? toSign(title) : awaitsClient(title)),
      href: `${path}/ondertekenen/${id}`,
    }
  })
}

function toSign(title: string): Omit<WaitingMatter, 'href'> {
  return {
    says: {
      nl: `U hebt dit document nog niet ondertekend: ${title}.`,
      en: `You have not signed this document yet: ${title}.`,
    },
    act: words.sign,
    icon: 'pencil',
    tone: 'warning',
  }
}

function awaitsClient(title: string): Omit<WaitingMatter, 'href'> {
  return {
    says: {
      nl: `De cliënt heeft dit document nog niet ondertekend: ${title}.`,
      en: `The client has not signed this document yet: ${title}.`,
    },
    act: words.look,
    icon: 'clock',
    tone: 'neutral',
  }
}
