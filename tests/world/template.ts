/**
 * Fills the database of which every test gets a copy: what belongs here is what all tests need and
 * none changes.
 *
 * @param url Address of the template for the superuser. Close every connection to it: a template in
 * use is not copied.
 */
export async function prepareTemplate(url: string): Promise<void> {
  // The place where the migrations of the platform are carried out: `await migrate(url)`.
  await Promise.resolve(url)
}
