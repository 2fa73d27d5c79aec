import type { ImportReport } from '@isegoria/kernel/api';
import { type ImportedProposal, madridComment, madridPart, proposalLine } from './imported-record';

/** When the proposals of Decide Madrid's release were open; it gives no dates of its own. */
const madridTime = Date.UTC(2019, 0, 1);
const hourMs = 3_600_000;

interface MadridProposal {
  id: string;
  parts: Partial<Record<'title' | 'summary' | 'text', string>>;
  comments: ImportedProposal['comments'];
}

/** Reads JSON lines of either format into whole proposals; a line that is neither is refused with its number. */
export function readLines(text: string, report: Pick<ImportReport, 'refused'>): ImportedProposal[] {
  const proposals: ImportedProposal[] = [];
  const madrid = new Map<string, MadridProposal>();
  let current: MadridProposal | null = null;
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const record = `line ${at + 1}`;
    const value = parsed(line);
    if (value === undefined) {
      report.refused(record, 'it is not JSON');
      continue;
    }
    const part = madridPart.safeParse(value);
    const comment = madridComment.safeParse(value);
    if (part.success) {
      current = madrid.get(part.data.proposal_id) ?? { id: part.data.proposal_id, parts: {}, comments: [] };
      current.parts[part.data.info] = part.data.text;
      madrid.set(current.id, current);
    } else if (comment.success) {
      const { comment_id: id, text: said } = comment.data;
      if (!current) report.refused(`comment ${id}`, 'no proposal stands before it');
      else if (said.trim() === '') report.refused(`comment ${id}`, 'it is empty');
      else current.comments.push({ id: `madrid-c${id}`, text: said, alignment: 'NEUTRAL', at: new Date(madridTime + (at + 24) * hourMs / 60) });
    } else {
      const own = proposalLine.safeParse(value, { error: ({ code, input }) => (code === 'invalid_type' && input === undefined ? 'it is missing' : undefined) });
      if (own.success) proposals.push({ ...own.data, id: `import-${own.data.id}`, source: `import:${own.data.id}`, comments: own.data.comments.map((one) => inside(own.data.id, one)) });
      else report.refused(nameOf(value) ?? record, own.error.issues.map(({ path, message }) => `${path.join('.') || 'record'}: ${message}`).join('; '));
    }
  }
  for (const one of madrid.values()) {
    const whole = fromMadrid(one, proposals.length);
    if (whole) proposals.push(whole);
    else report.refused(`proposal ${one.id}`, 'it has no title or no text');
  }
  return proposals;
}

function fromMadrid({ id, parts: { title, summary, text }, comments }: MadridProposal, at: number): ImportedProposal | null {
  const body = [summary, text].map((part) => part?.trim()).filter(Boolean).join('\n\n');
  if (!title?.trim() || body === '') return null;
  return { id: `madrid-${id}`, source: `decide-madrid:${id}`, title, text: body, lang: 'es', publishedAt: new Date(madridTime + at * hourMs), comments };
}

/** Ids of comments are the record's own; here they become the platform's. */
function inside(proposalId: string, comment: ImportedProposal['comments'][number]): ImportedProposal['comments'][number] {
  const named = (id: string) => `import-${proposalId}-${id}`;
  return { ...comment, id: named(comment.id), parentId: comment.parentId ? named(comment.parentId) : null };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function nameOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? `proposal ${value.id.slice(0, 60)}` : null;
}
