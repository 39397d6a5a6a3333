/**
 * What people reach for first, in Dutch and English, without the digits and signs that they put
 * around it.
 */
const WORDS = `
  password passwort wachtwoord wachtwoorden welkom welcome hallo hello admin administrator beheer
  beheerder gebruiker user login inloggen letmein laatmein geheim secret qwerty qwertyuiop azerty
  asdfghjkl zxcvbnm iloveyou ikhouvanjou liefde schatje lieverd prinses princess dragon monkey
  football voetbal baseball ajax feyenoord psv superman batman sunshine zonnetje master computer
  internet google facebook nederland holland amsterdam rotterdam utrecht denhaag eindhoven groningen
  lente zomer herfst winter spring summer autumn januari februari maart april mei juni juli augustus
  september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  monday tuesday wednesday thursday friday saturday sunday test tester testing changeme veranderme
  nieuw new mijn my dit is een the this gestand organisatie kantoor office coach client`

export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
