import { expect, test } from 'vitest'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { dayFromNow } from '#world/days.ts'
import { registry } from '#world/registry.ts'
import { changeEmployer, endTraining } from '#modules/registry/training/course.ts'
import { askPortfolio, looksAt, ownPortfolios } from './portfolio.ts'

test('reg-04: with the training, and with the employment, looking in the portfolio ends', async () => {
  const at = await registry()
  const on = dayFromNow(0)
  const partyId = await at.institution('Ziekenhuis Elders', 'care')
  const end = (tx: OpenedDossier) => endTraining(tx, { on })
  const move = (tx: OpenedDossier) => changeEmployer(tx, { partyId, on })
  for (const leave of [end, move]) {
    const { student, dossierId } = await at.inTraining()
    await at.act(at.employer, 'verification', dossierId, askPortfolio)
    const mine = student.for('self-service')
    const seen = async () => {
      const { answers } = await at.there.store.open(mine, dossierId, { looks: looksAt(dossierId) })
      const own = await at.there.store.list(mine, 'portfolios', { rows: ownPortfolios })
      return [answers.looks, own.rows]
    }
    expect(await seen()).toMatchObject([[{ running: true }], [{ lookers: 1 }]])
    await at.act(student, 'self-service', dossierId, leave)
    const looking = at.there.store.open(at.employer.for('portfolio'), dossierId, {})
    await expect(looking).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await seen()).toMatchObject([[{ running: false }], [{ lookers: 0 }]])
  }
})
