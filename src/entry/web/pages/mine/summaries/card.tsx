import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Card,
  DateText,
  LinkButton,
  Muted,
  Quotation,
  useSay,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { HeadingLevel } from '#entry/web/components/heading.tsx'
import type { Text } from '#kernel/language.ts'
import type { OwnWords, SummaryView } from '#modules/practice/index.ts'
import { type ConsultSummary, summaryTitle } from '#entry/web/pages/mine/matters.ts'
import type { OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { ActorText, StandingBadge } from '#entry/web/pages/mine/person.tsx'
import { SUMMARY_STANDINGS } from '#entry/web/pages/mine/words.ts'

const words = {
  approve: { nl: 'Ja, dit klopt', en: 'Yes, this is right' },
  dispute: { nl: 'Nee, er klopt iets niet', en: 'No, something is not right' },
  add: { nl: 'Eigen woorden erbij zetten', en: 'Add words of your own' },
  added: { nl: 'Uw aanvulling', en: 'What you added' },
  written: { nl: 'Geschreven door', en: 'Written by' },
  sent: { nl: 'aan u gestuurd op', en: 'sent to you on' },
  approved: { nl: 'U keurde deze samenvatting goed op', en: 'You approved this summary on' },
  ownWords: { nl: 'Uw eigen woorden', en: 'Your own words' },
  disputed: {
    nl: 'Uw woorden blijven bij deze samenvatting staan. Deze versie wordt niet verstrekt.',
    en: 'Your words stay with this summary. This version is not disclosed.',
  },
  draft: {
    nl: 'Dit is een concept. Uw coach werkt er nog aan; u hoeft nog niets te doen.',
    en: 'This is a draft. Your coach still works on it; you need not do anything yet.',
  },
} satisfies Record<string, Text>

export interface SummaryCardProps extends ConsultSummary {
  readonly file: OwnFile
  readonly title?: Text
  readonly level?: HeadingLevel
  /** Without the buttons to answer, as on paper. */
  readonly quiet?: boolean
}

/** A version of a summary: what it says, how it stands, what the client said of it. */
export function SummaryCard(props: SummaryCardProps): JSX.Element {
  const { file, consult, summary, title, level = 3, quiet } = props
  const { id, state, body, dispute, approvedAt } = summary
  return (
    <Card
      id={id}
      title={title ?? summaryTitle(consult)}
      level={level}
      meta={<SummaryMeta summary={summary} />}
      status={<StandingBadge of={SUMMARY_STANDINGS[state]} />}
      actions={!quiet && <Actions file={file} summary={summary} />}
    >
      {state === 'draft' && (
        <Muted>
          <Words of={words.draft} />
        </Muted>
      )}
      <WrittenText text={body} />
      {dispute && <Dispute dispute={dispute} />}
      {summary.supplements.map((own) => (
        <Added own={own} />
      ))}
      {approvedAt && (
        <Muted>
          <Words of={words.approved} /> <DateText day={approvedAt} />.
        </Muted>
      )}
    </Card>
  )
}

function SummaryMeta({ summary }: { summary: SummaryView }): JSX.Element {
  return (
    <>
      <Words of={words.written} /> <ActorText of={summary.writtenBy} />
      {summary.sentAt && (
        <>
          , <Words of={words.sent} /> <DateText day={summary.sentAt} />
        </>
      )}
    </>
  )
}

function Actions({ file, summary }: { file: OwnFile; summary: SummaryView }): JSX.Element | null {
  const { id, state } = summary
  if (state === 'sent') return <Answer file={file} summaryId={id} />
  if (state === 'draft' || !file.access.can('supplements', 'insert')) return null
  return (
    <LinkButton
      href={`${file.path}/samenvattingen/${id}/aanvulling`}
      label={words.add}
      look="plain"
      icon="speech"
    />
  )
}

function Added({ own }: { own: OwnWords }): JSX.Element {
  const say = useSay()
  return (
    <Quotation
      text={own.words}
      by={
        <>
          {say(words.added)}, <DateText day={own.at} />
        </>
      }
    />
  )
}

function Answer({ file, summaryId }: { file: OwnFile; summaryId: string }): JSX.Element | null {
  const { access, path } = file
  const at = `${path}/samenvattingen/${summaryId}`
  return (
    <>
      {access.can('approvals', 'insert') && (
        <ActionForm action={`${at}/goedkeuring`} label={words.approve} icon="check" />
      )}
      {access.can('disputes', 'insert') && (
        <LinkButton href={`${at}/weerwoord`} label={words.dispute} look="plain" icon="speech" />
      )}
    </>
  )
}

function Dispute(props: { dispute: NonNullable<SummaryView['dispute']> }): JSX.Element {
  const { words: written, at } = props.dispute
  const say = useSay()
  return (
    <>
      <Quotation
        text={written}
        by={
          <>
            {say(words.ownWords)}, <DateText day={at} />
          </>
        }
      />
      <Muted>{say(words.disputed)}</Muted>
    </>
  )
}
