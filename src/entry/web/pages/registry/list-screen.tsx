import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  EmptyState,
  type FilterGroup,
  Filters,
  LinkButton,
  PageHeader,
  PrintButton,
  SearchForm,
  Stack,
  Toolbar,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { titled } from '#entry/web/titles.ts'
import type { Wording } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { REGISTRATION_STATES, type RegistrationLine } from '#modules/registry/index.ts'
import { INSTITUTION_ASKED, type ListAddress, listAddress, pageOf } from './list-address.ts'
import { RegistrationTable } from './registration-table.tsx'
import { STATE_LOOKS, TRAINING } from './words.ts'

const words = {
  noneWhy: {
    nl: 'Zoek anders, of kies een andere stand.',
    en: 'Try another search or state.',
  },
} satisfies Record<string, Text>

export interface ListScreenProps {
  readonly door: Door
  readonly title: Wording
  readonly lead?: Wording
  readonly path: string
  readonly address: ListAddress
  readonly rows: readonly RegistrationLine[]
  readonly without?: 'institution' | 'institute'
  readonly href: (line: RegistrationLine) => string
  readonly action?: Child
  /** Choices beside the states. */
  readonly groups?: readonly FilterGroup[]
  /** What is said when there is nothing at all. */
  readonly empty: Text
}

/** A list of registrations with search, states and pages. */
export function ListScreen(props: ListScreenProps): JSX.Element {
  const { door, title, path, address, rows, without } = props
  const { lines, next } = pageOf(rows)
  const { state, search, institution } = address
  const here = institution === undefined ? {} : { institution }
  const asked = state !== undefined || search !== ''
  return (
    <Screen door={door} title={title}>
      <PageHeader
        title={title}
        lead={props.lead}
        action={props.action ?? (lines.length > 0 && <PrintButton />)}
      />
      <Stack>
        <Toolbar>
          <SearchForm
            action={path}
            label={TRAINING.search}
            value={search}
            keep={{
              ...(state && { staat: state }),
              ...(institution && { [INSTITUTION_ASKED]: institution }),
            }}
            clearHref={listAddress(path, { ...here, ...(state && { state }) })}
          />
          <Filters
            groups={[
              ...(props.groups ?? []),
              {
                label: TRAINING.state,
                options: [
                  {
                    label: TRAINING.all,
                    href: listAddress(path, { ...here, search }),
                    current: state === undefined,
                  },
                  ...REGISTRATION_STATES.map((word) => ({
                    label: titled(STATE_LOOKS[word].label),
                    href: listAddress(path, { ...here, state: word, search }),
                    current: word === state,
                  })),
                ],
              },
            ]}
          />
        </Toolbar>
        <RegistrationTable
          rows={lines}
          href={props.href}
          {...(without && { without })}
          empty={
            <EmptyState
              title={TRAINING.none}
              lead={asked ? words.noneWhy : props.empty}
              icon="people"
            />
          }
        />
        {next && (
          <LinkButton
            href={listAddress(path, { ...address, after: next })}
            label={TRAINING.next}
            look="plain"
          />
        )}
      </Stack>
    </Screen>
  )
}
