/** What is HTML already and stands in a page as it is. Only `raw` and elements are it. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** Takes a text for HTML. Never for what a person wrote. */
export function raw(text: string): Html {
  return new Html(text)
}

const SPECIAL = /[&<>"']/
const EACH_SPECIAL = /[&<>"']/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML, also between the quotation marks of an attribute. */
export function escapeHtml(text: string): string {
  // Most texts need nothing, and looking costs less than replacing.
  return SPECIAL.test(text) ? text.replace(EACH_SPECIAL, (sign) => ENTITIES[sign] ?? '') : text
}
