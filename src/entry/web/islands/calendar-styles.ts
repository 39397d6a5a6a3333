/// <reference lib="dom" />
// FullCalendar writes its rules into a style element of its own, which our content security policy
// does not let in. A constructed sheet is let in: it stands where FullCalendar looks for that
// element, and must do so before FullCalendar is loaded. The element is of no namespace that the
// browser knows, so that nothing inline is there to be refused.

const sheet = new CSSStyleSheet()
const element = document.createElementNS('urn:gestand', 'style')
element.setAttribute('data-fullcalendar', '')
Object.defineProperty(element, 'sheet', {
  value: {
    get cssRules() {
      return sheet.cssRules
    },
    /** All its rules but the font of its drawings, which we do not use. */
    insertRule: (rule: string, at: number) =>
      sheet.insertRule(rule.startsWith('@font-face') ? '.fc-no-font {}' : rule, at),
  },
})
document.head.append(element)
document.adoptedStyleSheets.push(sheet)
