import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { MANIFEST } from '#duties/package/archive.ts'
import { packageDataShape, packageIndexShape, type PackedFile } from '#duties/package/format.ts'
import type { Line } from '#duties/package/line.ts'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'

/** A package that was read and found whole. */
export interface ReadPackage {
  readonly controller: string
  readonly madeAt: string
  readonly kind: 'access' | 'portability'
  readonly language: Language
  /** SHA-256 of the manifest, which holds that of everything else. */
  readonly digest: Buffer
  readonly dossiers: readonly ReadDossier[]
}

export interface ReadDossier {
  readonly reference: string
  readonly kind: string
  /** Rows by table. */
  readonly lines: ReadonlyMap<string, readonly Line[]>
  readonly files: readonly (PackedFile & { readonly bytes: Uint8Array })[]
}

/** Largest package that is taken over, as a file and unpacked. */
export const PACKAGE_BYTES_LIMIT = 200 * 1_048_576
const UNPACKED_LIMIT = 1024 * 1_048_576

/**
 * Unpacks a package and looks whether it is one and whether it is whole.
 *
 * @throws `PACKAGE_UNREADABLE` when it is none; `PACKAGE_DAMAGED` when a file is not what the
 * manifest says; `PACKAGE_TOO_LARGE`.
 */
export function readPackage(zip: Uint8Array): ReadPackage {
  const files = unpack(zip)
  const manifest = readManifest(files)
  const index = parse(packageIndexShape, files.get('package.json'))
  const read = (folder: string, place: string): Uint8Array | undefined =>
    files.get(`${folder}/${place}`)
  return {
    controller: index.about.controller,
    madeAt: index.madeAt,
    kind: index.kind,
    language: index.language,
    digest: createHash('sha256').update(manifest).digest(),
    dossiers: index.folders.flatMap(({ folder, dossier, tables, files: packed }) => {
      if (!dossier) return []
      const lines = new Map<string, Line[]>()
      for (const { table, place } of tables) {
        const { rows } = parse(packageDataShape, read(folder, `${place}.json`))
        // JSON, as the shape says.
        lines.set(table, [...(lines.get(table) ?? []), ...(rows as Line[])])
      }
      const whole = packed.map((file) => ({
        ...file,
        bytes: read(folder, file.place) ?? fail('PACKAGE_DAMAGED'),
      }))
      return [{ ...dossier, lines, files: whole }]
    }),
  }
}

function unpack(zip: Uint8Array): Map<string, Uint8Array> {
  if (zip.length > PACKAGE_BYTES_LIMIT) fail('PACKAGE_TOO_LARGE')
  let total = 0
  try {
    const files = unzipSync(zip, {
      filter: ({ originalSize }) => {
        total += originalSize
        return total <= UNPACKED_LIMIT
      },
    })
    if (total <= UNPACKED_LIMIT) return new Map(Object.entries(files))
  } catch {
    return fail('PACKAGE_UNREADABLE')
  }
  return fail('PACKAGE_TOO_LARGE')
}

function readManifest(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const manifest = files.get(MANIFEST) ?? fail('PACKAGE_UNREADABLE')
  const listed = new Map(
    strFromU8(manifest)
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  )
  for (const [place, bytes] of files) {
    if (place === MANIFEST) continue
    const digest = createHash('sha256').update(bytes).digest('hex')
    if (listed.get(place) !== digest) fail('PACKAGE_DAMAGED')
  }
  if (listed.size !== files.size - 1) fail('PACKAGE_DAMAGED')
  return manifest
}

interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

function parse<T>(shape: Shape<T>, bytes: Uint8Array | undefined): T {
  let value: unknown
  try {
    value = JSON.parse(strFromU8(bytes ?? new Uint8Array()))
  } catch {
    return fail('PACKAGE_UNREADABLE')
  }
  const parsed = shape.safeParse(value)
  return parsed.success ? parsed.data : fail('PACKAGE_UNREADABLE')
}

function fail(code: string): never {
  throw new AppError(code)
}
