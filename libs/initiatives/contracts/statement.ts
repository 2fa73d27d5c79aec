/** What is signed, as one text: its digest stands in the ledger, on the page and on the sheet of paper. Line breaks are `\n`, without a last one. */
export function statementOf({ kind, title, text }: { kind: string; title: string; text: string }): string {
  return [kind, title, '', text].join('\n');
}
