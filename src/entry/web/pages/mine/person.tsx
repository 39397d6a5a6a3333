import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { Badge, useSay } from '#entry/web/components/index.ts'
import type { Actor, DossierView } from '#modules/practice/index.ts'
import { MINE, type Standing } from './words.ts'

/** Who did something: a name, the reader, or somebody whose name the statement does not give. */
export function ActorText({ of }: { of: Actor | undefined }): JSX.Element {
  const say = useSay()
  if (of?.name) return <>{of.title ? `${of.name} (${of.title})` : of.name}</>
  return <>{say(of?.role === 'client' ? MINE.yourself : MINE.member)}</>
}

/** How something stands, as a badge. */
export function StandingBadge({ of }: { of: Standing }): JSX.Element {
  return <Badge label={of.label} tone={of.tone} icon={of.icon} />
}

/** The coaches who are responsible for a dossier now. */
export function coachesOf({ relations }: DossierView): Actor[] {
  const isOver = (until: Date | undefined) => until !== undefined && until <= new Date()
  return relations
    .filter(({ relation, until }) => relation === 'responsible-coach' && !isOver(until))
    .map(({ holder }) => holder)
}
