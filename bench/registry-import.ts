import { TAKING_OVER, Undertakings } from '#modules/registry/index.ts'
import { Spool } from '#store/spool.ts'
import type { Store } from '#store/store.ts'
import type { LoadedRegister } from './register.ts'
import type { Measurement } from './report.ts'

const IMPORT_PER_SECOND = 500

/** A list that is looked at and taken over, as the page does. */
export async function timeImport(
  { store, register }: { readonly store: Store; readonly register: LoadedRegister },
  rows: number,
): Promise<Measurement> {
  const lines = Array.from({ length: rows }, (_, n) => {
    const born = `${1 + (n % 28)}-${1 + (n % 12)}-${1960 + (n % 40)}`
    const where = 'PRG-1;care 1;school 1;1-9-2025'
    return `${n};Voornaam;Van${letters(n)};${born};p${n}@example.org;${where}`
  })
  const head =
    'Studentnummer;Voornaam;Achternaam;Geboortedatum;E-mail;Opleiding;Werkgever;School;Start'
  const spool = await Spool.fill(once(Buffer.from([head, ...lines].join('\n'))))
  const undertakings = new Undertakings()
  const authority = register.authority('registrar', TAKING_OVER)
  const bringing = { store, authority, today: '2026-11-23' }
  const began = performance.now()
  const undertaking = await undertakings.bring('bench', spool, bringing)
  await undertaking.done
  const looked = (performance.now() - began) / 1_000
  undertakings.carryOut(undertaking, bringing)
  await undertaking.done
  const seconds = (performance.now() - began) / 1_000 - looked
  await undertakings.letGo('bench')
  return {
    name: `taking over a list of ${rows} rows`,
    unit: 'rows/s',
    value: Math.round(rows / seconds),
    atLeast: IMPORT_PER_SECOND,
    correct: undertaking.begun?.taken === rows,
    verdict: `${undertaking.begun?.taken} taken over, looked at in ${looked.toFixed(1)} s`,
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** A family name for a number. */
function letters(n: number): string {
  return String(n).replaceAll(/\d/g, (digit) => 'aeioubdfkl'.charAt(Number(digit)))
}
