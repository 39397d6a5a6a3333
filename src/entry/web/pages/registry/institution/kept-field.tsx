import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { SelectField } from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { AppError } from '#kernel/error.ts'
import type { OwnInstitution } from '#modules/registry/index.ts'

export interface KeptFieldProps {
  readonly form: FormState
  readonly kept: readonly OwnInstitution[]
}

/** For which institution something is asked, for whoever looks after several. */
export function KeptField({ form, kept }: KeptFieldProps): JSX.Element | null {
  if (kept.length < 2) return null
  return (
    <SelectField
      name="partyId"
      label={TRAINING.ownInstitution}
      options={kept.map(({ partyId, name }) => ({ value: partyId, label: name }))}
      value={form.value('partyId')}
      error={form.fault('partyId')}
      required
    />
  )
}

/**
 * The institution that was asked for, or the only one.
 *
 * @throws `NOT_FOUND` when it is another.
 */
export function keptOf(kept: readonly OwnInstitution[], asked: string | undefined): string {
  const own = asked === undefined ? kept[0] : kept.find(({ partyId }) => partyId === asked)
  if (!own) throw new AppError('NOT_FOUND')
  return own.partyId
}
