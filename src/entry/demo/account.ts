import { Secret, TOTP } from 'otpauth'

/** The password of everybody in the demonstration. It protects fictional people only. */
export const DEMO_PASSWORD = 'wij-houden-ons-woord'

/** The secret of all authenticator apps of the demonstration, in base32 as one types it over. */
export const DEMO_TYPED_SECRET = 'GESTANDDEMONSTRATIE2BELOFTEWOORD'

export const DEMO_SECRET: Buffer = Buffer.from(Secret.fromBase32(DEMO_TYPED_SECRET).bytes)

const PERIOD_SECONDS = 30

/** The address that an authenticator app takes, as text. */
export function demoSecretUri(): string {
  return totp().toString()
}

/** The code of a moment, in milliseconds since 1970. Each code counts once for an account. */
export function demoCode(timestamp: number): string {
  return totp().generate({ timestamp })
}

function totp(): TOTP {
  return new TOTP({
    issuer: 'Gestand',
    label: 'demonstratie',
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(DEMO_TYPED_SECRET),
  })
}
