/** What XML 1.0 has no place for, not even written as an entity: control characters, lone surrogates, U+FFFE and U+FFFF (XML 1.0, 2.2). */
const noXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for XML or HTML, in an element or a quoted attribute. `>` too, so that `]]>` cannot be. */
export function escaped(text: string): string {
  return text.replace(noXml, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
