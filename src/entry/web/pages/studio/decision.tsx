import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  dayOf,
  formatDay,
  HiddenField,
  LinkButton,
  Notice,
  Panel,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import type { DraftData } from './draft-data.ts'
import { Retraction } from './retraction.tsx'
import { APPROVAL, DRAFTING, mayDo } from './studio-door.ts'

const words = {
  next: { nl: 'Volgende stap', en: 'Next step' },
  propose: { nl: 'Voorstellen aan een ander', en: 'Propose to somebody else' },
  proposeWhy: {
    nl: 'Daarna kan niemand er meer in schrijven, tot iemand anders het goedkeurt of terugstuurt. Versie {version} gaat dan in op {day}.',
    en: 'After that nobody can write in it, until somebody else approves it or sends it back. Version {version} then takes effect on {day}.',
  },
  mend: {
    nl: 'Verbeter de fouten. Daarna kunt u het concept voorstellen.',
    en: 'Mend the errors. After that you can propose the draft.',
  },
  discard: { nl: 'Concept verwijderen', en: 'Drop the draft' },
  judge: { nl: 'Uw oordeel', en: 'Your judgement' },
  approve: { nl: 'Goedkeuren en aankondigen', en: 'Approve and announce' },
  approveWhy: {
    nl: '{name} stelt voor dat versie {version} ingaat op {day}. Keurt u haar goed, dan kan iedereen haar meteen lezen en krijgen cliënten voor wie er iets verandert bericht. De rechten in de database veranderen op de dag zelf.',
    en: '{name} proposes that version {version} takes effect on {day}. Once you approve it, anyone can read it at once, and clients for whom something changes are told. The rights in the database change on the day itself.',
  },
  back: { nl: 'Terugsturen', en: 'Send back' },
  waits: { nl: 'Wacht op iemand anders', en: 'Waits for somebody else' },
  waitsWhy: {
    nl: 'U schreef eraan mee. Iemand anders keurt het goed of stuurt het terug.',
    en: 'You had a hand in it. Somebody else approves it or sends it back.',
  },
  withdraw: { nl: 'Voorstel intrekken', en: 'Withdraw the proposal' },
  returned: { nl: 'Teruggestuurd door {name}', en: 'Sent back by {name}' },
  approved: { nl: 'Goedgekeurd door {name}', en: 'Approved by {name}' },
  approvedWhy: {
    nl: 'Versie {version} gaat in op {day}.',
    en: 'Version {version} takes effect on {day}.',
  },
  since: {
    nl: 'Versie {version} is ingegaan op {day}.',
    en: 'Version {version} took effect on {day}.',
  },
  retracted: { nl: 'Deze versie is teruggenomen', en: 'This version was taken back' },
  retractedWhy: {
    nl: 'Zij is niet ingegaan. Haar tekst blijft te lezen en haar nummer wordt niet opnieuw gebruikt. Begin een nieuw concept voor een volgende versie.',
    en: 'It did not take effect. Its text stays readable and its number is not used again. Begin a new draft for a next version.',
  },
  read: { nl: 'Zoals iedereen haar leest', en: 'As anyone reads it' },
} satisfies Record<string, Text>

interface DecisionProps {
  readonly data: DraftData
  readonly door: Door
}

/** What comes next for a draft, for whoever looks. */
export function Decision({ data, door }: DecisionProps): JSX.Element | null {
  switch (data.draft.state) {
    case 'draft':
      return <Asking data={data} door={door} />
    case 'returned':
      return <Returned data={data} door={door} />
    case 'proposed':
      return data.draft.own || !mayDo(door, APPROVAL) ? (
        <Waiting data={data} door={door} />
      ) : (
        <Judging data={data} door={door} />
      )
    case 'approved':
      return (
        <>
          <Decided data={data} door={door} />
          <Retraction data={data} door={door} />
        </>
      )
    case 'retracted':
      return (
        <Notice tone="warning" title={words.retracted}>
          <Words of={words.retractedWhy} />
        </Notice>
      )
    default:
      return null
  }
}

function Asking({ data, door }: DecisionProps): JSX.Element | null {
  const { draft, statement, sound } = data
  if (!mayDo(door, DRAFTING)) return null
  const href = `/privacy/studio/${draft.id}`
  return (
    <Panel title={words.next}>
      {statement && sound ? (
        <p>{say(words.proposeWhy, door.language, places(statement.declarations, door))}</p>
      ) : (
        <p>
          <Words of={words.mend} />
        </p>
      )}
      <Actions>
        {sound && (
          <ActionForm action={`${href}/voorstellen`} label={words.propose} icon="send">
            <HiddenField name="revision" value={draft.revisionId} />
          </ActionForm>
        )}
        <LinkButton href={`${href}/verwijderen`} label={words.discard} look="quiet" icon="trash" />
      </Actions>
    </Panel>
  )
}

function Returned({ data, door }: DecisionProps): JSX.Element {
  const proposal = data.draft.proposal
  return (
    <>
      <Notice
        tone="warning"
        title={say(words.returned, door.language, { name: proposal?.answeredBy ?? '' })}
      >
        {proposal?.reason ?? ''}
      </Notice>
      <Asking data={data} door={door} />
    </>
  )
}

function Waiting({ data, door }: DecisionProps): JSX.Element {
  const { draft } = data
  return (
    <Panel title={words.waits}>
      {draft.own && (
        <p>
          <Words of={words.waitsWhy} />
        </p>
      )}
      {mayDo(door, DRAFTING) && (
        <LinkButton
          href={`/privacy/studio/${draft.id}/terugsturen`}
          label={words.withdraw}
          look="plain"
        />
      )}
    </Panel>
  )
}

function Judging({ data, door }: DecisionProps): JSX.Element {
  const { draft } = data
  const { proposal } = draft
  const href = `/privacy/studio/${draft.id}`
  const told = {
    name: proposal?.proposedBy ?? '',
    version: String(proposal?.version ?? ''),
    day: proposal ? formatDay(proposal.inForce, door.language) : '',
  }
  return (
    <Panel title={words.judge}>
      <p>{say(words.approveWhy, door.language, told)}</p>
      <Actions>
        <ActionForm action={`${href}/goedkeuren`} label={words.approve} icon="check">
          <HiddenField name="proposal" value={proposal?.id ?? ''} />
        </ActionForm>
        <LinkButton href={`${href}/terugsturen`} label={words.back} look="plain" />
      </Actions>
    </Panel>
  )
}

function Decided({ data, door }: DecisionProps): JSX.Element {
  const { proposal } = data.draft
  const day = proposal?.inForce ?? ''
  const told = { version: String(proposal?.version ?? ''), day: formatDay(day, door.language) }
  const text = day > dayOf(new Date()) ? words.approvedWhy : words.since
  return (
    <Notice
      tone="success"
      title={say(words.approved, door.language, { name: proposal?.answeredBy ?? '' })}
      action={
        <LinkButton
          href={`/verklaring/versies/${proposal?.version ?? ''}`}
          label={words.read}
          look="plain"
          size="small"
        />
      }
    >
      {say(text, door.language, told)}
    </Notice>
  )
}

function places(
  declarations: { readonly version: number; readonly 'in-force': string },
  { language }: Door,
): { version: string; day: string } {
  return {
    version: String(declarations.version),
    day: formatDay(declarations['in-force'], language),
  }
}
