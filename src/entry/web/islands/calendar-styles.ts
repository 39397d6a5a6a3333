/// <reference lib="dom" />
// FullCalendar writes its rules into a style element of its own, which our content security policy
// does not let in. A constructed sheet is let in: it stands where FullCalendar looks for its
// element, and must do so before FullCalendar is loaded.

const sheet = new CSSStyleSheet()
const element = document.createElement('style')
element.setAttribute('data-fullcalendar', '')
Object.defineProperty(element, 'sheet', { value: sheet })
document.head.append(element)
document.adoptedStyleSheets.push(sheet)
