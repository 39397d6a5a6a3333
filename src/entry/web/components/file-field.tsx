import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { formatBytes, type Wording } from '#entry/web/words.ts'
import { controlAttributes, Field, type FieldProps } from './field.tsx'
import { useSay, useView } from './view.ts'

const words = {
  limit: { nl: 'Hoogstens {size}.', en: 'At most {size}.' },
}

export interface FileFieldProps extends FieldProps {
  /** What the browser offers to choose: `.pdf,.docx`. The server checks the contents itself. */
  readonly accept?: string
  readonly maxBytes: number
  readonly multiple?: boolean
}

/**
 * A file to send. Stands in a `Form` with `files`. A browser does not keep the choice after a
 * mistake.
 */
export function FileField(props: FileFieldProps): JSX.Element {
  const { language } = useView()
  const limit = useSay()(words.limit, { size: formatBytes(props.maxBytes, language) })
  const hint: Wording = props.hint ? `${useSay()(props.hint)} ${limit}` : limit
  const described = { ...props, hint }
  return (
    <Field of={described}>
      <input
        class="file-input"
        type="file"
        {...controlAttributes(described)}
        accept={props.accept}
        multiple={props.multiple}
      />
    </Field>
  )
}
