import { dutchDay } from '#jobs/dutch-zone.ts'
import { z } from 'zod'
import { readToken } from '#accounts/index.ts'
import {
  askPart,
  askToTake,
  askWaiting,
  type PackageSecrets,
  unsealer,
  type WaitingPackage,
} from '#duties/package/waiting.ts'
import { TextField } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { fileNames } from '#entry/web/http/file-answer.ts'
import { formPage } from '#entry/web/http/form.tsx'
import type { Params } from '#entry/web/http/page.tsx'
import { AccountForm } from '#entry/web/pages/account/account-form.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { streamOf } from './order.ts'

const words = {
  title: { nl: 'Uw gegevens ophalen', en: 'Fetching your data' },
  lead: {
    nl: 'Het is een zipbestand. Bewaar het op een plek waar niemand anders bij kan: het is niet versleuteld.',
    en: 'It is a zip file. Keep it where nobody else can reach it: it is not encrypted.',
  },
  code: { nl: 'Code', en: 'Code' },
  hint: {
    nl: 'U kreeg de code op een andere manier dan de link.',
    en: 'The code reached you another way than the link.',
  },
  missing: { nl: 'Vul de code in.', en: 'Fill in the code.' },
  submit: { nl: 'Downloaden', en: 'Download' },
} satisfies Record<string, Text>

/** Where somebody without an account fetches a package, with the code that came another way. */
export const fetchPage = formPage('/pakket/:token', {
  input: z.object({ code: z.string().trim().min(1, because(words.missing)).max(40) }),
  labels: { code: words.code },
  read: readWaiting,
  view: (_, form, door) => (
    <AccountForm
      door={door}
      form={form}
      title={words.title}
      lead={words.lead}
      action={door.visit.path.split('?')[0] ?? ''}
      submit={words.submit}
    >
      <TextField
        name="code"
        label={words.code}
        hint={words.hint}
        autocomplete="off"
        width="short"
        required
        error={form.fault('code')}
      />
    </AccountForm>
  ),
  act: async ({ door, input: { code }, params }) => {
    const secrets = { link: linkOf(params), code }
    const { taken } = await publicly(door, { taken: askToTake(secrets) })
    const { package_id: id, parts } = taken[0] ?? {}
    if (!id || !parts) throw new AppError('PACKAGE_CODE_WRONG')
    const title = `${door.visit.site.home.label} ${dutchDay(new Date())}`
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': `attachment; ${fileNames(title, 'zip')}`,
    }
    const stream = streamOf(readParts(door, { id, parts, secrets }))
    return { send: new Response(stream, { headers }) }
  },
})

async function readWaiting(door: Door, params: Params): Promise<WaitingPackage> {
  await door.publicly({})
  const { found } = await publicly(door, { found: askWaiting(linkOf(params)) })
  const { expires_at: expiresAt, bytes, language } = found[0] ?? {}
  if (!expiresAt || !language) throw new AppError('LINK_EXPIRED')
  return { expiresAt, bytes: Number(bytes), language }
}

function linkOf(params: Params): Buffer {
  const link = readToken(params['token'])
  if (!link) throw new AppError('LINK_EXPIRED')
  return link
}

/** Without a session, also for whoever has one. */
function publicly<R extends Parameters<Door['publicly']>[0]>(door: Door, reads: R) {
  return door.visit.site.store.publicly(door.visit.organisation, reads)
}

interface Taken {
  readonly id: string
  readonly parts: number
  readonly secrets: PackageSecrets
}

async function* readParts(door: Door, { id, parts, secrets }: Taken): AsyncGenerator<Uint8Array> {
  const unseal = await unsealer(id, secrets)
  for (let part = 0; part < parts; part += 1) {
    const { rows } = await publicly(door, { rows: askPart(secrets.link, part) })
    const body = rows[0]?.body
    if (!body) throw new AppError('LINK_EXPIRED')
    yield unseal(part, body)
  }
}
