import { Secret, TOTP } from 'otpauth'

const ISSUER = 'Gestand'
const PERIOD_SECONDS = 30
const DIGITS = 6
/** Steps before and after the present one that count too, for clocks that differ. */
const WINDOW = 1
const SECRET_BYTES = 20

/** A new secret to share with an authenticator app. */
export function newTotpSecret(): Buffer {
  return Buffer.from(new Secret({ size: SECRET_BYTES }).bytes)
}

/**
 * What an authenticator app needs: the address behind the QR code, and the secret for typing over,
 * in groups of four.
 */
export function describeTotp(secret: Buffer, email: string): { uri: string; typed: string } {
  const totp = totpOf(secret, email)
  return {
    uri: totp.toString(),
    typed: totp.secret.base32.replace(/(.{4})(?=.)/g, '$1 '),
  }
}

/**
 * Finds the time step that a code belongs to (RFC 6238, 5.2), within one step of now and after the
 * last that was used.
 *
 * @returns The step, to be kept as the last that was used; undefined when the code is wrong or was
 * used.
 */
export function findTotpStep(
  secret: Buffer,
  code: string,
  { lastStep, now }: { readonly lastStep: number; readonly now: number },
): number | undefined {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const delta = totpOf(secret).validate({ token: digits, timestamp: now, window: WINDOW })
  if (delta === null) return undefined
  const step = Math.floor(now / 1000 / PERIOD_SECONDS) + delta
  return step > lastStep ? step : undefined
}

function totpOf(secret: Buffer, label = 'account'): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  })
}
