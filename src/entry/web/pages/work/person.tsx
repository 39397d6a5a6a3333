import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  formatPersonName,
  Muted,
  type NameParts,
  PersonName,
  Words,
} from '#entry/web/components/index.ts'
import type { Wording } from '#entry/web/words.ts'
import type { Actor, PersonName as ClientName } from '#modules/practice/index.ts'
import { WORK } from './words.ts'

/** The name of a client, or that the statement does not give it to whoever asks. */
export function ClientNameText(props: {
  name: ClientName | undefined
  order?: 'spoken' | 'listed'
}): JSX.Element {
  const { name, order = 'spoken' } = props
  if (!name) return <Words of={WORK.nameless} />
  return <PersonName name={nameParts(name)} order={order} />
}

/** The name of a client as one says it. */
export function clientName(name: ClientName | undefined): Wording {
  return name ? formatPersonName(nameParts(name)) : WORK.nameless
}

function nameParts({ givenName, initials, prefix, familyName }: ClientName): NameParts {
  return { given: givenName ?? initials ?? '', prefix, family: familyName }
}

/** Who did something: a name, the client, or somebody whose name is not given. */
export function ActorText({ of }: { of: Actor | undefined }): JSX.Element {
  if (of?.name) return <>{of.name}</>
  if (of?.role === 'client') return <Words of={WORK.theClient} />
  return (
    <Muted>
      <Words of={WORK.unknown} />
    </Muted>
  )
}
