/** Mail that waits in the tray of the first coach, all of it fictional. */
export const TRAY_MAILS = [
  {
    key: 'tray mail 1',
    from: 'planning@arbodienst.example.org',
    sender: 'Arbodienst Voorbeeld <planning@arbodienst.example.org>',
    subject: 'Verslag van het spreekuur',
    text: 'Beste coach,\n\nHet verslag staat klaar. Bel ons als u nog vragen hebt.',
  },
  {
    key: 'tray mail 2',
    from: 'personeelszaken@example.org',
    sender: 'Personeelszaken <personeelszaken@example.org>',
    subject: 'Wanneer kan het overleg?',
    text: 'Goedemorgen,\n\nSchikt het volgende week dinsdag om tien uur?',
  },
] as const
