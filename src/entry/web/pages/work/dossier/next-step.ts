import type { IconName, Tone } from '#entry/web/components/index.ts'
import type { OpenedFile } from '#entry/web/pages/work/desk.ts'
import { formatDay } from '#entry/web/components/index.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { ConsentView, ConsultView } from '#modules/practice/index.ts'

/** Something that waits in a dossier, with the page where it is done. */
export interface WaitingMatter {
  readonly says: Text
  /** What the button to it says. */
  readonly act: Text
  readonly href: string
  readonly icon: IconName
  /** `warning` waits for whoever reads, `neutral` for somebody else. */
  readonly tone: Tone
}

/**
 * Everything that waits in a dossier: what comes first for whoever reads stands first.
 *
 * @param invitedAt When the client got an invitation that still works.
 */
export function listWaiting(file: OpenedFile, invitedAt?: Date): WaitingMatter[] {
  return [...startMatters(file, invitedAt), ...summaryMatters(file), ...consentMatters(file)]
}

/** Whether the client has an account with which to see the dossier. */
export function hasOwnPages({ dossier }: OpenedFile): boolean {
  return dossier.relations.some(({ relation, until }) => relation === 'client' && !until)
}

function startMatters(file: OpenedFile, invitedAt: Date | undefined): WaitingMatter[] {
  const { dossier, access, path } = file
  const href = `${path}/begin`
  const matters: WaitingMatter[] = []
  if (dossier.service.state === 'closed') return matters
  if (dossier.service.state === 'intake' && access.can('activations', 'insert')) {
    const shown = dossier.notices.length > 0
    matters.push({
      says: shown
        ? {
            nl: 'De cliënt kreeg de privacyverklaring. De dienst kan beginnen.',
            en: 'The client was shown the privacy statement. The service can start.',
          }
        : {
            nl: 'Toon de cliënt de privacyverklaring. Daarna kan de dienst beginnen.',
            en: 'Show the client the privacy statement. After that the service can start.',
          },
      act: shown ? ACTS.start : ACTS.show,
      href,
      icon: 'circleCheck',
      tone: 'warning',
    })
  }
  if (access.can('invitations', 'insert') && !hasOwnPages(file)) {
    const invitation = invitedAt === undefined ? UNINVITED : INVITED(invitedAt)
    matters.push({ ...invitation, href: `${path}/uitnodigen` })
  }
  return matters
}

function summaryMatters({ dossier, access, path, desk }: OpenedFile): WaitingMatter[] {
  const mayWrite = access.can('summaries', 'insert') && dossier.service.state === 'active'
  return dossier.consults.flatMap((consult): WaitingMatter[] => {
    const href = `${path}/gesprekken/${consult.id}`
    const [summary] = consult.summaries
    switch (summary?.state) {
      case 'disputed':
        return [{ ...DISPUTED(consult), href }]
      case 'draft':
        return [{ ...DRAFT(consult), href }]
      case 'sent':
        return [{ ...UNANSWERED(consult), href }]
      case undefined:
        return mayWrite && desk.activity === 'coaching' ? [{ ...UNWRITTEN(consult), href }] : []
      default:
        return []
    }
  })
}

const ACTS = {
  show: { nl: 'Verklaring tonen', en: 'Show the statement' },
  start: { nl: 'Dienst beginnen', en: 'Start the service' },
  invite: { nl: 'Uitnodigen', en: 'Invite' },
  read: { nl: 'Lezen', en: 'Read' },
  send: { nl: 'Bekijken en versturen', en: 'Look and send' },
  write: { nl: 'Samenvatting schrijven', en: 'Write the summary' },
  release: { nl: 'Vrijgeven', en: 'Release' },
  look: { nl: 'Bekijken', en: 'Look' },
} satisfies Record<string, Text>

type Said = Omit<WaitingMatter, 'href'>

const UNINVITED: Said = {
  says: {
    nl: 'De cliënt kan het dossier nog niet zelf bekijken. Stuur een uitnodiging.',
    en: 'The client cannot see the dossier yet. Send an invitation.',
  },
  act: ACTS.invite,
  icon: 'mail',
  tone: 'warning',
}

const INVITED = (at: Date): Said => ({
  says: {
    nl: `De cliënt kreeg op ${formatDay(at, 'nl')} een uitnodiging, en gebruikte die nog niet.`,
    en: `The client got an invitation on ${formatDay(at, 'en')}, and did not use it yet.`,
  },
  act: ACTS.look,
  icon: 'mail',
  tone: 'neutral',
})

const DISPUTED = (consult: ConsultView): Said => ({
  says: {
    nl: `De cliënt is het niet eens met de samenvatting van ${dayOfConsult(consult, 'nl')}.`,
    en: `The client disputes the summary of ${dayOfConsult(consult, 'en')}.`,
  },
  act: ACTS.read,
  icon: 'speech',
  tone: 'warning',
})

const DRAFT = (consult: ConsultView): Said => ({
  says: {
    nl: `De samenvatting van ${dayOfConsult(consult, 'nl')} is nog niet verstuurd.`,
    en: `The summary of ${dayOfConsult(consult, 'en')} was not sent yet.`,
  },
  act: ACTS.send,
  icon: 'pencil',
  tone: 'warning',
})

const UNWRITTEN = (consult: ConsultView): Said => ({
  says: {
    nl: `Van het gesprek van ${dayOfConsult(consult, 'nl')} is nog geen samenvatting.`,
    en: `There is no summary yet of the consult of ${dayOfConsult(consult, 'en')}.`,
  },
  act: ACTS.write,
  icon: 'pencil',
  tone: 'warning',
})

const UNANSWERED = (consult: ConsultView): Said => ({
  says: {
    nl: `De cliënt heeft nog niet geantwoord op de samenvatting van ${dayOfConsult(consult, 'nl')}.`,
    en: `The client has not answered yet to the summary of ${dayOfConsult(consult, 'en')}.`,
  },
  act: ACTS.look,
  icon: 'clock',
  tone: 'neutral',
})

function dayOfConsult({ heldOn }: ConsultView, language: Language): string {
  return formatDay(heldOn, language)
}

function consentMatters({ dossier, access, path }: OpenedFile): WaitingMatter[] {
  return dossier.consents.flatMap((consent): WaitingMatter[] => {
    if (isReadyToRelease(consent) && access.can('disclosures', 'insert')) {
      return [
        {
          says: {
            nl: 'De cliënt vindt het goed dat een document wordt verstrekt. U kunt het vrijgeven.',
            en: 'The client agrees that a document is disclosed. You can release it.',
          },
          act: ACTS.release,
          href: `${path}/verstrekkingen`,
          icon: 'send',
          tone: 'warning',
        },
      ]
    }
    if (consent.state !== 'asked') return []
    return [
      {
        says: {
          nl: `De cliënt heeft nog niet geantwoord op de vraag van ${formatDay(consent.askedAt, 'nl')}.`,
          en: `The client has not answered yet to the question of ${formatDay(consent.askedAt, 'en')}.`,
        },
        act: ACTS.look,
        href: `${path}/toestemmingen`,
        icon: 'clock',
        tone: 'neutral',
      },
    ]
  })
}

/** Whether the client agreed to a disclosure that has not been made. */
export function isReadyToRelease({ consent, state, disclosedAt }: ConsentView): boolean {
  return consent === 'disclosure' && state === 'given' && !disclosedAt
}
