import type { Text } from '#kernel/language.ts'

/** What invoicing and collecting refuse. Doors register them as explanations. */
export const FINANCE_ERRORS = {
  PAYER_MISSING: {
    nl: 'Het is niet bekend wie betaalt. Kies een opdrachtgever of laat de cliënt betalen.',
    en: 'It is not known who pays. Choose a principal or let the client pay.',
  },
  PAYER_FIXED: {
    nl: 'Wie deze betaler is, staat vast. Alleen adres en gegevens kunnen veranderen.',
    en: 'Who this payer is stays as it is. Only address and details can change.',
  },
  PAYER_INCOMPLETE: {
    nl: 'Van de betaler ontbreken straat, postcode of plaats. Vul die eerst in bij de betaler.',
    en: 'Street, postcode or town of the payer are missing. Fill them in at the payer first.',
  },
  SETTINGS_MISSING: {
    nl: 'De gegevens van uw organisatie voor op de factuur zijn nog niet ingevuld. Vul ze eerst in.',
    en: 'The details of your organisation for invoices were not filled in yet. Do that first.',
  },
  VAT_ID_MISSING: {
    nl: 'Voor deze btw is een btw-nummer nodig, van uw organisatie of (bij verleggen) van de betaler.',
    en: 'This VAT needs a VAT number, of your organisation or (reverse charge) of the payer.',
  },
  INVOICE_EMPTY: {
    nl: 'Er staat niets op deze factuur. Voeg eerst regels toe.',
    en: 'There is nothing on this invoice. Add lines first.',
  },
  PRICE_MISSING: {
    nl: 'Een regel heeft nog geen prijs. Leg een tarief vast of vul de prijs in.',
    en: 'A line has no price yet. Record a tariff or fill in the price.',
  },
  INVOICE_ISSUED: {
    nl: 'Deze factuur is uitgegeven en verandert niet meer. Maak een creditfactuur als er iets niet klopt.',
    en: 'This invoice was issued and no longer changes. Make a credit note if something is wrong.',
  },
  INVOICE_FIXED: {
    nl: 'De betaler en het soort factuur kunnen niet veranderen. Maak een nieuw concept.',
    en: 'The payer and the kind of invoice cannot change. Make a new draft.',
  },
  INVOICE_NOT_ISSUED: {
    nl: 'Dat kan alleen met een uitgegeven factuur.',
    en: 'That takes an invoice that was issued.',
  },
  CHARGE_FIXED: {
    nl: 'Deze regel staat al op een factuur, of dit deel ervan komt uit het dossier en verandert niet.',
    en: 'This line is on an invoice already, or this part of it comes from the dossier and stays.',
  },
  CHARGE_OF_OTHER: {
    nl: 'Deze regel is voor een andere betaler.',
    en: 'This line is for another payer.',
  },
  CHARGE_IN_FUTURE: {
    nl: 'De datum mag niet in de toekomst liggen.',
    en: 'The date may not lie in the future.',
  },
  CREDIT_TOO_MUCH: {
    nl: 'U kunt van een regel niet meer terugnemen dan er nog van over is.',
    en: 'You cannot take back more of a line than is left of it.',
  },
  PAID_IN_FUTURE: {
    nl: 'De betaaldatum mag niet in de toekomst liggen.',
    en: 'The day of payment may not lie in the future.',
  },
  PAID_TOO_MUCH: {
    nl: 'Dit is meer dan er van de factuur nog openstaat.',
    en: 'This is more than is still open of the invoice.',
  },
  INVOICE_UNKNOWN: {
    nl: 'Er is geen factuur met dit nummer. Schrijf het zoals op de factuur, bijvoorbeeld 2026-0042.',
    en: 'There is no invoice of this number. Write it as on the invoice, such as 2026-0042.',
  },
  CREDIT_EMPTY: {
    nl: 'Kies de hele factuur, of vul bij minstens één regel in wat u terugneemt.',
    en: 'Choose the whole invoice, or fill in for at least one line what you take back.',
  },
  ENTRY_SPENT: {
    nl: 'Zoveel is er van deze bijschrijving niet meer over. Misschien is zij al geboekt.',
    en: 'So much is not left of this bank entry. Perhaps it was booked already.',
  },
  ENTRY_FIXED: {
    nl: 'Wat de bank schreef, verandert niet.',
    en: 'What the bank wrote does not change.',
  },
  NOTHING_OPEN: {
    nl: 'Van deze factuur staat niets meer open.',
    en: 'Nothing of this invoice is open any more.',
  },
  INVOICE_DISPUTED: {
    nl: 'Deze factuur wordt betwist. Zolang dat loopt, gaat er geen aanmaning uit.',
    en: 'This invoice is disputed. As long as that lasts no reminder goes out.',
  },
  HANDED_OVER: {
    nl: 'Deze factuur is overgedragen aan incasso.',
    en: 'This invoice was handed over to a collector.',
  },
  REMINDER_ORDER: {
    nl: 'Deze aanmaning is al verstuurd, of er gaat eerst een andere aan vooraf.',
    en: 'This reminder was sent already, or another one comes before it.',
  },
  NOT_DUE: {
    nl: 'De betaaltermijn is nog niet voorbij.',
    en: 'The term of payment is not over yet.',
  },
  NOT_REMINDED: {
    nl: 'Incasso kan pas na de laatste aanmaning, als ook die termijn voorbij is.',
    en: 'A collector comes after the final reminder, once that term is over too.',
  },
  PAYER_WITHOUT_EMAIL: {
    nl: 'Van deze betaler is geen e-mailadres bekend. Vul het in, of verstuur de brief zelf.',
    en: 'This payer has no e-mail address. Fill it in, or send the letter yourself.',
  },
} as const satisfies Readonly<Record<string, Text>>
