import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  Button,
  Card,
  DateText,
  Form,
  LinkButton,
  Muted,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { ConsentView } from '#modules/practice/index.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { itemHref } from '#entry/web/pages/mine/item-href.ts'
import type { OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { StandingBadge } from '#entry/web/pages/mine/person.tsx'
import { CONSENT_STANDINGS } from '#entry/web/pages/mine/words.ts'
import { consentTitle } from '#entry/web/titles.ts'
import { CONSENT_BASES, effectOfWithdrawal } from './effect.ts'

const words = {
  give: { nl: 'Ja, ik geef toestemming', en: 'Yes, I consent' },
  refuse: { nl: 'Nee, geen toestemming', en: 'No, I do not consent' },
  free: {
    nl: 'U bent vrij om nee te zeggen. Een ja kunt u altijd weer intrekken.',
    en: 'You are free to say no. A yes you can always withdraw.',
  },
  item: { nl: 'Lees wat het is', en: 'Read what it is' },
  withdraw: { nl: 'Toestemming intrekken', en: 'Withdraw consent' },
  asked: { nl: 'Gevraagd op', en: 'Asked on' },
  given: { nl: 'gegeven op', en: 'given on' },
  refused: { nl: 'geweigerd op', en: 'refused on' },
  withdrawn: { nl: 'ingetrokken op', en: 'withdrawn on' },
  ends: { nl: 'eindigt vanzelf op', en: 'ends by itself on' },
  ended: { nl: 'vanzelf geëindigd op', en: 'ended by itself on' },
  renew: { nl: 'Toestemming verlengen', en: 'Renew consent' },
  renewWhy: {
    nl: 'Dit eindigt vanzelf. Vindt u het goed dat het doorgaat, dan kunt u het verlengen. U hoeft niets te doen als u wilt dat het stopt.',
    en: 'This ends by itself. If you agree that it goes on, you can renew it. You need not do anything if you want it to stop.',
  },
  more: { nl: 'Geschiedenis en bewijs', en: 'History and receipt' },
} satisfies Record<string, Text>

export interface ConsentCardProps {
  readonly file: OwnFile
  readonly consent: ConsentView
  /** Without buttons, as on paper. */
  readonly quiet?: boolean
}

/** A question for consent in its exact words, with the answer or the ways to answer. */
export function ConsentCard({ file, consent, quiet }: ConsentCardProps): JSX.Element {
  const { id, state, wording } = consent
  const { access, statement, dossier, path } = file
  const at = `${path}/toestemmingen/${id}`
  const basis = CONSENT_BASES[consent.consent]
  const item = quiet ? undefined : itemHref(file, consent)
  const isAnswered = !quiet && state !== 'asked'
  const mayRenew = !quiet && consent.renewable && access.can('consents', 'insert')
  const mayWithdraw = !quiet && state === 'given' && access.can('withdrawals', 'insert')
  return (
    <Card
      id={id}
      title={consentTitle(consent.consent)}
      meta={<ConsentDates consent={consent} />}
      status={<StandingBadge of={CONSENT_STANDINGS[state]} />}
      actions={
        isAnswered && (
          <>
            {mayRenew && (
              <ActionForm action={`${at}/verlenging`} label={words.renew} look="plain" />
            )}
            {mayWithdraw && (
              <ActionForm action={`${at}/intrekking`} label={words.withdraw} look="plain" />
            )}
            <LinkButton href={at} label={words.more} look="quiet" />
          </>
        )
      }
    >
      <WrittenText text={wording} />
      {item && (
        <p>
          <a href={item}>
            <Words of={words.item} />
          </a>
        </p>
      )}
      {mayRenew && (
        <p>
          <Words of={words.renewWhy} />
        </p>
      )}
      {mayWithdraw && (
        <Muted>
          <Words of={effectOfWithdrawal(consent, dossier)} />
        </Muted>
      )}
      {!quiet && state === 'asked' && (
        <>
          {basis && <Basis statement={statement} on={basis} />}
          <Muted>
            <Words of={words.free} />
          </Muted>
          {access.can('consents', 'insert') && <Answer at={at} />}
        </>
      )}
    </Card>
  )
}

/** Yes and no weigh the same: neither stands out. */
function Answer({ at }: { at: string }): JSX.Element {
  return (
    <Form action={`${at}/antwoord`}>
      <Actions>
        <Button label={words.give} look="plain" icon="check" name="decision" value="given" />
        <Button label={words.refuse} look="plain" icon="cross" name="decision" value="refused" />
      </Actions>
    </Form>
  )
}

function ConsentDates({ consent }: { consent: ConsentView }): JSX.Element {
  const { askedAt, decidedAt, withdrawnAt, expiresAt, state } = consent
  return (
    <>
      <Words of={words.asked} /> <DateText day={askedAt} />
      {decidedAt && (
        <>
          , <Words of={state === 'refused' ? words.refused : words.given} />{' '}
          <DateText day={decidedAt} />
        </>
      )}
      {expiresAt && !withdrawnAt && (
        <>
          , <Words of={state === 'expired' ? words.ended : words.ends} />{' '}
          <DateText day={expiresAt} />
        </>
      )}
      {withdrawnAt && (
        <>
          , <Words of={words.withdrawn} /> <DateText day={withdrawnAt} />
        </>
      )}
    </>
  )
}
