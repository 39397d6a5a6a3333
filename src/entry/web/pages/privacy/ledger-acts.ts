import type { IconName } from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'

interface ActLook {
  readonly label: Text
  readonly icon: IconName
}

function look(nl: string, en: string, icon: IconName): ActLook {
  return { label: { nl, en }, icon }
}

/** Acts that the ledger knows, with how they are called where one chooses among them. */
const ACTS: Readonly<Record<string, ActLook>> = {
  opened: look('Dossier geopend', 'Dossier opened', 'eye'),
  refused: look('Inzage geweigerd', 'Opening refused', 'stop'),
  listed: look('Lijst bekeken', 'List looked at', 'menu'),
  started: look('Dossier begonnen', 'Dossier started', 'add'),
  inserted: look('Iets toegevoegd', 'Something added', 'add'),
  updated: look('Iets gewijzigd', 'Something changed', 'pencil'),
  deleted: look('Iets verwijderd', 'Something deleted', 'trash'),
  accepted: look('Uitnodiging aangenomen', 'Invitation accepted', 'mail'),
  'signed-in': look('Ingelogd', 'Signed in', 'person'),
  'sign-in-refused': look('Inloggen geweigerd', 'Sign-in refused', 'stop'),
  'signed-out': look('Uitgelogd', 'Signed out', 'signOut'),
  'password-changed': look('Wachtwoord gewijzigd', 'Password changed', 'lock'),
  'second-factor-reset': look('Tweede stap weggehaald', 'Second step removed', 'lock'),
  'second-factor-changed': look('Tweede stap gewijzigd', 'Second step changed', 'lock'),
  'erasure-ordered': look('Verwijdering begonnen', 'Erasure begun', 'trash'),
  erased: look('Verwijderd', 'Erased', 'trash'),
  'term-chosen': look('Bewaardag gekozen', 'Day of retention chosen', 'calendar'),
  'hold-placed': look('Bewaarplicht vastgelegd', 'Hold recorded', 'lock'),
  'hold-lifted': look('Bewaarplicht opgeheven', 'Hold lifted', 'lock'),
  'leftovers-accepted': look('Hercontrole beoordeeld', 'Re-read judged', 'check'),
  delivered: look('Aan een ontvanger verstrekt', 'Delivered to a recipient', 'send'),
  applied: look('Verklaring doorgevoerd', 'Statement applied', 'file'),
}

export function actIcon(act: string): IconName {
  return ACTS[act]?.icon ?? 'circle'
}

/** Every act to choose from. */
export function actOptions(): { value: string; label: Text }[] {
  return Object.entries(ACTS).map(([value, { label }]) => ({ value, label }))
}
