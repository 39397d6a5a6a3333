import { ab, st } from './zz-ab.ts'
const W = `11111111-1111-1111-1111-111111111111|org_reintegration__coaching|22222222-1111-1111-1111-111111111111|coaching|re-integration`
const z = st(
  'sz',
  `select org_reintegration.sign_z($1), set_config('role','org_reintegration__coaching',true)`,
  [W],
)
const f = (n: string) => ({
  label: n,
  make: () => [z, st(n, `select org_reintegration.${n}('org_reintegration__coaching')`)],
})
await ab(
  [
    { label: 'sign', make: () => [z] },
    { label: 'sign + select 1', make: () => [z, st('s1', 'select 1')] },
    ...[
      'nothing',
      'nothing_def',
      'secret_def',
      'secret_nopath',
      'opened_x',
      'opened_y',
      'opened_z',
      'opened_s',
      'opened_g',
    ].map(f),
    {
      label: 'z twice',
      make: () => [
        z,
        st(
          'zz',
          `select org_reintegration.opened_z('org_reintegration__coaching'), org_reintegration.opened_z('org_reintegration__coaching')`,
        ),
      ],
    },
    {
      label: 'y twice',
      make: () => [
        z,
        st(
          'yy',
          `select org_reintegration.opened_y('org_reintegration__coaching'), org_reintegration.opened_y('org_reintegration__coaching')`,
        ),
      ],
    },
  ],
  25,
  100,
)
