import { cityDay } from '@isegoria/kernel/contracts';

/** An act as the city's own list of decisions tells it. */
export interface ActToGroup {
  id: string;
  ada: string;
  subject: string;
  issueDate: string;
  type: { code: string; label: { el: string; en: string } };
  unit: { id: string; name: { el: string; en: string } | null } | null;
  organisation: { id: string };
}

export interface ActGroup {
  title: { el: string; en: string };
  text: { el: string; en: string };
  acts: ActToGroup[];
}

/**
 * The stated rule by which the proof's official puts acts together: acts of one office, of one type of act, issued in one month, are one choice where they are two
 * or more; an act that is alone so stays alone. It reads no subject and needs no judgement, so that whoever has the register can repeat it.
 */
export function grouped(acts: readonly ActToGroup[]): { choices: ActGroup[]; alone: ActToGroup[] } {
  const groups = new Map<string, ActToGroup[]>();
  for (const act of acts) {
    const key = [act.organisation.id, act.unit?.id ?? '', act.type.code, monthOf(act)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), act]);
  }
  const all = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
  return { choices: all.filter((own) => own.length > 1).map(named), alone: all.filter((own) => own.length === 1).flat() };
}

/** The month of issue by the city's days, as 2023-09. */
const monthOf = ({ issueDate }: ActToGroup): string => cityDay(new Date(issueDate)).slice(0, 7);

function named(acts: ActToGroup[]): ActGroup {
  const [first] = acts;
  const [month, office] = [first ? monthOf(first) : '', first?.unit?.name?.el ?? first?.unit?.id ?? first?.organisation.id ?? ''];
  const title = (type: string, of: string) => `${type}: ${of}, ${month}`.slice(0, 140);
  return {
    title: { el: title(first?.type.label.el ?? '', office), en: title(first?.type.label.en ?? '', office) },
    text: {
      el: `${acts.length} πράξεις του ίδιου γραφείου, του ίδιου είδους, του ίδιου μήνα: ${acts.map(({ ada }) => ada).join(', ')}`.slice(0, 1500),
      en: `${acts.length} acts of one office, of one type, of one month: ${acts.map(({ ada }) => ada).join(', ')}`.slice(0, 1500),
    },
    acts,
  };
}
