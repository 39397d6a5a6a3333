import { writeToken } from './token.ts'

/** Where the pages of accounts are: mails lead to them. */
export const ACCOUNT_PATHS = {
  signIn: '/inloggen',
  account: '/account',
  invitation: (organisation: string, token: Buffer) =>
    `/uitnodiging/${organisation}/${writeToken(token)}`,
  recovery: (token: Buffer) => `/wachtwoord/${writeToken(token)}`,
  emailChange: (token: Buffer) => `/e-mailadres/${writeToken(token)}`,
} as const
