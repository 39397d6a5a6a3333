import { DiplomaCourse } from './diploma-course.ts'
import { test } from './installation.ts'

test('reg-13: a student is enrolled, verified and graduated, and the diploma still checks when all else is erased', async ({
  browser,
  installation,
}) => {
  const course = await DiplomaCourse.begin(browser, installation)
  await course.enrol()
  await course.refuseErasure()
  await course.graduate()
  const { whole, changed } = await course.download()
  await course.check()
  await course.checkFile(changed, 'Dit bestand is veranderd')
  await course.erase()
  await course.check()
  await course.checkFile(whole, 'Dit diploma is geldig')
})
