import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  Card,
  DateText,
  DescriptionList,
  LinkButton,
  Moment,
  StatusBadge,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page, type Route } from '#entry/web/http/page.tsx'
import { choiceReads, nameMap } from '#entry/web/pages/work/choices.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { CONSENT_STATUSES } from '#entry/web/pages/work/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { type ConsentView, endRelation } from '#modules/practice/index.ts'
import { Removal } from './removal.tsx'
import { DossierStepScreen } from './screen.tsx'
import { consentTitle, itemTitle } from './subject.ts'
import { isOpenForWriting } from './writing.ts'

const words = {
  wording: { nl: 'Wat de cliënt las', en: 'What the client read' },
  whom: { nl: 'Voor wie', en: 'For whom' },
  about: { nl: 'Over', en: 'About' },
  asked: { nl: 'Gevraagd', en: 'Asked' },
  given: { nl: 'Toestemming gegeven', en: 'Consent given' },
  refused: { nl: 'Geweigerd', en: 'Refused' },
  withdrawn: { nl: 'Ingetrokken', en: 'Withdrawn' },
  disclosed: { nl: 'Verstrekt', en: 'Disclosed' },
  ends: { nl: 'Eindigt vanzelf op', en: 'Ends by itself on' },
  ended: { nl: 'Vanzelf geëindigd op', en: 'Ended by itself on' },
  statement: { nl: 'Privacyverklaring', en: 'Privacy statement' },
  version: { nl: 'Versie {version}', en: 'Version {version}' },
  paper: { nl: 'Antwoord op papier vastleggen', en: 'Record an answer on paper' },
  told: { nl: 'De cliënt trekt het in', en: 'The client withdraws it' },
  scan: { nl: 'Wat de cliënt ondertekende', en: 'What the client signed' },
  end: { nl: 'Toegang beëindigen', en: 'End the access' },
  endWhy: {
    nl: 'De partnercoach kan daarna niet meer bij dit dossier, ook al gaf de cliënt toestemming.',
    en: 'The partner coach can no longer get at this dossier, even though the client consented.',
  },
} satisfies Record<string, Text>

interface ConsentPage {
  readonly file: OpenedFile
  readonly consent: ConsentView
  readonly names: ReadonlyMap<string, string>
}

/** One question for consent, in the words that the client read, with the answer. */
export function consentPage(desk: Desk): Route {
  return page(`${desk.path}/:id/toestemmingen/:consent`, {
    read: async (door, params): Promise<ConsentPage> => {
      const { file, answers } = await openFileWith(door, desk, params, choiceReads)
      const consent = file.dossier.consents.find(({ id }) => id === params['consent'])
      if (!consent) throw new AppError('NOT_FOUND')
      return { file, consent, names: nameMap(answers) }
    },
    view: drawConsent,
  })
}

/** Ends the access of a partner coach or substitute, whatever the client agreed to. */
export function endAccessAct(desk: Desk): Route {
  return act(`${desk.path}/:id/toegang/:relation/beeindigen`, async ({ door, params }) => {
    const id = idOf(params)
    const relationId = idOf(params, 'relation')
    await door.changeDossier(desk.activity, id, (tx) => endRelation(tx, relationId))
    return { to: `${desk.path}/${id}/toestemmingen`, done: 'access-ended' }
  })
}

function drawConsent({ file, consent, names }: ConsentPage, door: Door): JSX.Element {
  const { askedAt, decidedAt, disclosedAt, expiresAt, holderId, itemId, state } = consent
  const { withdrawnAt } = consent
  const about = itemTitle(file, itemId)
  const decided = state === 'refused' ? words.refused : words.given
  const partner = file.dossier.relations.find(
    (relation) =>
      relation.relation === 'partner-coach' && relation.holderId === holderId && !relation.until,
  )
  const mayEnd = consent.consent === 'partner-access' && file.access.can('relations', 'update')
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="consents"
      title={consentTitle(consent)}
      status={<StatusBadge status={CONSENT_STATUSES[state]} />}
    >
      <DescriptionList
        items={[
          { term: words.whom, value: names.get(holderId ?? '') },
          ...(about ? [{ term: words.about, value: <Words of={about} /> }] : []),
          { term: words.asked, value: <Moment at={askedAt} /> },
          ...(decidedAt ? [{ term: decided, value: <Moment at={decidedAt} /> }] : []),
          ...(disclosedAt ? [{ term: words.disclosed, value: <Moment at={disclosedAt} /> }] : []),
          ...(expiresAt && !withdrawnAt
            ? [
                {
                  term: state === 'expired' ? words.ended : words.ends,
                  value: <DateText day={expiresAt} />,
                },
              ]
            : []),
          ...(withdrawnAt ? [{ term: words.withdrawn, value: <Moment at={withdrawnAt} /> }] : []),
          {
            term: words.statement,
            value: (
              <a href={`/verklaring/versies/${consent.statement}`}>
                <Words of={words.version} places={{ version: consent.statement }} />
              </a>
            ),
          },
        ]}
      />
      <Card level={2} title={words.wording}>
        <WrittenText text={consent.wording} />
      </Card>
      <Actions>
        {state === 'asked' && isOpenForWriting(file, 'consent_requests') && (
          <LinkButton
            href={`${file.path}/toestemmingen/${consent.id}/papier`}
            label={words.paper}
            look="plain"
          />
        )}
        {state === 'given' && isOpenForWriting(file, 'consent_requests') && (
          <LinkButton
            href={`${file.path}/toestemmingen/${consent.id}/ingetrokken`}
            label={words.told}
            look="plain"
          />
        )}
        {consent.documentId && (
          <LinkButton
            href={`${file.path}/documenten/${consent.documentId}`}
            label={words.scan}
            look="plain"
          />
        )}
      </Actions>
      {partner && mayEnd && state === 'given' && (
        <Removal
          title={words.end}
          why={words.endWhy}
          action={`${file.path}/toegang/${partner.id}/beeindigen`}
        />
      )}
    </DossierStepScreen>
  )
}
