import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DateText,
  type Description,
  DescriptionList,
  Moment,
  useView,
} from '#entry/web/components/index.ts'
import type { DiplomaLine, DiplomaRows } from '#modules/registry/index.ts'
import { groupedNumber } from '#modules/registry/index.ts'
import { StateBadge } from './state-badge.tsx'
import { DIPLOMA, programmeOf, REASONS } from './words.ts'

export interface DiplomaFactsProps {
  readonly of: DiplomaLine
  /** The name on the diploma. */
  readonly holder: string | undefined
  readonly verified: DiplomaRows['verified']
}

/** What a diploma says, how it stands, and who verified it. */
export function DiplomaFacts({ of, holder, verified }: DiplomaFactsProps): JSX.Element {
  const { language } = useView()
  const revoked: Description[] =
    of.revokedOn === null
      ? []
      : [
          { term: DIPLOMA.revokedOn, value: <DateText day={of.revokedOn} /> },
          { term: DIPLOMA.reason, value: REASONS[of.reason ?? '']?.[language] ?? '' },
        ]
  const checks: Description[] = verified.map(({ party, verifiedAt }) => ({
    term: DIPLOMA.verified,
    value: (
      <>
        {party}, <Moment at={verifiedAt} />
      </>
    ),
  }))
  return (
    <DescriptionList
      items={[
        { term: DIPLOMA.state, value: <StateBadge of={of} /> },
        ...(holder === undefined ? [] : [{ term: DIPLOMA.holder, value: holder }]),
        { term: DIPLOMA.programme, value: programmeOf(of, language) },
        { term: DIPLOMA.number, value: groupedNumber(of.number) },
        { term: DIPLOMA.issuedOn, value: <DateText day={of.issuedOn} /> },
        ...revoked,
        ...checks,
      ]}
    />
  )
}
