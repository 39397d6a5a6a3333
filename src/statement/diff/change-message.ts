import type { Text } from '#kernel/language.ts'

/** What a change does, and how it is said; the places in it are filled with words. */
export interface ChangeMessage extends Text {
  readonly effect: 'narrowing' | 'widening' | 'neutral'
}

export const narrowing = (nl: string, en: string): ChangeMessage => ({
  effect: 'narrowing',
  nl,
  en,
})
export const widening = (nl: string, en: string): ChangeMessage => ({ effect: 'widening', nl, en })
export const neutral = (nl: string, en: string): ChangeMessage => ({ effect: 'neutral', nl, en })
