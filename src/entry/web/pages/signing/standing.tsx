import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Badge,
  Card,
  DrawnName,
  Moment,
  Muted,
  Quotation,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { SignatureView, SigningView } from '#modules/practice/index.ts'
import { SIGNING } from './words.ts'

/** Who signed and who did not, and whether that still holds. */
export function SigningStanding({ signing }: { signing: SigningView }): JSX.Element {
  const { signatures, refusal, digest } = signing
  return (
    <Stack>
      {(['client', 'coach'] as const).map((signatory) => {
        const signature = signatures.find((each) => each.signatory === signatory)
        return (
          <Card
            title={SIGNING[signatory]}
            level={2}
            status={
              signature ? (
                <IntactBadge signature={signature} />
              ) : (
                <Badge label={SIGNING.waits} tone="neutral" />
              )
            }
          >
            {signature && <Signed signature={signature} />}
          </Card>
        )
      })}
      {refusal && (
        <Quotation
          by={
            <>
              <Words of={SIGNING.refused} />, <Moment at={refusal.at} />
            </>
          }
          text={refusal.words}
        />
      )}
      <p>
        <Muted>
          <Words of={SIGNING.digest} />: {digest.toString('hex').replaceAll(/(.{8})(?=.)/g, '$1 ')}
        </Muted>
      </p>
    </Stack>
  )
}

function IntactBadge({ signature: { intact } }: { signature: SignatureView }): JSX.Element {
  if (intact === undefined) return <Badge label={SIGNING.unverified} tone="neutral" icon="clock" />
  return intact ? (
    <Badge label={SIGNING.intact} tone="success" icon="circleCheck" />
  ) : (
    <Badge label={SIGNING.changed} tone="error" icon="alert" />
  )
}

function Signed({ signature }: { signature: SignatureView }): JSX.Element {
  const { name, drawing, facts } = signature
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      {drawing && <DrawnName png={drawing} says={SIGNING.drawn} />}
      <p>
        <Words of={SIGNING.signedAt} /> <Moment at={facts.signedAt} />
      </p>
    </>
  )
}
